package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one limit that this process has. It asks again after a third of the time for which it has them. Slots that it is
 * to give back it stops using at once, and gives back when it asks next: what it has sent by them counts until a window after
 * that, whoever has them then. Safe for concurrent use.
 */
final class Lease implements Supply {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Clocks of two machines do not run equally fast; a lease ends here a little before it does in the database. */
    private static final double OWN_PART = 0.95;

    /** How much more than it used it wants. */
    private static final double ROOM = 1.5;

    private static final int ASKS = 3;
    private static final long MILLI = 1_000_000;

    private final Registry registry;
    private final String name;
    private final Limit limit;
    private final long window;
    private final long interval;
    private final PaceTime time;
    private final Map<Integer, Long> usableFrom = new TreeMap<>();
    private final Map<Integer, Long> stopped = new HashMap<>();
    private long end = Long.MIN_VALUE;
    private long endByWall = Long.MIN_VALUE;
    private long nextAsk = Long.MIN_VALUE;
    private long nextLeave = Long.MIN_VALUE;
    private long lastAsked;
    private long lastUsed = Long.MIN_VALUE;
    private long usedSince;
    private long since;
    private boolean missed;
    private int wanted;
    private boolean left;
    private boolean leaving;

    /** Where the leases of a process are. */
    interface Registry {
        /** The lease is wanted again. */
        void join(Lease lease);

        /** The lease is not wanted any more. */
        void leave(Lease lease);
    }

    Lease(String name, Limit limit, double margin, PaceTime time, Duration renewal, Registry registry) {
        this.registry = registry;
        this.name = name;
        this.limit = limit;
        this.window = (long) Math.ceil(limit.window().toNanos() * (1 + margin));
        this.time = time;
        long shortest = Math.max(SHORTEST.toMillis(), renewal.toMillis()) * MILLI;
        // A slow limit changes slowly; a limit of a day is not to be held for one.
        this.interval = Math.min(Math.max(shortest, window / ASKS), Math.max(shortest, 10 * SHORTEST.toNanos()));
        this.lastAsked = time.nanoTime();
        this.since = lastAsked;
    }

    String name() {
        return name;
    }

    @Override
    public synchronized long capacity(long now) {
        long capacity = 0;
        if (isValid(now)) {
            for (Map.Entry<Integer, Long> slot : usableFrom.entrySet()) {
                capacity += slot.getValue() <= now ? Shares.units(limit, slot.getKey()) : 0;
            }
        }
        return capacity;
    }

    /** What others have comes when they need it less, and that can be at once. */
    @Override
    public long mostCapacity(long now) {
        return limit.units();
    }

    @Override
    public synchronized long nextChange(long now) {
        long next = Long.MAX_VALUE;
        if (isValid(now)) {
            for (long from : usableFrom.values()) {
                next = from > now ? Math.min(next, from) : next;
            }
        }
        return next;
    }

    /** The time of day is checked, too: the other clock stands still while the machine is suspended. */
    private boolean isValid(long now) {
        return now < end && time.wallMillis() < endByWall;
    }

    @Override
    public void asked(long now) {
        boolean back;
        synchronized (this) {
            lastAsked = now;
            back = left;
            left = false;
            // Like one that is new.
            wanted = back ? 0 : wanted;
        }
        if (back) {
            // Without the lock: the registry has one of its own, under which it asks this lease.
            registry.join(this);
        }
    }

    @Override
    public synchronized void used(long units, long now) {
        usedSince += units;
        lastUsed = now;
    }

    @Override
    public void missed(long now) {
        synchronized (this) {
            missed = true;
        }
        asked(now);
    }

    synchronized boolean isDue(long now) {
        return now >= nextAsk && isWanted(now);
    }

    /** Returns when to ask next, or to leave: once nobody has asked for so long that other processes should have it. */
    synchronized long nextAsk(long now) {
        return isWanted(now) ? nextAsk : Math.max(now, nextLeave);
    }

