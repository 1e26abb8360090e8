package org.telnyx4j.webhooks;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** Verifies signatures with one public key, which is kept as a decoded point of the curve. */
final class PublicKey {
    private static final String DER_START = "MCowBQYDK2Vw";

    private final byte[] encoded;
    private final Ed25519.PublicPoint point;

    private PublicKey(byte[] encoded, Ed25519.PublicPoint point) {
        this.encoded = encoded;
        this.point = point;
    }

    static PublicKey parse(String text) {
        String base64 = text.strip();
        byte[] encoded = StrictBase64.decode(base64, Ed25519.PUBLIC_KEY_SIZE);
        if (encoded == null) {
            throw invalid("A public key is not the Base64 of " + Ed25519.PUBLIC_KEY_SIZE + " bytes" + hint(base64));
        }
        Ed25519.PublicPoint point = point(encoded);
        if (point == null) {
            throw invalid("A public key is no point of the curve that a signature could be verified with");
        }
        PublicKey key = new PublicKey(encoded, point);
        // The first verification in a process loads classes and computes tables, which is better done now than when
        // the first webhook waits. This signature is well formed and wrong.
        key.verifies(encoded, new byte[Ed25519.SIGNATURE_SIZE]);
        return key;
    }

    /** Tells whether 64 bytes are a signature of the message. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            return Ed25519.verify(signature, 0, point, message, 0, message.length);
        } catch (IllegalStateException e) {
            // Bouncy Castle says so where its arithmetic comes to no end, which no known input leads to.
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /**
     * The point, or null if the encoding is not canonical, or the point is not on the curve or not in the subgroup that
     * keys are of. With a point of small order anybody could sign.
     */
    private static Ed25519.@Nullable PublicPoint point(byte[] encoded) {
        return Ed25519.validatePublicKeyFullExport(encoded, 0);
    }

    private static String hint(String text) {
        if (text.startsWith("-----BEGIN") || text.startsWith(DER_START)) {
            return "; it looks like PEM or DER, of which the last 32 bytes are the key";
        }
        return "";
    }

    private static WebhookRejectedException invalid(String message) {
        return new WebhookRejectedException(RejectionReason.INVALID_PUBLIC_KEY, null, message);
    }
}
