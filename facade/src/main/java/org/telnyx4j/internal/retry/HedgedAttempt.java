package org.telnyx4j.internal.retry;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;

/**
 * An attempt that sends its request a second time if no answer comes within a while. The first request goes out on the
 * calling thread, the second on one of the client's, and so on another connection. The first answer is taken and the
 * other request cancelled; only where that answer is one after which the request would be sent again, the other is
 * waited for.
 *
 * <p>For one use.
 */
final class HedgedAttempt {
    /** The other request ends by itself at the deadline; this is for what goes by until its thread says so. */
    private static final long GRACE_NANOS = Duration.ofMillis(100).toNanos();

    private final CallRun run;
    private final Duration delay;
    private final int resends;
    private final boolean firstToken;
    private final Thread caller = Thread.currentThread();
    private final HttpUriRequestBase first;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition secondIsOver = lock.newCondition();
    // What follows is guarded by the lock.
    private @Nullable HttpUriRequestBase second;
    private @Nullable Thread secondThread;
    private @Nullable AttemptResult secondResult;
    private @Nullable AttemptResult taken;
    private boolean firstIsOver;
    private boolean secondIsTaken;
    private Outcome otherOutcome = Outcome.NOT_CARRIED_OUT;
    private @Nullable TelnyxException otherFailure;

    /**
     * Makes one.
     *
     * @param run the call
     * @param delay how long to wait for an answer to the first request
     * @param resends how many requests the call has sent before
     * @param firstToken whether the call has taken nothing from the budget yet
     */
    HedgedAttempt(CallRun run, Duration delay, int resends, boolean firstToken) {
        this.run = run;
        this.delay = delay;
        this.resends = resends;
        this.firstToken = firstToken;
        this.first = run.freshRequest();
    }

    AttemptResult run() {
        long left = run.leftNanos();
        Runnable hedge = run.sender().carried(() -> hedge(left - delay.toNanos()));
        Future<?> timer = delay.toNanos() < left ? run.engine().hedgeThreads().after(delay, hedge) : null;
        AttemptResult mine;
        try {
            mine = run.send(first, resends, left);
        } finally {
            if (timer != null) {
                timer.cancel(false);
            }
        }
        AttemptResult result = settle(mine);
        if (wasHedged()) {
            run.sender().noteHedge(secondIsTaken ? result.answer() : null);
        }
        return result;
    }

    /** Tells whether a second request was made. For the calling thread, once this has run. */
    boolean wasHedged() {
        return second != null;
    }

    /** Returns what may have come of the request whose answer was not taken. */
    Outcome otherOutcome() {
        return otherOutcome;
    }

    /** Returns how the request whose answer was not taken failed, or null where it was cancelled. */
    @Nullable
    TelnyxException otherFailure() {
        return otherFailure;
    }

    /** Runs on a thread of the client's. */
    private void hedge(long left) {
        HttpUriRequestBase request = begin();
        if (request == null) {
            return;
        }
        AttemptResult result = null;
        try {
            result = run.send(request, resends + 1, left);
        } finally {
            finish(result);
            // The thread goes back to its pool, and what was meant for this call must not meet the next.
            Thread.interrupted();
        }
    }

    private @Nullable HttpUriRequestBase begin() {
        lock.lock();
        try {
            if (firstIsOver || caller.isInterrupted() || !run.engine().budget().take(firstToken)) {
                return null;
            }
            second = run.freshRequest();
            secondThread = Thread.currentThread();
            return second;
        } finally {
            lock.unlock();
        }
    }

    private void finish(@Nullable AttemptResult result) {
        lock.lock();
        try {
            secondThread = null;
            secondResult = result;
            if (result != null && taken == null && !firstIsOver && !run.isRepeated(result)) {
                taken = result;
                first.cancel();
            }
            secondIsOver.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private AttemptResult settle(AttemptResult mine) {
        lock.lock();
        try {
            firstIsOver = true;
            AttemptResult theirs = taken;
            if (theirs != null) {
                // This one was cancelled for it, or came too late.
                otherOutcome = mine.outcome();
                secondIsTaken = true;
                return theirs;
            }
            if (second == null) {
                return mine;
            }
            if (run.isRepeated(mine) && !Thread.currentThread().isInterrupted()) {
                awaitSecond();
            }
            theirs = secondResult;
            if (theirs == null) {
                otherOutcome = Outcome.UNKNOWN;
                cancelSecond();
                return mine;
            }
            boolean mineIsBetter = !run.isRepeated(mine);
            AttemptResult other = mineIsBetter ? theirs : mine;
            otherOutcome = other.outcome();
            otherFailure = other.failure();
            secondIsTaken = !mineIsBetter;
            return mineIsBetter ? mine : theirs;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSecond() {
        long left = Math.max(0, run.leftNanos()) + GRACE_NANOS;
        try {
            while (secondThread != null && left > 0) {
                left = secondIsOver.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // The caller finds the flag and ends the call.
            Thread.currentThread().interrupt();
        }
    }

    private void cancelSecond() {
        if (second != null) {
            second.cancel();
        }
        if (secondThread != null) {
            secondThread.interrupt();
        }
    }
}
