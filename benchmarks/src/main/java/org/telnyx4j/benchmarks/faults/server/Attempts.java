package org.telnyx4j.benchmarks.faults.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the requests of each send, and says what happens to the next. Safe for use by many threads. */
public final class Attempts {
    private final ConcurrentHashMap<String, Integer> ofSend = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> ofStep = new ConcurrentHashMap<>();
    private final LongAdder all = new LongAdder();
    private volatile @Nullable Step everything;

    Attempts() {}

    /** Lets everything fare the same, whatever its ticket says; null goes back to the tickets. */
    public void everything(@Nullable Step step) {
        everything = step;
    }

    /** Returns how many requests have arrived. */
    public long all() {
        return all.sum();
    }

    /** Returns how many requests of a send have arrived. */
    public int of(String token) {
        return ofSend.getOrDefault(token, 0);
    }

    Step next(Ticket ticket, WireRequest head) {
        all.increment();
        ofSend.merge(ticket.token(), 1, Integer::sum);
        // Pages and orders have paths of their own, but count as the same step as long as they do the same thing.
        String[] path = head.path().split("/", 3);
        String name = ticket.token() + " " + head.method() + " " + path[1] + (path.length > 2 ? "/" : "");
        int attempt = ofStep.merge(name, 1, Integer::sum) - 1;
        Step step = everything;
        if (step != null) {
            return step;
        }
        Fault fault = head.isRead() ? ticket.reads() : ticket.writes();
        return fault.step(attempt);
    }
}
