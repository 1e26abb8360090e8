package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.telnyx4j.internal.time.Nanos;

/**
 * Counts the calls and the operations of several steps that are under way, so that a client can be closed when the last
 * one has ended. Safe for use by any number of threads.
 */
final class Admission {
    /** Added to the count when no more are let in. */
    private static final int CLOSING = 1 << 30;

    private final AtomicInteger underWay = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allOver = lock.newCondition();

    /**
     * Lets something in, unless the client is being closed.
     *
     * @return whether it may begin; if so, {@link #leave} must follow
     */
    boolean enter() {
        if (underWay.getAndIncrement() < CLOSING) {
            return true;
        }
        leave();
        return false;
    }

    /** Notes that something is over. */
    void leave() {
        if (underWay.decrementAndGet() == CLOSING) {
            lock.lock();
            try {
                allOver.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Lets nothing in any more, and waits for what is under way.
     *
     * @param atMost how long to wait
     * @return whether all of it is over
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    boolean close(Duration atMost) throws InterruptedException {
        underWay.getAndUpdate(count -> count < CLOSING ? count + CLOSING : count);
        long left = Nanos.of(atMost);
        lock.lock();
        try {
            while (underWay.get() > CLOSING && left > 0) {
                left = allOver.awaitNanos(left);
            }
            return underWay.get() <= CLOSING;
        } finally {
            lock.unlock();
        }
    }
}
