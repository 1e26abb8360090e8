package org.telnyx4j.internal.retry;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Nanos;

/**
 * An attempt that sends its request a second time if no response comes within a while. The first request goes out on the
 * calling thread, the second on one of the client's, and so on another connection. The first response is taken and the
 * other request cancelled; only where that response is one after which the request would be sent again, the other is
 * waited for.
 *
 * <p>For one use.
 */
final class HedgedAttempt {
    /** The other request ends by itself at the deadline; this is for what goes by until its thread notes so. */
    private static final long GRACE_NANOS = Duration.ofMillis(100).toNanos();

    private final AttemptSender sender;
    private final RetryBudget budget;
    private final HedgeThreads threads;
    private final Telemetry telemetry;
    private final RetryState state;
    private final long delayNanos;
    private final Attempt hedgeRequest;
    private final Thread caller = Thread.currentThread();
    private final Attempt first;
    private final boolean firstToken;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition secondIsOver = lock.newCondition();
    // What follows is guarded by the lock.
    private @Nullable Attempt second;
    private @Nullable Thread secondThread;
    private @Nullable AttemptResult secondResult;
    private @Nullable AttemptResult taken;
    private boolean firstIsOver;
    private boolean secondIsTaken;
    private Outcome otherOutcome = Outcome.NOT_CARRIED_OUT;
    private @Nullable TelnyxException otherFailure;

    /**
     * Creates a hedged attempt.
     *
     * @param sender sends
     * @param budget has to have a token for the second request
     * @param threads send the second request
     * @param telemetry reports the second request
     * @param state the call, used on the calling thread only
     * @param first the first request
     */
    HedgedAttempt(
            AttemptSender sender,
            RetryBudget budget,
            HedgeThreads threads,
            Telemetry telemetry,
            RetryState state,
            Attempt first) {
        this.sender = sender;
        this.budget = budget;
        this.threads = threads;
        this.telemetry = telemetry;
        this.state = state;
        this.first = first;
        this.delayNanos = Nanos.of(state.call().retries().hedgeCallCommands().orElseThrow());
        this.hedgeRequest = state.hedgeOf(first);
        this.firstToken = state.hasNoToken();
    }

    AttemptResult run() {
        Future<?> timer = delayNanos < state.leftNanos() ? threads.after(delayNanos, this::hedge) : null;
        AttemptResult mine;
        try {
            mine = sender.send(state.call(), first);
        } finally {
            if (timer != null) {
                timer.cancel(false);
            }
        }
        AttemptResult result = settle(mine);
        if (second != null) {
            state.hedged(otherOutcome, otherFailure);
            telemetry.noteHedge(
                    state.call(),
                    secondIsTaken && result.response() != null
                            ? result.response().raw()
                            : null);
        }
        return result;
    }

    /** Runs on a thread of the client's. */
    private void hedge() {
        Attempt attempt = begin();
        if (attempt == null) {
            return;
        }
        AttemptResult result = null;
        try {
            result = sender.send(state.call(), attempt);
        } catch (RuntimeException e) {
            // Its outcome is unknown. Nobody would see it on this thread but the uncaught exception handler.
        } finally {
            finish(result);
            // The thread goes back to its pool, and what was meant for this call must not meet the next.
            Thread.interrupted();
        }
    }

    private @Nullable Attempt begin() {
        lock.lock();
        try {
            if (firstIsOver || caller.isInterrupted() || !budget.take(firstToken)) {
                return null;
            }
            second = hedgeRequest;
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
            if (result != null && taken == null && !firstIsOver && !result.isRepeated()) {
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
            if (mine.isRepeated() && !Thread.currentThread().isInterrupted()) {
                awaitSecond();
            }
            theirs = secondResult;
            if (theirs == null) {
                otherOutcome = Outcome.UNKNOWN;
                cancelSecond();
                return mine;
            }
            boolean mineIsBetter = !mine.isRepeated();
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
        long left = Math.max(0, state.leftNanos()) + GRACE_NANOS;
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
