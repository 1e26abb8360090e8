package org.telnyx4j.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Remembers event ids in this process's memory: each for ten minutes after it was last seen, and 100,000 at most, unless
 * told otherwise. When it is full, the id that was seen longest ago goes. Safe for use by any number of threads.
 */
public final class InMemoryReplayGuard implements ReplayGuard {
    private static final Duration DEFAULT_WINDOW = WebhookVerifier.DEFAULT_TOLERANCE.multipliedBy(2);
    private static final int DEFAULT_CAPACITY = 100_000;

    private final Duration window;
    private final int capacity;
    private final Clock clock;

    /** When each id was last seen, the one that was seen longest ago first. Guarded by itself. */
    private final Map<String, Instant> lastSeen = new LinkedHashMap<>();

    /** Makes a guard that suits a verifier with default tolerances. */
    public InMemoryReplayGuard() {
        this(DEFAULT_WINDOW, DEFAULT_CAPACITY, Clock.systemUTC());
    }

    /**
     * Makes a guard.
     *
     * @param window how long an id is remembered after it was last seen: the sum of the verifier's two tolerances or
     *     longer, or a recorded webhook could pass once the guard has forgotten it
     * @param capacity how many ids are remembered at most, one or more
     * @param clock tells the time
     * @throws IllegalArgumentException if the window is not longer than zero or the capacity is less than one
     */
    public InMemoryReplayGuard(Duration window, int capacity, Clock clock) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window: " + window + " is not longer than zero");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " is less than 1");
        }
        this.window = window;
        this.capacity = capacity;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public boolean firstTime(String eventId) {
        Objects.requireNonNull(eventId, "eventId");
        synchronized (lastSeen) {
            Instant now = clock.instant();
            dropForgotten(now);
            boolean first = lastSeen.remove(eventId) == null;
            lastSeen.put(eventId, now);
            if (lastSeen.size() > capacity) {
                dropOldest();
            }
            return first;
        }
    }

    @Override
    public void forget(String eventId) {
        Objects.requireNonNull(eventId, "eventId");
        synchronized (lastSeen) {
            lastSeen.remove(eventId);
        }
    }

    /** Tells how many ids are remembered. */
    @Override
    public String toString() {
        synchronized (lastSeen) {
            return "InMemoryReplayGuard[" + lastSeen.size() + " of " + capacity + " ids, window " + window + "]";
        }
    }

    private void dropForgotten(Instant now) {
        Iterator<Instant> oldestFirst = lastSeen.values().iterator();
        while (oldestFirst.hasNext()
                && Duration.between(oldestFirst.next(), now).compareTo(window) > 0) {
            oldestFirst.remove();
        }
    }

    private void dropOldest() {
        Iterator<String> oldestFirst = lastSeen.keySet().iterator();
        oldestFirst.next();
        oldestFirst.remove();
    }
}
