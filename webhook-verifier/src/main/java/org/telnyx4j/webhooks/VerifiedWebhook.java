package org.telnyx4j.webhooks;

import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;

/**
 * Holds the body of a webhook whose signature was verified, byte for byte as it was signed. Only {@link
 * WebhookVerifier} creates one, so to have one is to know that Telnyx sent it. Immutable and safe for use by any number of
 * threads.
 */
public final class VerifiedWebhook {
    private final byte[] signed;
    private final int bodyOffset;
    private final Instant timestamp;

    /** Takes the signed message over: the caller must not keep it. */
    VerifiedWebhook(byte[] signed, int bodyOffset, Instant timestamp) {
        this.signed = signed;
        this.bodyOffset = bodyOffset;
        this.timestamp = timestamp;
    }

    /**
     * Returns the body.
     *
     * @return a copy of its bytes, which the caller may change
     */
    public byte[] body() {
        return Arrays.copyOfRange(signed, bodyOffset, signed.length);
    }

    /**
     * Opens the body for reading, without a copy.
     *
     * @return a new stream at the first byte, for one thread; closing it does nothing
     */
    public InputStream bodyStream() {
        return new BytesInputStream(signed, bodyOffset);
    }

    /**
     * Returns how long the body is.
     *
     * @return its length in bytes
     */
    public int length() {
        return signed.length - bodyOffset;
    }

    /**
     * Returns when Telnyx signed the webhook, to the second. This is not when the event occurred, which its body contains.
     *
     * @return the time of the timestamp header
     */
    public Instant timestamp() {
        return timestamp;
    }

    /** Tells length and time; the body is private. */
    @Override
    public String toString() {
        return "VerifiedWebhook[" + length() + " bytes, signed at " + timestamp + "]";
    }
}
