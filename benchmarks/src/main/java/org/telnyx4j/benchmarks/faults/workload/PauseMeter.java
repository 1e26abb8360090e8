package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Measures for how long this machine keeps a thread waiting that has nothing to wait for: a thread sleeps for some
 * milliseconds again and again, and notes by how much it overslept. A late report means little where this is as late.
 */
public final class PauseMeter implements AutoCloseable {
    private static final long NAP_MILLIS = 5;

    /** Pauses below are how any machine sleeps. */
    private static final long WORTH_NOTING_NANOS = Duration.ofMillis(10).toNanos();

    private final NavigableMap<Long, Long> pauses = new ConcurrentSkipListMap<>();
    private final long origin = System.nanoTime();
    private volatile long longestNanos;
    private volatile long lastNanos = origin;
    private volatile boolean closed;

    private PauseMeter() {}

    /** Begins to measure. */
    public static PauseMeter measure() {
        PauseMeter pauses = new PauseMeter();
        Thread thread = new Thread(pauses::run, "pauses");
        thread.setDaemon(true);
        thread.start();
        return pauses;
    }

    /** Returns the longest pause so far. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /**
     * Returns how long such a thread was kept waiting within a time, all together.
     *
     * @param fromNanos when the time begins, by {@link System#nanoTime}
     * @param toNanos when it ends
     */
    public Duration within(long fromNanos, long toNanos) {
        // One that is still going on has not been noted yet.
        long sum =
                Math.max(0, toNanos - lastNanos - Duration.ofMillis(NAP_MILLIS).toNanos() - WORTH_NOTING_NANOS);
        for (Map.Entry<Long, Long> pause :
                pauses.tailMap(fromNanos - origin, true).entrySet()) {
            long begin = pause.getKey() - pause.getValue();
            if (begin <= toNanos - origin) {
                sum += pause.getValue();
            }
        }
        return Duration.ofNanos(sum);
    }

    /**
     * Returns the longest time for which such a thread was kept waiting within a time.
     *
     * @param fromNanos when the time begins, by {@link System#nanoTime}
     * @param toNanos when it ends
     */
    public Duration longestWithin(long fromNanos, long toNanos) {
        return Duration.ofNanos(pauses.subMap(fromNanos - origin, true, toNanos - origin, true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    }

    private void run() {
        while (!closed) {
            long start = System.nanoTime();
            try {
                Thread.sleep(NAP_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            long overslept =
                    System.nanoTime() - start - Duration.ofMillis(NAP_MILLIS).toNanos();
            longestNanos = Math.max(longestNanos, overslept);
            lastNanos = System.nanoTime();
            if (overslept > WORTH_NOTING_NANOS) {
                pauses.put(lastNanos - origin, overslept);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
