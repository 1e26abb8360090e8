package org.telnyx4j.internal.call;

import java.util.concurrent.CancellationException;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.time.Nanos;

/**
 * One HTTP request of a call. Belongs to the thread that sends it; {@link #cancel} may be called by another thread.
 */
public final class Attempt {
    private final int resends;
    private final long beginNanos;
    private final long deadlineNanos;
    private final boolean hasAllOfTheCall;
    private @Nullable String authorization;
    // Guarded by this.
    private @Nullable Cancellable request;
    private boolean cancelled;

    /**
     * Creates an attempt.
     *
     * @param resends how many requests of the call were sent before
     * @param beginNanos when the attempt begins, on the scale of the client's sleeper
     * @param deadlineNanos when the last byte of the response must be there
     * @param hasAllOfTheCall whether that is the deadline of the whole call, so that nothing can come after it
     */
    public Attempt(int resends, long beginNanos, long deadlineNanos, boolean hasAllOfTheCall) {
        this.resends = resends;
        this.beginNanos = beginNanos;
        this.deadlineNanos = deadlineNanos;
        this.hasAllOfTheCall = hasAllOfTheCall;
    }

    /**
     * Creates the first attempt of a call that begins when it was called.
     *
     * @param call the call
     * @param nanoTime when that is, on the scale of the client's sleeper
     * @return the attempt
     */
    public static Attempt first(Call call, long nanoTime) {
        return first(call, nanoTime, nanoTime);
    }

    /**
     * Creates the first attempt of a call.
     *
     * @param call the call
     * @param beginNanos when the call began to count, on the scale of the client's sleeper
     * @param nanoTime what time it is, the same unless the call had to wait for a thread
     * @return the attempt
     */
    public static Attempt first(Call call, long beginNanos, long nanoTime) {
        long leftNanos = Nanos.of(call.timeout()) - (nanoTime - beginNanos);
        long attemptNanos = call.retries().attemptTimeout().map(Nanos::of).orElse(Long.MAX_VALUE);
        return new Attempt(0, beginNanos, nanoTime + Math.min(leftNanos, attemptNanos), attemptNanos >= leftNanos);
    }

    /**
     * Returns the first attempt of a call that has waited for something before: it ends with the call as before, and has
     * all the time of an attempt as far as there is that much.
     *
     * @param call the call that this is the first attempt of
     * @param nanoTime when the wait is over, on the scale of the client's sleeper
     * @return the attempt
     */
    public Attempt afterWait(Call call, long nanoTime) {
        long callEnds = beginNanos + Nanos.of(call.timeout());
        long attemptNanos = call.retries().attemptTimeout().map(Nanos::of).orElse(Long.MAX_VALUE);
        boolean all = callEnds - nanoTime <= attemptNanos;
        return new Attempt(resends, beginNanos, all ? callEnds : nanoTime + attemptNanos, all);
    }

    /** Returns how many requests of the call were sent before. */
    public int resends() {
        return resends;
    }

    /** Returns when the attempt begins, on the scale of the client's sleeper. */
    public long beginNanos() {
        return beginNanos;
    }

    /** Returns when the attempt must be over, on the scale of the client's sleeper. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** Returns whether the deadline of the attempt is that of the whole call. */
    public boolean hasAllOfTheCall() {
        return hasAllOfTheCall;
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
