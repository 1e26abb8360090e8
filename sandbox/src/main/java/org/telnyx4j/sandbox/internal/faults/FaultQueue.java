package org.telnyx4j.sandbox.internal.faults;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.api.Exchange;

/** The faults still to come, in the order in which they were asked for. Safe for concurrent use. */
public final class FaultQueue {
    private final List<Entry> entries = new ArrayList<>();

    public synchronized void add(FaultPlan plan) {
        entries.add(new Entry(plan));
    }

    /** Uses up the first fault that hits a request. */
    public synchronized Optional<FaultPlan> takeFor(Exchange exchange, @Nullable String operation) {
        for (Iterator<Entry> iterator = entries.iterator(); iterator.hasNext(); ) {
            Entry entry = iterator.next();
            if (entry.plan.target().hits(exchange, operation) && entry.chance.nextDouble() < entry.plan.share()) {
                if (entry.plan.times() > 0) {
                    entry.left--;
                    if (entry.left == 0) {
                        iterator.remove();
                    }
                }
                return Optional.of(entry.plan);
            }
        }
        return Optional.empty();
    }

    /** Returns how many requests are still to be hit by faults that hit a number of them. */
    public synchronized int pending() {
        return entries.stream().mapToInt(entry -> entry.left).sum();
    }

    /** Returns the faults that are still to come, for people. */
    public synchronized List<String> descriptions() {
        return entries.stream().map(entry -> entry.plan.describe()).toList();
    }

    public synchronized void clear() {
        entries.clear();
    }

    private static final class Entry {
        private final FaultPlan plan;
        private int left;
        // With a fixed seed: the same requests are hit in each run.
        private final Random chance = new Random(42);

        Entry(FaultPlan plan) {
            this.plan = plan;
            this.left = plan.times();
        }
    }
}
