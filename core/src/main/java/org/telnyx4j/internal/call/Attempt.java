package org.telnyx4j.internal.call;

import java.util.concurrent.CancellationException;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of a call. Belongs to the thread that sends it; {@link #cancel} may be called by another thread.
 */
public final class Attempt {
    private final int resends;
    private final long leftNanos;
    private @Nullable String authorization;
    // Guarded by this.
    private @Nullable Cancellable request;
    private boolean cancelled;

    /**
     * Creates an attempt.
     *
     * @param resends how many requests of the call were sent before
     * @param leftNanos the time that is left, from now to the last byte of the response
     */
    public Attempt(int resends, long leftNanos) {
        this.resends = resends;
        this.leftNanos = leftNanos;
    }

    /** Returns how many requests of the call were sent before. */
    public int resends() {
        return resends;
    }

    /** Returns the time that was left when the attempt was created, in nanoseconds. */
    public long leftNanos() {
        return leftNanos;
    }

    /** Returns the value of the {@code Authorization} header, or null before the authorization step. */
    public @Nullable String authorization() {
        return authorization;
    }

    /** Sets the value of the {@code Authorization} header. */
    public void authorize(String value) {
        this.authorization = value;
    }

    /**
     * Notes which request is sent, so that {@link #cancel} can end it.
     *
     * @param sent the request
     */
    public synchronized void begin(Cancellable sent) {
        request = sent;
        if (cancelled) {
            sent.cancel();
        }
    }

    /** Ends the request, because the response to another one was taken. */
    public synchronized void cancel() {
        cancelled = true;
        if (request != null) {
            request.cancel();
        }
    }

    /** Returns whether {@link #cancel} was called. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Returns what telemetry reports as the reason of a cancelled request. */
    public CancellationException cancellation() {
        return new CancellationException("the response to another request was taken");
    }
}
