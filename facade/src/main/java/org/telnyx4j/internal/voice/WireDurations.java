package org.telnyx4j.internal.voice;

import java.time.Duration;
import java.util.Objects;

/** Turns durations into the whole numbers of the API, rounded up so that nothing becomes zero by rounding. */
public final class WireDurations {
    private WireDurations() {}

    /** Returns whole seconds, at most what an int holds; the rules then say whether Telnyx takes so many. */
    public static int seconds(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        long seconds = duration.getSeconds();
        return clamp(duration.getNano() > 0 ? seconds + 1 : seconds);
    }

    /** Returns whole milliseconds, at most what an int holds. */
    public static int millis(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        if (duration.getSeconds() > Integer.MAX_VALUE / 1_000 || duration.getSeconds() < Integer.MIN_VALUE / 1_000) {
            return duration.isNegative() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        long millis = duration.toMillis();
        return clamp(duration.getNano() % 1_000_000 > 0 ? millis + 1 : millis);
    }

    private static int clamp(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
