package org.telnyx4j.internal.time;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * All that a client takes from the world outside besides the network, so that a test can put its own in place.
 *
 * @param clock the time of day, by which nothing is measured but a date that a server writes
 * @param sleeper waits and measures
 * @param random returns a number from 0 (inclusive) to 1 (exclusive)
 */
public record TimeSource(Clock clock, Sleeper sleeper, DoubleSupplier random) {
    /**
     * Returns the real one.
     *
     * @return clock, timer and random numbers of this machine
     */
    public static TimeSource system() {
        return new TimeSource(
                Clock.systemUTC(),
                SystemSleeper.INSTANCE,
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
