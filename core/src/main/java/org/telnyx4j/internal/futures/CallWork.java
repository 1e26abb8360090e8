package org.telnyx4j.internal.futures;

import org.jspecify.annotations.Nullable;

/**
 * What one asynchronous call does. One of {@link #run} and {@link #notBegun} is called, once.
 *
 * @param <T> the class of the result
 */
public interface CallWork<T extends @Nullable Object> {
    /**
     * Sends, and returns the result; on the thread of the call.
     *
     * @return the result
     */
    T run();

    /**
     * Builds the error of a call that ended before it began.
     *
     * @param reason why
     * @param cause what led to it, or null
     * @return the exception
     */
    Throwable notBegun(EndReason reason, @Nullable Throwable cause);

    /** Called when the call has ended in whichever way, before its future completes. */
    void over();

    /** Why a call ended before it began. */
    enum EndReason {
        /** Its deadline passed while it waited for a thread. */
        DEADLINE,
        /** The caller has cancelled it. */
        CANCELLED,
        /** The client was closed. */
        CLOSED,
        /** There were too many calls. */
        TOO_MANY,
        /** The executor or the decorator refused it, or there could be no further thread. */
        NO_THREAD
    }
}