    /** Returns a wish that gives back all, or null if somebody wants it, or it is to be tried again later. */
    synchronized SlotTable.@Nullable Wish leaveIfOver(long now) {
        return isWanted(now) || now < nextLeave ? null : leave(now);
    }

    private boolean isWanted(long now) {
        return now - lastAsked <= ASKS * interval;
    }

    /** Returns what to ask for. */
    synchronized SlotTable.Wish wish(long now) {
        Map<Integer, Long> returned = new HashMap<>();
        stopped.forEach((slot, at) -> returned.put(slot, Math.max(0, (now - Math.min(at, lastUse(at))) / MILLI)));
        int slots = Shares.slots(limit);
        return new SlotTable.Wish(
                name, slots, wanted(slots, now), ASKS * interval / MILLI, window / MILLI + 1, returned);
    }

    private long lastUse(long at) {
        return lastUsed == Long.MIN_VALUE ? at - window : lastUsed;
    }

    /**
     * It wants all that there is, and gets an equal part, as soon as somebody waits. What it wants shrinks by a quarter at most
     * when less is used, so that slots do not go to and fro with each message: while one changes hands, nobody uses it. Judged
     * once for each interval, however often the database is asked meanwhile: right after a slot was given up, nothing has been
     * used yet.
     */
    private int wanted(int slots, long now) {
        if (missed || wanted == 0 || limit.units() < 2) {
            wanted = slots;
        } else if (now - since >= interval) {
            double inWindow = (double) usedSince * window / Math.max(window, now - since);
            int used = (int) Math.max(1, Math.min(slots, Math.ceil(ROOM * inWindow * slots / limit.units())));
            wanted = Math.max(used, wanted * 3 / 4);
        } else {
            return wanted;
        }
        missed = false;
        usedSince = 0;
        since = now;
        return wanted;
    }

    /** Returns a wish that gives back all. */
    synchronized SlotTable.Wish leave(long now) {
        left = true;
        leaving = true;
        registry.leave(this);
        usableFrom.keySet().forEach(slot -> stopped.put(slot, now));
        usableFrom.clear();
        SlotTable.Wish wish = wish(now);
        return new SlotTable.Wish(wish.key(), wish.slots(), 0, wish.lease(), wish.window(), wish.returned());
    }

    /**
     * Takes what it got.
     *
     * @param asked when it asked, before the database can have heard of it
     */
    synchronized void take(SlotTable.Grant grant, long asked, long wallAsked, long now) {
        if (leaving) {
            leaving = false;
            stopped.clear();
            nextAsk = Long.MIN_VALUE;
            return;
        }
        // All were given back; one that was taken again in the same breath is another lease, to be used when it may.
        stopped.clear();
        usableFrom.keySet().removeIf(slot -> !grant.slots().containsKey(slot));
        for (Map.Entry<Integer, Long> slot : grant.slots().entrySet()) {
            usableFrom.putIfAbsent(slot.getKey(), slot.getValue() == 0 ? now : now + (slot.getValue() + 1) * MILLI);
        }
        long length = (long) (ASKS * interval * OWN_PART);
        end = asked + length;
        endByWall = wallAsked + length / MILLI;
        nextAsk = asked + interval;
        stopUsing(usableFrom.size() - grant.share(), now);
    }

    private void stopUsing(int number, long now) {
        // A slot that is not usable yet goes first, as nothing is lost by it.
        Iterator<Map.Entry<Integer, Long>> byTime = usableFrom.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .toList()
                .iterator();
        for (int i = 0; i < number && byTime.hasNext(); i++) {
            int slot = byTime.next().getKey();
            usableFrom.remove(slot);
            stopped.put(slot, now);
            // To be given back soon, so that nobody waits for it.
            nextAsk = now;
        }
    }

    /**
     * The database did not respond: what is leased holds until its end, and it is asked again a little later.
     *
     * @return whether it is one that nobody wants and that is still to leave
     */
    synchronized boolean retryAt(long at) {
        nextAsk = at;
        nextLeave = at;
        leaving = false;
        return left;
    }
}
