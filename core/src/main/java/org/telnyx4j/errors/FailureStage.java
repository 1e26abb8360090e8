package org.telnyx4j.errors;

/** How far a call had come when it failed, in the order in which the stages of an attempt happen. */
public enum FailureStage {
    /** Waiting for a free connection of the pool. */
    LEASE,
    /** Looking up the host's address. */
    RESOLVE,
    /** Opening the connection. */
    CONNECT,
    /** Agreeing on TLS. */
    TLS,
    /** Writing the request; some or all of it may have arrived. */
    SEND,
    /** Waiting for the status line and headers of the response. */
    AWAIT_RESPONSE,
    /** Reading the body of the response. */
    READ_BODY,
    /** Waiting before another attempt; the one before had failed. */
    BACKOFF;

    /**
     * Returns whether any byte of the request may have left this machine.
     *
     * @return false up to and including {@link #TLS}, true from {@link #SEND} on
     */
    public boolean requestMayHaveLeft() {
        return compareTo(SEND) >= 0;
    }
}
