package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Things whose creation was requested, without a response and without having shown up so far. The request may yet be carried out: by
 * a server that is slow, or by one that reads it from a full queue. Safe for use by any number of threads.
 */
final class UnconfirmedCreations {
    /** What has not been carried out by then never will be: no server takes requests up that long after. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<Object, Long> since = new ConcurrentHashMap<>();

    /**
     * Notes that something may yet be created.
     *
     * @param thing compared by {@code equals}
     * @param nanoTime the time
     */
    void add(Object thing, long nanoTime) {
        since.values().removeIf(then -> left(then, nanoTime).isZero());
        since.put(thing, nanoTime);
    }

    /**
     * Returns for how long something may yet be created.
     *
     * @param thing compared by {@code equals}
     * @param nanoTime the time
     * @return the time that is left, longer than zero; empty where nothing is unconfirmed
     */
    Optional<Duration> remaining(Object thing, long nanoTime) {
        return Optional.ofNullable(since.get(thing))
                .map(then -> left(then, nanoTime))
                .filter(left -> !left.isZero());
    }

    /** Returns how many things are kept. */
    int size() {
        return since.size();
    }

    private static Duration left(long then, long nanoTime) {
        Duration left = LIFETIME.minusNanos(nanoTime - then);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
