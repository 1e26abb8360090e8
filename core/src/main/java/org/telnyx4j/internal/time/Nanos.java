package org.telnyx4j.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations in nanoseconds. A {@code long} holds 292 years of them, and a duration can be longer. */
public final class Nanos {
    /** So much that a moment that far from now can still be computed. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 4);

    private Nanos() {}

    /**
     * Returns a duration in nanoseconds, cut at 73 years.
     *
     * @param duration zero or more
     * @return nanoseconds
     */
    public static long of(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
    }

    /**
     * Returns a duration in milliseconds, cut at 73 years.
     *
     * @param duration zero or more
     * @return milliseconds
     */
    public static long toMillis(Duration duration) {
        return TimeUnit.NANOSECONDS.toMillis(of(duration));
    }
}
