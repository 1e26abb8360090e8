package org.telnyx4j.pacing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and whose turn it is: tenants take turns, each with as many messages as it has weight; within a tenant, its lanes
 * take turns; within a lane, who came first goes first. A tenant whose limits are used up keeps its turn and stops nobody. Not
 * safe for concurrent use.
 */
final class Turns {
    /** Beyond this many, nothing is kept for those who were refused. */
    private static final int MOST_EXPECTED = 1_000;

    private final ToIntFunction<String> weights;
    private final Map<String, TenantTurn> tenants = new LinkedHashMap<>();
    private final Set<Waiter> present = new LinkedHashSet<>();
    private int expected;

    Turns(ToIntFunction<String> weights) {
        this.weights = weights;
    }

    /** The lanes of one tenant, in the order of their turns. */
    private static final class TenantTurn {
        private final Map<String, Deque<Waiter>> lanes = new LinkedHashMap<>();
        private int left;

        TenantTurn(int weight) {
            this.left = weight;
        }
    }

    void add(Waiter waiter) {
        Deque<Waiter> lane = lane(waiter.ask());
        Waiter first = lane.peekFirst();
        if (first != null && !first.isPresent()) {
            // Whoever of this lane comes first takes what was kept.
            lane.removeFirst();
            expected--;
        }
        lane.addLast(waiter);
        present.add(waiter);
    }

    /** Keeps a place for one who was refused; a lane has no more than one. */
    void expect(Waiter refused, long from, long until) {
        Deque<Waiter> lane = lane(refused.ask());
        if (lane.isEmpty() && expected < MOST_EXPECTED) {
            lane.addLast(Waiter.expected(refused, from, until));
            expected++;
        } else if (lane.isEmpty()) {
            dropEmpty(refused.ask());
        }
    }

    void remove(Waiter waiter) {
        present.remove(waiter);
        lane(waiter.ask()).remove(waiter);
        dropEmpty(waiter.ask());
    }

    int waiting() {
        return present.size();
    }

    int expected() {
        return expected;
    }

    /** Returns the limits that somebody waits for or is kept something of. */
    Set<Bucket> buckets() {
        Set<Bucket> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TenantTurn tenant : tenants.values()) {
            for (Deque<Waiter> lane : tenant.lanes.values()) {
                lane.forEach(waiter -> waiter.needs().forEach(need -> all.add(need.bucket())));
            }
        }
        return all;
    }

    /** Returns one of those who wait, if there is one. */
    @Nullable
    Waiter anyPresent() {
        Iterator<Waiter> all = present.iterator();
        return all.hasNext() ? all.next() : null;
    }

    /** Returns how many wait in the same lane before this one. */
    int before(Waiter waiter) {
        int before = 0;
        for (Waiter other : lane(waiter.ask())) {
            if (other.equals(waiter)) {
                return before;
            }
            before++;
        }
        return before;
    }

    /**
     * Admits all whose turn it is.
     *
     * @return when the next of them can go, or {@link Long#MAX_VALUE} if nobody waits or that is not known
     */
    long admit(long now) {
        Round round = new Round();
        while (!present.isEmpty()) {
            Ask admitted = admitNext(now, round);
            if (admitted == null) {
                return round.nextReady;
            }
            round = new Round();
        }
        return Long.MAX_VALUE;
    }

    private static final class Round {
        private long nextReady = Long.MAX_VALUE;
        private final List<Waiter.Need> held = new ArrayList<>();
        private final List<Waiter> over = new ArrayList<>();
    }

    private @Nullable Ask admitNext(long now, Round round) {
        try {
            for (Map.Entry<String, TenantTurn> entry : tenants.entrySet()) {
                Waiter next = firstReady(entry.getValue(), now, round);
                if (next != null) {
                    next.admit(now);
                    present.remove(next);
                    endTurn(entry.getKey(), entry.getValue(), next.ask());
                    return next.ask();
                }
            }
            return null;
        } finally {
            round.held.forEach(need -> need.bucket().releaseHeld());
            round.over.forEach(this::forget);
        }
    }

    private @Nullable Waiter firstReady(TenantTurn tenant, long now, Round round) {
        for (Deque<Waiter> lane : tenant.lanes.values()) {
            Waiter first = lane.getFirst();
            if (first.isPresent()) {
                long ready = first.readyAt(now);
                if (ready <= now) {
                    return first;
                }
                round.nextReady = Math.min(round.nextReady, ready);
            } else if (first.isOver(now)) {
                round.over.add(first);
            } else {
                for (Waiter.Need need : first.needsHeld(now)) {
                    need.bucket().hold();
                    round.held.add(need);
                }
            }
        }
        return null;
    }

    private void forget(Waiter over) {
        TenantTurn tenant = tenants.get(over.ask().tenant());
        Deque<Waiter> lane = tenant == null ? null : tenant.lanes.get(over.ask().lane());
        if (lane != null && lane.remove(over)) {
            expected--;
            dropEmpty(over.ask());
        }
    }

    private void endTurn(String name, TenantTurn tenant, Ask ask) {
        Deque<Waiter> lane = tenant.lanes.remove(ask.lane());
        if (lane == null) {
            return;
        }
        lane.removeFirst();
        if (!lane.isEmpty()) {
            tenant.lanes.put(ask.lane(), lane);
        }
        tenant.left--;
        if (tenant.lanes.isEmpty()) {
            tenants.remove(name);
        } else if (tenant.left <= 0) {
            tenant.left = weight(name);
            tenants.remove(name);
            tenants.put(name, tenant);
        }
    }

    private Deque<Waiter> lane(Ask ask) {
        return tenants.computeIfAbsent(ask.tenant(), name -> new TenantTurn(weight(name)))
                .lanes
                .computeIfAbsent(ask.lane(), name -> new ArrayDeque<>());
    }

    private void dropEmpty(Ask ask) {
        TenantTurn tenant = tenants.get(ask.tenant());
        if (tenant != null) {
            Deque<Waiter> lane = tenant.lanes.get(ask.lane());
            if (lane != null && lane.isEmpty()) {
                tenant.lanes.remove(ask.lane());
            }
            if (tenant.lanes.isEmpty()) {
                tenants.remove(ask.tenant());
            }
        }
    }

    private int weight(String tenant) {
        return Math.max(1, weights.applyAsInt(tenant));
    }
}
