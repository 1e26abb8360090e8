package org.telnyx4j.benchmarks.faults.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of which it is not decided yet whether they are carried out. Safe for use by many threads. */
final class Activity {
    private final AtomicInteger undecided = new AtomicInteger();

    void begin() {
        undecided.incrementAndGet();
    }

    void decided() {
        undecided.decrementAndGet();
    }

    int undecided() {
        return undecided.get();
    }
}
