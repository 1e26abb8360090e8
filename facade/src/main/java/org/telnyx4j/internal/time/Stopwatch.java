package org.telnyx4j.internal.time;

import java.time.Duration;

/** The time that an operation of several steps has, and the waits between its steps. For one thread. */
public final class Stopwatch {
    /** Too little to get an answer in. */
    private static final Duration NOTHING = Duration.ofMillis(50);

    private final Sleeper sleeper;
    private final Duration total;
    private final long start;

    /**
     * Starts.
     *
     * @param sleeper measures and waits
     * @param total all the time there is
     */
    public Stopwatch(Sleeper sleeper, Duration total) {
        this.sleeper = sleeper;
        this.total = total;
        this.start = sleeper.nanoTime();
    }

    /** Returns all the time there was. */
    public Duration total() {
        return total;
    }

    /** Returns the time that is left, zero or more. */
    public Duration left() {
        Duration left = total.minusNanos(sleeper.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Tells whether too little is left for another request. */
    public boolean isUp() {
        return left().compareTo(NOTHING) <= 0;
    }

    /**
     * Waits, but for no more than half of what is left, so that there is time for another look.
     *
     * @param wanted how long
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    public void pause(Duration wanted) throws InterruptedException {
        Duration most = left().dividedBy(2);
        sleeper.sleep(wanted.compareTo(most) < 0 ? wanted : most);
    }
}
