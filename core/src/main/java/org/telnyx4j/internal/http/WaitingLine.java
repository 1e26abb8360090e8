package org.telnyx4j.internal.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Calls that wait for the same thing, in the order in which they came. All of it is guarded by the lock that guards what
 * they wait for, and is called with it held once.
 */
final class WaitingLine {
    private final ReentrantLock lock;
    private final Set<Waiter> waiting = new LinkedHashSet<>();

    /**
     * Creates a line in which nobody waits.
     *
     * @param lock guards what is waited for
     */
    WaitingLine(ReentrantLock lock) {
        this.lock = lock;
    }

    /**
     * Waits until it is woken, and lets others have the lock meanwhile. It may also return for no reason.
     *
     * @param waiter who waits
     * @param atMostNanos for how long
     */
    void await(Waiter waiter, long atMostNanos) throws InterruptedException {
        waiting.add(waiter);
        boolean isInterrupted = true;
        lock.unlock();
        try {
            waiter.pause(atMostNanos);
            isInterrupted = false;
        } finally {
            lock.lock();
            boolean isCalled = !waiting.remove(waiter);
            if (isInterrupted && isCalled) {
                // What it was called for is for the next one.
                wakeFirst();
            }
        }
    }

    /** Wakes the one that has waited for longest. */
    void wakeFirst() {
        wake(1);
    }

    /** Wakes all. */
    void wakeAll() {
        wake(waiting.size());
    }

    /**
     * Wakes those that have waited for longest.
     *
     * @param most how many of them
     */
    void wake(long most) {
        Iterator<Waiter> first = waiting.iterator();
        for (long left = most; left > 0 && first.hasNext(); left--) {
            Waiter waiter = first.next();
            first.remove();
            waiter.wake();
        }
    }
}
