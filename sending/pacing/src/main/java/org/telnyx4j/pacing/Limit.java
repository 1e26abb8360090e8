package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.Objects;

/**
 * How much may be sent in how long. In <em>any</em> window of that length, wherever it begins, no more than {@code units}
 * leave this process, and within it they are spread evenly: after a pause, {@code burst} of them may go at once, the rest
 * follow one by one. A message of more parts than the whole limit goes when the window is empty, and those after it wait
 * accordingly longer. Immutable and safe for use by any number of threads.
 *
 * @param units how many, 1 at least
 * @param window in how long, above zero and 31 days at most
 * @param counted what is counted
 * @param burst how many may go at once after a pause, from 1 to {@code units}
 */
public record Limit(long units, Duration window, Counted counted, long burst) {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    private static final long MOST_UNITS = 1_000_000_000L;
    private static final Duration BURST = Duration.ofMillis(100);
    private static final Limit NONE = new Limit(MOST_UNITS, Duration.ofMillis(1), Counted.MESSAGES, MOST_UNITS);

    /** What a limit counts. */
    public enum Counted {
        /** Messages, however long; a message to several recipients once for each. */
        MESSAGES,
        /** The parts (segments) that a text is split into and charged by, for each recipient. */
        PARTS
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Limit {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(counted, "counted");
        if (units < 1 || units > MOST_UNITS) {
            throw new IllegalArgumentException("units must be 1 to " + MOST_UNITS + ", was " + units);
        }
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("window must be 1 ms to 31 days, was " + window);
        }
        if (burst < 1 || burst > units) {
            throw new IllegalArgumentException("burst must be 1 to units (" + units + "), was " + burst);
        }
    }

    /**
     * Creates a limit of messages. What may go at once is a tenth of a second's worth, one at least.
     *
     * @param messages how many, 1 at least
     * @param window in how long, above zero and 31 days at most
     * @return the limit
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public static Limit of(long messages, Duration window) {
        Objects.requireNonNull(window, "window");
        double ofBurst = (double) messages * BURST.toMillis() / Math.max(1, window.toMillis());
        return new Limit(messages, window, Counted.MESSAGES, Math.max(1, Math.min(messages, (long) ofBurst)));
    }

    /**
     * Creates a limit of messages in a second.
     *
     * @param messages how many, 1 at least
     * @return the limit
     * @throws IllegalArgumentException if it is less than one
     */
    public static Limit perSecond(long messages) {
        return of(messages, Duration.ofSeconds(1));
    }

    /**
     * Creates a limit of messages in a minute.
     *
     * @param messages how many, 1 at least
     * @return the limit
     * @throws IllegalArgumentException if it is less than one
     */
    public static Limit perMinute(long messages) {
        return of(messages, Duration.ofMinutes(1));
    }

    /**
     * Returns a limit that admits everything, for what has none.
     *
     * @return the same one each time
     */
    public static Limit none() {
        return NONE;
    }

    /**
     * Returns this limit, counting something else.
     *
     * @param what messages or parts
     * @return the limit
     */
    public Limit counting(Counted what) {
        return new Limit(units, window, what, burst);
    }

    /**
     * Returns this limit with another number that may go at once after a pause.
     *
     * @param atOnce from 1 (all evenly spread) to {@link #units()} (not spread at all, as for a quota of a day)
     * @return the limit
     * @throws IllegalArgumentException if it is out of its range
     */
    public Limit withBurst(long atOnce) {
        return new Limit(units, window, counted, atOnce);
    }

    /**
     * Returns whether this is {@link #none()}.
     *
     * @return true if everything is admitted
     */
    public boolean isNone() {
        return equals(NONE);
    }
}
