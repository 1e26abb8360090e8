package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was created or changed lately, as the response showed it: lists of the API can lag behind for some seconds. Keeps
 * the newest ones only, and each for a limited time. Safe for use by any number of threads.
 */
final class RecentWrites {
    /** By then, every list shows it. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    static final int MOST = 1_000;

    /** In the order in which they were written. */
    private final Map<Object, Write> writes = new LinkedHashMap<>();

    private record Write(Object state, long nanoTime) {}

    /**
     * Notes that something was created or changed.
     *
     * @param thing compared by {@code equals}
     * @param state what it is now; immutable
     * @param nanoTime the time
     */
    synchronized void put(Object thing, Object state, long nanoTime) {
        writes.remove(thing);
        writes.put(thing, new Write(state, nanoTime));
        Iterator<Write> oldest = writes.values().iterator();
        while (oldest.hasNext()) {
            Write write = oldest.next();
            if (writes.size() <= MOST && !isOver(write, nanoTime)) {
                return;
            }
            oldest.remove();
        }
    }

    /**
     * Returns what something was when it was last written.
     *
     * @param thing compared by {@code equals}
     * @param nanoTime the time
     */
    synchronized Optional<Object> get(Object thing, long nanoTime) {
        return Optional.ofNullable(writes.get(thing))
                .filter(write -> !isOver(write, nanoTime))
                .map(Write::state);
    }

    /**
     * Forgets something.
     *
     * @param thing compared by {@code equals}
     */
    synchronized void remove(Object thing) {
        writes.remove(thing);
    }

    /** Returns how many things are kept. */
    synchronized int size() {
        return writes.size();
    }

    private static boolean isOver(Write write, long nanoTime) {
        return nanoTime - write.nanoTime() >= LIFETIME.toNanos();
    }
}
