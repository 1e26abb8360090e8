package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;

/**
 * Measures for how long this machine keeps a thread waiting that has nothing to wait for: a thread sleeps for some
 * milliseconds again and again, and notes by how much it overslept. A late report means little where this is as late.
 */
public final class PauseMeter implements AutoCloseable {
    private static final long NAP_MILLIS = 5;

    private volatile long longestNanos;
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
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
