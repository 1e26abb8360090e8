package org.telnyx4j.pacing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Time that passes, and threads that wait for it: a test puts its own in place. */
interface PaceTime {
    /** Returns nanoseconds since some moment in the past. */
    long nanoTime();

    /** Returns the time of day in milliseconds. */
    long wallMillis();

    /** Returns what one thread waits on while it holds the lock. */
    Signal signal(Lock lock);

    /** What one thread waits on. Both methods are called with the lock held. */
    interface Signal {
        /** Waits, for so long at most; may return at any time before. */
        void await(long nanos) throws InterruptedException;

        /** Wakes the thread. */
        void send();
    }

    /** Returns the time of this machine. */
    static PaceTime system() {
        long origin = System.nanoTime();
        return new PaceTime() {
            @Override
            public long nanoTime() {
                return System.nanoTime() - origin;
            }

            @Override
            public long wallMillis() {
                return System.currentTimeMillis();
            }

            @Override
            public Signal signal(Lock lock) {
                Condition condition = lock.newCondition();
                return new Signal() {
                    @Override
                    @SuppressWarnings("WaitNotInLoop") // The loop is where it is called.
                    public void await(long nanos) throws InterruptedException {
                        boolean unused = condition.await(nanos, TimeUnit.NANOSECONDS);
                    }

                    @Override
                    public void send() {
                        condition.signal();
                    }
                };
            }
        };
    }
}
