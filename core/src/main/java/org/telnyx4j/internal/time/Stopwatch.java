package org.telnyx4j.internal.time;

import java.time.Duration;

/** The time that an operation of several steps has, and the waits between its steps. For one thread. */
public final class Stopwatch {
    /** Too little to get a response in. */
    private static final Duration NOTHING = Duration.ofMillis(50);

    private static final Duration SHORTEST_CHECK = Duration.ofMillis(500);

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
        this(sleeper, total, sleeper.nanoTime());
    }

    /**
     * Starts with a moment in the past.
     *
     * @param sleeper measures and waits
     * @param total all the time there is
     * @param startNanos when it began to count, on the scale of the sleeper
     */
    public Stopwatch(Sleeper sleeper, Duration total, long startNanos) {
        this.sleeper = sleeper;
        this.total = total;
        this.start = startNanos;
    }

    /** Returns the whole time, which was there at the start. */
    public Duration total() {
        return total;
    }

    /** Returns the time that is left, zero or more. */
    public Duration left() {
        Duration left = total.minusNanos(sleeper.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Returns how much of the time one check may take: not all of it, so that another check is possible if
     * this one hangs.
     */
    public Duration forOneCheck() {
        Duration left = left();
        Duration some = left.compareTo(SHORTEST_CHECK) < 0 ? left : SHORTEST_CHECK;
        Duration half = left.dividedBy(2);
        return half.compareTo(some) > 0 ? half : some;
    }

    /** Returns whether the client is closed, so that nothing more can be sent. */
    public boolean isClosed() {
        return sleeper.isClosed();
    }

    /** Returns whether too little is left for another request, or the client is closed. */
    public boolean isUp() {
        return isClosed() || left().compareTo(NOTHING) <= 0;
    }

    /**
     * Waits, but for no more than half of what is left, so that there is time for another check.
     *
     * @param wanted how long
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    public void pause(Duration wanted) throws InterruptedException {
        Duration most = left().dividedBy(2);
        sleeper.sleep(wanted.compareTo(most) < 0 ? wanted : most);
    }

    /**
     * Waits as long as the other side has asked for, unless that takes all the time that is left.
     *
     * @param asked how long
     * @return false if it would take too long, and it did not wait, or if the client is closed
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    public boolean waitFor(Duration asked) throws InterruptedException {
        if (asked.compareTo(left().minus(NOTHING)) >= 0) {
            return false;
        }
        sleeper.sleep(asked);
        return !isClosed();
    }
}
