package org.telnyx4j.internal.retry;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps the retries of a client within bounds. A retry takes a token. A call that succeeds gives back a
 * tenth of one, so calls that fare well pay for those that do not. Where hardly any call
 * succeeds, the tokens are soon gone, and what is left are first attempts and a trickle: one token each ten seconds.
 *
 * <p>The first retry of a call leaves half of the start untouched. Otherwise, when many calls fail at once, first retries
 * would eat all tokens, no call would have one for its second, and none would finish and give anything back.
 *
 * <p>A server that recovers and one that is down look the same until a retry has come to its end. So a call that finds
 * no token is not given up at once, but waits while others are out with theirs. Each of these that succeeds brings back
 * twice what it took, and with that those who wait go out, twice as many each time; if all of them fail, nobody waits
 * any longer. As long as less than half of the retried calls succeed, tokens get fewer.
 *
 * <p>Safe for use by any number of threads.
 */
final class RetryBudget {
    /** Counted in thousandths. */
    static final long TOKEN = 1_000;

    static final long START = 10 * TOKEN;
    static final long MOST = 30 * TOKEN;
    private static final long SUCCESS = TOKEN / 10;
    private static final long REFILL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private final AtomicLong balance = new AtomicLong(START);
    private final AtomicLong refilledAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Calls that hold tokens and are under way. FailSafe by the lock. */
    private int out;

    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Creates a budget.
     *
     * @param nanoTime returns the time in nanoseconds, whatever happens to the time of day
     */
    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.refilledAt = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Takes a token if there is one to spare.
     *
     * @param first whether the call has taken none yet
     * @return whether the request may be sent again
     */
    boolean take(boolean first) {
        lock.lock();
        try {
            boolean taken = takeToken(first);
            out += taken && first ? 1 : 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a token, or waits for one while there are calls under way whose retries may bring some.
     *
     * @param first whether the call has taken none yet
     * @param atMostNanos how long to wait
     * @return whether the request may be sent again; if not, the call counts as over
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean take(boolean first, long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            if (take(first)) {
                return true;
            }
            if (!first) {
                // Who waits has no news for others who wait.
                over();
            }
            return await(first, atMostNanos);
        } finally {
            lock.unlock();
        }
    }

    private boolean await(boolean first, long atMostNanos) throws InterruptedException {
        long left = atMostNanos;
        waiting.getAndIncrement();
        try {
            while (out > 0 && left > 0) {
                left = changed.awaitNanos(left);
                if (takeToken(first)) {
                    out++;
                    return true;
                }
            }
            return false;
        } finally {
            waiting.getAndDecrement();
        }
    }

    private boolean takeToken(boolean first) {
        refill();
        long least = first ? START / 2 + 1 : TOKEN;
        long before = balance.getAndUpdate(now -> now >= least ? now - TOKEN : now);
        return before >= least;
    }

    /** Notes that a call that has taken tokens is over. */
    void over() {
        lock.lock();
        try {
            out--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that a call has succeeded.
     *
     * @param taken how many tokens it took
     */
    void succeeded(int taken) {
        if (taken > 0 || balance.get() < MOST) {
            balance.updateAndGet(now -> Math.min(MOST, now + 2L * taken * TOKEN + SUCCESS));
            if (waiting.get() > 0) {
                wake();
            }
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the remaining tokens, in thousandths of a token. */
    long balance() {
        return balance.get();
    }

    private void refill() {
        long last = refilledAt.get();
        long periods = (nanoTime.getAsLong() - last) / REFILL_NANOS;
        if (periods > 0 && refilledAt.compareAndSet(last, last + periods * REFILL_NANOS)) {
            balance.updateAndGet(now -> now >= START ? now : Math.min(START, now + Math.min(periods, 20) * TOKEN));
        }
    }
}
