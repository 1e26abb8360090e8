package org.telnyx4j.webhooks;

/** Says why a webhook, or a public key, was refused. */
public enum RejectionReason {
    /** The verifier has no public key, so it refuses everything. */
    MISSING_PUBLIC_KEY(503),
    /** A public key is not the Base64 of a usable Ed25519 key. Shows when a verifier is built. */
    INVALID_PUBLIC_KEY(503),
    /** A header is absent or blank; {@link WebhookRejectedException#header()} returns which. */
    MISSING_HEADER(401),
    /** The signature header is not the Base64 of 64 bytes, or came more than once. */
    MALFORMED_SIGNATURE(400),
    /** The timestamp header is not a plain number of seconds, or came more than once. */
    MALFORMED_TIMESTAMP(400),
    /** The webhook was signed longer ago than the tolerance for the past. */
    TIMESTAMP_TOO_OLD(401),
    /** The webhook was signed further ahead than the tolerance for the future. */
    TIMESTAMP_IN_THE_FUTURE(401),
    /** The signature is not one of these bytes by any of the keys. */
    SIGNATURE_MISMATCH(401),
    /** The body is longer than the limit. */
    BODY_TOO_LARGE(413),
    /**
     * Something in the application, such as an earlier filter that asked for a parameter, read the body or a part of it
     * before the receiver could: less came than the request's {@code Content-Length}. A fault of this side, so 500 and
     * not 401: it proves nothing about the sender.
     */
    BODY_ALREADY_READ(500);

    private final int httpStatus;

    RejectionReason(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /**
     * Returns the HTTP status that the adapters of this library respond with: 401 for what is not authentic, 400 for what
     * cannot be read, 413 for what is too large; 503 where a key has to be configured, 500 where the order of filters or
     * the like has to be corrected.
     *
     * @return 400, 401, 413, 500 or 503
     */
    public int httpStatus() {
        return httpStatus;
    }
}
