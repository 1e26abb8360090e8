package org.telnyx4j.sandbox.internal.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast messages leave, one after the other, and how many of them may wait for that. Safe for concurrent use.
 */
final class Throughput {
    private final long nanosForEach;
    private final int queue;
    private final Map<String, Instant> free = new HashMap<>();

    Throughput(int messages, Duration window, int queue) {
        this.nanosForEach = Math.max(1, window.toNanos() / messages);
        this.queue = queue;
    }

    /** Returns how long one more message would wait; empty if as many wait as may. */
    synchronized Optional<Duration> wait(String kind, Instant now) {
        Instant next = free.getOrDefault(kind, now);
        Duration wait = next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
        return wait.toNanos() / nanosForEach >= queue ? Optional.empty() : Optional.of(wait);
    }

    synchronized void take(String kind, Instant now) {
        Instant next = free.getOrDefault(kind, now);
        free.put(kind, (next.isAfter(now) ? next : now).plusNanos(nanosForEach));
    }

    synchronized void clear() {
        free.clear();
    }
}
