package org.telnyx4j.internal.time;

import java.time.Duration;

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
     * Tells the time since some moment in the past, whatever happens to the time of day.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * Returns the real one.
     *
     * @return a sleeper of this machine
     */
    static Sleeper system() {
        return SystemSleeper.INSTANCE;
    }
}
