package org.telnyx4j.internal.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits, and measures how long something takes. Safe for use by any number of threads. */
public interface Sleeper {
    /**
     * Waits.
     *
     * @param duration how long, zero or more
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits, but no longer than until a latch opens. One that cannot be woken waits to the end.
     *
     * @param duration how long, zero or more
     * @param end the latch
     * @return whether it is open
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    default boolean sleep(Duration duration, CountDownLatch end) throws InterruptedException {
        sleep(duration);
        return end.getCount() == 0;
    }

    /**
     * Returns whether there is nothing left to wait for.
     *
     * @return true once the client that this belongs to is closed
     */
    default boolean isClosed() {
        return false;
    }

    /**
     * Runs something once there is nothing left to wait for: at once if that is so already, on this thread.
     *
     * @param action fast, and does not throw
     * @return what forgets it
     */
    default Registration onClose(Runnable action) {
        return () -> {};
    }

    /** What was registered, until it is closed. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Returns the time since some moment in the past. It goes on while the machine is suspended, where the time of day
     * shows that.
     *
     * @return nanoseconds
     */
    long nanoTime();
}
