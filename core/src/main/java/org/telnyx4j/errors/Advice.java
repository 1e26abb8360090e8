package org.telnyx4j.errors;

/** What to do after a failed call. Derived from the kind of failure, its {@link Outcome} and the operation. */
public enum Advice {
    /** The same request would fail again, or would be done twice. */
    DO_NOT_RETRY,
    /** The same request may be sent again once {@link TelnyxException#retryAfter()} has passed. */
    RETRY_AFTER_DELAY,
    /** The same request may be sent again, with a wait that grows from try to try. */
    RETRY_WITH_BACKOFF,
    /**
     * The request may have been carried out and must not simply be sent again. Wait for its webhook, or search for what
     * it would have created, and decide then.
     */
    FIND_OUT_FIRST
}
