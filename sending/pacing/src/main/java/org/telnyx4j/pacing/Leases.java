package org.telnyx4j.pacing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process has leased of all limits. Safe for concurrent use; {@link #exchange} is for one thread at a time. */
final class Leases implements Lease.Registry {
    private static final long RETRY = Duration.ofMillis(500).toNanos();
    private static final long CLEAN_EACH = Duration.ofMinutes(10).toNanos();
    private static final int AT_ONCE = 100;

    private final SlotTable table;
    private final String holder;
    private final PaceTime time;
    private final Duration renewal;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final Runnable onNew;
    private long cleanedAt;

    /**
     * Creates it.
     *
     * @param holder the name of this process, like no other
     * @param onNew called when a limit is wanted that there is no lease of
     */
    Leases(SlotTable table, String holder, PaceTime time, Duration renewal, Runnable onNew) {
        this.table = table;
        this.holder = holder;
        this.time = time;
        this.renewal = renewal;
        this.onNew = onNew;
        this.cleanedAt = time.nanoTime();
    }

    Supplies of(String account, double margin) {
        return new Supplies() {
            @Override
            public Supply of(String key, Limit limit) {
                if (limit.isNone()) {
                    return Supply.whole(limit);
                }
                String name = account + "/" + key;
                Lease lease = new Lease(name, limit, margin, time, renewal, Leases.this);
                join(lease);
                return lease;
            }

            @Override
            public void forget(String key) {
                // What it has is given back when it is found that nobody has asked for it lately.
            }
        };
    }

    @Override
    public void join(Lease lease) {
        leases.put(lease.name(), lease);
        onNew.run();
    }

    @Override
    public void leave(Lease lease) {
        leases.remove(lease.name(), lease);
    }

    int size() {
        return leases.size();
    }

    /** Returns when the database is to be asked next. */
    long nextExchange(long now) {
        long next = Long.MAX_VALUE;
        for (Lease lease : leases.values()) {
            next = Math.min(next, lease.nextAsk(now));
        }
        return next;
    }

    /**
     * Asks the database for all that is due.
     *
     * @return whether something was got
     * @throws SQLException if the database did not respond; what is leased goes on until its end
     */
    boolean exchange() throws SQLException {
        long asked = time.nanoTime();
        long wall = time.wallMillis();
        List<Lease> due = new ArrayList<>();
        List<SlotTable.Wish> wishes = new ArrayList<>();
        for (Lease lease : leases.values().stream()
                .sorted(Comparator.comparing(Lease::name))
                .toList()) {
            if (due.size() >= AT_ONCE) {
                break;
            }
            SlotTable.Wish wish = lease.leaveIfOver(asked);
            if (wish == null && lease.isDue(asked)) {
                wish = lease.wish(asked);
            }
            if (wish != null) {
                due.add(lease);
                wishes.add(wish);
            }
        }
        if (due.isEmpty()) {
            return false;
        }
        // Each is taken at once: what is granted is used, whatever becomes of those after it.
        Iterator<Lease> pending = due.iterator();
        try {
            table.exchange(holder, wishes, grant -> pending.next().take(grant, asked, wall, time.nanoTime()));
        } catch (SQLException | RuntimeException e) {
            pending.forEachRemaining(lease -> retry(lease, asked + RETRY));
            throw e;
        }
        clean(asked);
        return true;
    }

    private void retry(Lease lease, long at) {
        if (lease.retryAt(at)) {
            // It is still to give back what it has, unless there is another one of the same limit by now, which does.
            leases.putIfAbsent(lease.name(), lease);
        }
    }

    private void clean(long now) throws SQLException {
        if (now - cleanedAt > CLEAN_EACH) {
            cleanedAt = now;
            table.clean();
        }
    }

    /** Gives back all that is leased. */
    void leave() throws SQLException {
        List<SlotTable.Wish> wishes = new ArrayList<>();
        for (Lease lease : leases.values()) {
            wishes.add(lease.leave(time.nanoTime()));
        }
        leases.clear();
        if (!wishes.isEmpty()) {
            table.exchange(holder, wishes, grant -> {});
        }
    }
}
