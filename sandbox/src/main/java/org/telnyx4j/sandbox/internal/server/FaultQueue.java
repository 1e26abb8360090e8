package org.telnyx4j.sandbox.internal.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.telnyx4j.sandbox.internal.http.ApiRequest;

/** The faults still to come, in the order in which they were asked for. */
public final class FaultQueue {
    private final List<Entry> entries = new ArrayList<>();

    public synchronized void add(FaultPlan plan) {
        entries.add(new Entry(plan));
    }

    synchronized Optional<FaultPlan> takeFor(ApiRequest request) {
        for (Iterator<Entry> iterator = entries.iterator(); iterator.hasNext(); ) {
            Entry entry = iterator.next();
            if (entry.plan.hits(request)) {
                entry.left--;
                if (entry.left == 0) {
                    iterator.remove();
                }
                return Optional.of(entry.plan);
            }
        }
        return Optional.empty();
    }

    public synchronized int pending() {
        return entries.stream().mapToInt(entry -> entry.left).sum();
    }

    public synchronized void clear() {
        entries.clear();
    }

    private static final class Entry {
        private final FaultPlan plan;
        private int left;

        Entry(FaultPlan plan) {
            this.plan = plan;
            this.left = plan.times();
        }
    }
}
