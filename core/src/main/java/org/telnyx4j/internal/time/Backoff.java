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
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }
}
