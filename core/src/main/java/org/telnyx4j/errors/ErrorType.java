package org.telnyx4j.errors;

/** The five kinds of failure, one for each class under {@link TelnyxException}. */
public enum ErrorType {
    /** The request is wrong: found here before anything was sent, or by Telnyx (HTTP 400 or 422). */
    VALIDATION,
    /** The API key is missing, not accepted, or not allowed to do this. */
    AUTHENTICATION,
    /** There were too many requests (HTTP 429), or a message was held back here to keep a rate limit. */
    RATE_LIMIT,
    /**
     * No response arrived: the connection failed, the deadline passed, the calling thread was interrupted, or something that
     * the request needs on this side could not be had.
     */
    NETWORK,
    /** Telnyx responded with any other error, or with something that cannot be read. */
    API
}
