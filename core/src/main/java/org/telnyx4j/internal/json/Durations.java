package org.telnyx4j.internal.json;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns durations into the whole numbers of the API, rounded up so that nothing becomes zero by rounding. */
public final class Durations {
    private static final long SECONDS_OF_MINUTE = 60;
    private static final int NANOS_OF_MILLISECOND = 1_000_000;
    private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private Durations() {}

    /** Returns whole seconds. */
    public static long seconds(Duration duration) {
        return duration.getNano() > 0 ? clamp(duration.getSeconds()) + 1 : clamp(duration.getSeconds());
    }

    /** Returns whole milliseconds. */
    public static long milliseconds(Duration duration) {
        int nanos = duration.getNano();
        return clamp(duration.getSeconds()) * 1_000
                + nanos / NANOS_OF_MILLISECOND
                + (nanos % NANOS_OF_MILLISECOND > 0 ? 1 : 0);
    }

    /** Returns whole minutes. */
    public static long minutes(Duration duration) {
        return -Math.floorDiv(-seconds(duration), SECONDS_OF_MINUTE);
    }

    /** Returns a duration of whole minutes, or null if there is none so long. */
    public static @Nullable Duration ofMinutes(long minutes) {
        return Math.abs(minutes) > LONGEST_SECONDS / SECONDS_OF_MINUTE ? null : Duration.ofMinutes(minutes);
    }

    /** Three hundred million years: no limit of the API is near. */
    private static long clamp(long seconds) {
        return Math.max(-LONGEST_SECONDS, Math.min(LONGEST_SECONDS, seconds));
    }
}
