package org.telnyx4j.internal.time;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures time that goes on while the machine is suspended. The JVM's own timer stops on many systems while a virtual
 * machine is moved or a laptop sleeps, and a deadline measured by it would be hours late. The time of day does not
 * stop. So where it gets ahead of the timer, the larger of the two counts.
 *
 * <p>A time of day that someone sets forward by more than a quarter of a second cannot be distinguished from a suspension: calls
 * under way then end as if their time had passed. One that is set back has no effect, and neither have the small
 * corrections of a time server. Safe for use by any number of threads.
 */
final class SuspensionClock {
    /** Deviations below are noise. */
    private static final long NOISE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** Deviations above, since the clock was last read, are a suspension. */
    private static final long SUSPENSION_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Two readings that are further apart do not belong together. */
    private static final long SAME_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final int MOST_READINGS = 100;

    private final LongSupplier timerNanos;
    private final LongSupplier wallMillis;
    private volatile State state;

    /**
     * Starts.
     *
     * @param timerNanos a timer, in nanoseconds since any moment
     * @param wallMillis the time of day, in milliseconds since any moment
     */
    SuspensionClock(LongSupplier timerNanos, LongSupplier wallMillis) {
        this.timerNanos = timerNanos;
        this.wallMillis = wallMillis;
        this.state = new State(wallNanos() - timerNanos.getAsLong(), 0);
    }

    /**
     * Returns the time since some moment in the past, in nanoseconds.
     *
     * @return a number that never gets smaller
     */
    long nanoTime() {
        State now = state;
        long timer = timerNanos.getAsLong();
        long deviation = wallNanos() - timer - now.expected;
        return Math.abs(deviation) <= NOISE_NANOS ? timer + now.suspendedNanos : adjusted();
    }

    private synchronized long adjusted() {
        long timer = timerNanos.getAsLong();
        long wall = wallNanos();
        // The thread may have waited between the two readings.
        for (int i = 0; i < MOST_READINGS && timerNanos.getAsLong() - timer > SAME_MOMENT_NANOS; i++) {
            timer = timerNanos.getAsLong();
            wall = wallNanos();
        }
        State before = state;
        long deviation = wall - timer - before.expected;
        if (Math.abs(deviation) > NOISE_NANOS) {
            long suspended = deviation > SUSPENSION_NANOS ? deviation : 0;
            state = new State(wall - timer, before.suspendedNanos + suspended);
        }
        return timer + state.suspendedNanos;
    }

    private long wallNanos() {
        return TimeUnit.MILLISECONDS.toNanos(wallMillis.getAsLong());
    }

    /**
     * What is known of the two.
     *
     * @param expected how far the time of day is ahead of the timer, unless something happens
     * @param suspendedNanos how long the timer has stood still so far
     */
    private record State(long expected, long suspendedNanos) {}
}
