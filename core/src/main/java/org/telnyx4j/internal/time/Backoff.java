package org.telnyx4j.internal.time;

import java.time.Duration;

/** Waits that double from one to the next, up to a longest one. For one thread. */
public final class Backoff {
    private final Duration longest;
    private Duration next;

    /**
     * Starts.
     *
     * @param first the first wait
     * @param longest the longest one
     */
    public Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Returns the next wait. */
    public Duration next() {
        Duration wait = next;
        // Compared by the half, as the double of a very long time is none.
        next = wait.compareTo(longest.dividedBy(2)) < 0 ? wait.multipliedBy(2) : longest;
        return wait;
    }
}
