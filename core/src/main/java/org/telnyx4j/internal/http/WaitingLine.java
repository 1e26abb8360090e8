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
     * Waits until it is called, and lets others have the lock meanwhile.
     *
     * @param waiter who waits
     * @param atMostNanos for how long
     * @return true if it was called; false if the time is up, or it is to look whether anybody waits for the call
     * @throws InterruptedException if the thread was interrupted before it was called
     */
    boolean await(Waiter waiter, long atMostNanos) throws InterruptedException {
        waiting.add(waiter);
        InterruptedException interrupt = null;
        lock.unlock();
        try {
            waiter.pause(atMostNanos);
        } catch (InterruptedException e) {
            interrupt = e;
        } finally {
            lock.lock();
        }
        boolean isCalled = !waiting.remove(waiter);
        if (interrupt != null && !isCalled) {
            throw interrupt;
        }
        if (interrupt != null) {
            // What it was called for would be lost otherwise.
            Thread.currentThread().interrupt();
        }
        return isCalled;
    }

    /**
     * Calls the one that has waited for longest.
     *
     * @return false if nobody waits
     */
    boolean callFirst() {
        Iterator<Waiter> first = waiting.iterator();
        if (!first.hasNext()) {
            return false;
        }
        Waiter waiter = first.next();
        first.remove();
        waiter.wake();
        return true;
    }

    /** Calls all. */
    void callAll() {
        waiting.forEach(Waiter::wake);
        waiting.clear();
    }
}
