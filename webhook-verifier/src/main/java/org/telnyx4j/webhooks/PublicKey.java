package org.telnyx4j.webhooks;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures with one public key. Of Bouncy Castle it needs what every edition since 1.70 has: a decoded point
 * could be kept only with 1.73 and later, and saves little.
 */
final class PublicKey {
    private final byte[] encoded;

    private PublicKey(byte[] encoded) {
        this.encoded = encoded;
    }

    static PublicKey parse(String text) {
        PublicKey key = new PublicKey(PublicKeyText.decode(text));
        try {
            if (!key.isUsable()) {
                throw new WebhookRejectedException(
                        RejectionReason.INVALID_PUBLIC_KEY,
                        null,
                        "A public key is no point of the curve that a signature could be verified with");
            }
            // The first verification in a process loads classes and computes tables, which is better done now than
            // when the first webhook waits. This signature is well formed and wrong.
            key.verifies(key.encoded, new byte[Ed25519.SIGNATURE_SIZE]);
        } catch (LinkageError e) {
            throw BouncyCastle.unusable(e);
        }
        return key;
    }

    /** Tells whether 64 bytes are a signature of the message. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            return Ed25519.verify(signature, 0, encoded, 0, message, 0, message.length);
        } catch (IllegalStateException e) {
            // Bouncy Castle throws this where its arithmetic comes to no end, which no known input leads to.
            return false;
        }
    }

    /**
     * Whether the encoding is canonical, and the point on the curve and in the subgroup that keys are of. With a point of
     * small order anybody could sign.
     */
    private boolean isUsable() {
        return Ed25519.validatePublicKeyFull(encoded, 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
