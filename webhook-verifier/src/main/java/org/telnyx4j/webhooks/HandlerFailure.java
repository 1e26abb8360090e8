package org.telnyx4j.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception in the log: class names and stack traces without the messages, which can quote a text or a
 * phone number.
 */
final class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Longer chains are cut: they contain nothing more, and one may be a circle. */
    private static final int MAX_CAUSES = 8;

    private HandlerFailure(String className, @Nullable Throwable cause, StackTraceElement[] trace) {
        super(className, cause);
        setStackTrace(trace);
    }

    static HandlerFailure of(Throwable failure) {
        return of(failure, MAX_CAUSES);
    }

    private static HandlerFailure of(Throwable failure, int causes) {
        Throwable cause = failure.getCause();
        return new HandlerFailure(
                failure.getClass().getName(),
                cause == null || causes == 0 ? null : of(cause, causes - 1),
                failure.getStackTrace());
    }
}
