package org.telnyx4j.webhooks;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Signs webhooks as Telnyx does, with a key pair of its own, so that an endpoint can be tested: give {@link
 * #publicKey()} to its verifier and send it a body with {@link #headers}. For tests only. Immutable and safe for use by
 * any number of threads.
 */
public final class WebhookSigner {
    private final Ed25519PrivateKeyParameters privateKey;

    private WebhookSigner(Ed25519PrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
    }

    /**
     * Creates a signer with a new key pair.
     *
     * @return a signer
     */
    public static WebhookSigner generate() {
        return new WebhookSigner(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    /**
     * Returns the public key in the form in which Telnyx shows it.
     *
     * @return the Base64 of 32 bytes
     */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(privateKey.generatePublicKey().getEncoded());
    }

    /**
     * Signs a body as of now.
     *
     * @param body the bytes that will be sent
     * @return the two headers to send with it, by lower-case name; unmodifiable
     */
    public Map<String, String> headers(byte[] body) {
        return headers(body, Instant.now());
    }

    /**
     * Signs a body as of some other time, such as one outside of the tolerance.
     *
     * @param body the bytes that will be sent
     * @param timestamp the time, of which the whole seconds are signed
     * @return the two headers to send with it, by lower-case name; unmodifiable
     */
    public Map<String, String> headers(byte[] body, Instant timestamp) {
        String seconds = Long.toString(timestamp.getEpochSecond());
        return Map.of(
                WebhookVerifier.SIGNATURE_HEADER, signature(body, seconds), WebhookVerifier.TIMESTAMP_HEADER, seconds);
    }

    /**
     * Signs a body with any timestamp, also one that no verifier accepts.
     *
     * @param body the bytes that will be sent
     * @param timestamp the value of the timestamp header, in ASCII
     * @return the value of the signature header
     */
    public String signature(byte[] body, String timestamp) {
        Objects.requireNonNull(body, "body");
        byte[] message = SignedMessage.of(timestamp, body);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        privateKey.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return Base64.getEncoder().encodeToString(signature);
    }

    /** Tells the public key. */
    @Override
    public String toString() {
        return "WebhookSigner[publicKey=" + publicKey() + "]";
    }
}
