package org.telnyx4j.sandbox;

import java.time.Duration;
import java.util.Objects;

/**
 * How webhooks arrive otherwise than once and in order. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * sandbox.webhooks().disorder(WebhookDisorder.NONE.copies(3).lateBy(Duration.ofSeconds(5), 42).concurrent());
 * }</pre>
 */
public final class WebhookDisorder {
    /** Each event once and in order. */
    public static final WebhookDisorder NONE = new WebhookDisorder(1, Duration.ZERO, 0, false);

    private static final int MOST_COPIES = 20;

    private final int copies;
    private final Duration mostLate;
    private final long seed;
    private final boolean concurrent;

    private WebhookDisorder(int copies, Duration mostLate, long seed, boolean concurrent) {
        this.copies = copies;
        this.mostLate = mostLate;
        this.seed = seed;
        this.concurrent = concurrent;
    }

    /**
     * Sends each event so many times, with the same id.
     *
     * @throws IllegalArgumentException if it isn't from 1 to 20
     */
    public WebhookDisorder copies(int copies) {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("copies must be from 1 to " + MOST_COPIES + ", was " + copies);
        }
        return new WebhookDisorder(copies, mostLate, seed, concurrent);
    }

    /**
     * Lets each copy arrive late by a random time, so that events overtake each other.
     *
     * @param most the longest delay, by the sandbox's clock
     * @param seed where the random times start: the same seed gives the same times
     * @throws IllegalArgumentException if the time is negative
     */
    public WebhookDisorder lateBy(Duration most, long seed) {
        if (Objects.requireNonNull(most, "most").isNegative()) {
            throw new IllegalArgumentException("most must not be negative, was " + most);
        }
        return new WebhookDisorder(copies, most, seed, concurrent);
    }

    /** Sends an event without waiting for the response to the one before. */
    public WebhookDisorder concurrent() {
        return new WebhookDisorder(copies, mostLate, seed, true);
    }

    /** Returns how many times each event is sent. */
    public int copies() {
        return copies;
    }

    /** Returns how late an event may arrive. */
    public Duration mostLate() {
        return mostLate;
    }

    /** Returns where the random delays start. */
    public long seed() {
        return seed;
    }

    /** Returns whether events are sent without waiting for each other. */
    public boolean isConcurrent() {
        return concurrent;
    }

    @Override
    public String toString() {
        return "WebhookDisorder[copies=" + copies + ", mostLate=" + mostLate + ", seed=" + seed + ", concurrent="
                + concurrent + "]";
    }
}
