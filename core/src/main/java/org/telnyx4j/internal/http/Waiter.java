package org.telnyx4j.internal.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A call that waits for a connection or for a place on one. It can be woken by itself: among ten thousand that wait, one
 * that is cancelled does not wake the others. Safe for use by any number of threads; one of them waits.
 */
final class Waiter {
    private final BooleanSupplier isClosed;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean isCancelled;

    /**
     * Creates what waits for one call.
     *
     * @param isClosed returns true if no call is to wait any longer
     */
    Waiter(BooleanSupplier isClosed) {
        this.isClosed = isClosed;
    }

    /** Returns whether nobody waits for the call any longer. */
    boolean isOver() {
        return isCancelled || isClosed.getAsBoolean();
    }

    /** Has the call wait no longer, or not at all. */
    void cancel() {
        isCancelled = true;
        wake();
    }

    /** Wakes the call, or has its next pause end at once. */
    void wake() {
        signals.release();
    }

    /**
     * Waits until somebody wakes it.
     *
     * @param atMostNanos for how long
     */
    void pause(long atMostNanos) throws InterruptedException {
        if (signals.tryAcquire(atMostNanos, TimeUnit.NANOSECONDS)) {
            signals.drainPermits();
        }
    }
}
