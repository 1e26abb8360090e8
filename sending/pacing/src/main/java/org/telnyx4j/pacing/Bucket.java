package org.telnyx4j.pacing;

import java.time.Duration;

/**
 * One limit: what it admits and when. Two rules hold together. The sliding window is exact: in any window no more than the
 * capacity. The spacing spreads it: one unit after the other, except for a burst that makes up for a pause or for a thread that
 * woke late. What Telnyx refuses slows it down; see {@link #refused}. Not safe for concurrent use.
 */
final class Bucket {
    /** The rate is halved for each refusal, to a sixteenth at least. */
    private static final double DECREASE = 0.5;

    private static final double SLOWEST = 1.0 / 16;

    /** How much of the limit comes back in one second (or one window, if that is longer) without a refusal. */
    private static final double INCREASE = 0.05;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Limit limit;
    private final Supply supply;
    private final long window;
    private final SlidingWindow recent;
    private long spacedUntil;
    private long pausedUntil = Long.MIN_VALUE;
    private double slowedTo = 1;
    private long slowedAt;
    private long budget = Long.MAX_VALUE;
    private long budgetUntil = Long.MIN_VALUE;
    private long held;

    /**
     * Creates the bucket.
     *
     * @param margin by how much the window is stretched: 0.03 for 3 %
     */
    Bucket(Limit limit, Supply supply, double margin) {
        this.limit = limit;
        this.supply = supply;
        this.window = (long) Math.ceil(limit.window().toNanos() * (1 + margin));
        this.recent = new SlidingWindow(window);
    }

    Limit limit() {
        return limit;
    }

    void asked(long now) {
        supply.asked(now);
    }

    /** Returns a time before which so many units can not go, whatever others give back meanwhile. */
    long notBefore(long units, long now) {
        long ready = refusedUntil(units, now);
        long capacity = supply.mostCapacity(now);
        if (limit.isNone() || capacity == 0) {
            return ready;
        }
        return Math.max(ready, ownReadyAt(units, capacity, now));
    }

    /** Returns how long one unit takes at least, in nanoseconds, whatever others give back meanwhile. */
    double leastPerUnit(long now) {
        return limit.isNone() ? 0 : perUnit(Math.max(1, supply.mostCapacity(now)), now);
    }

    /** Returns when so many units may go, if nothing else goes before; {@link Long#MAX_VALUE} if that is not known. */
    long readyAt(long units, long now) {
        long ready = refusedUntil(units, now);
        if (limit.isNone()) {
            return ready;
        }
        long capacity = supply.capacity(now);
        if (capacity == 0) {
            supply.missed(now);
            return Math.max(ready, supply.nextChange(now));
        }
        long own = ownReadyAt(units, capacity, now);
        if (own > now) {
            supply.missed(now);
        }
        return Math.max(ready, own);
    }

    /** Returns until when Telnyx has said that so many units would be refused, or now. */
    private long refusedUntil(long units, long now) {
        long until = Math.max(now, pausedUntil);
        boolean isOverBudget = !limit.isNone() && budgetUntil > now && budget < units;
        return isOverBudget ? Math.max(until, budgetUntil) : until;
    }

    private long ownReadyAt(long units, long capacity, long now) {
        // So that one can always go when the bucket is full, whatever is kept for others.
        long wanted = units + Math.min(held, Math.max(0, burst(capacity) - 1));
        double ahead = (burst(capacity) - Math.min(wanted, burst(capacity))) * perUnit(capacity, now);
        return Math.max(recent.readyAt(wanted, capacity, now), (long) (spacedUntil - ahead));
    }

    void take(long units, long now) {
        if (limit.isNone()) {
            return;
        }
        supply.used(units, now);
        long capacity = Math.max(1, supply.capacity(now));
        recent.add(units, now);
        spacedUntil = Math.max(spacedUntil, now) + (long) (units * perUnit(capacity, now));
        budget = budgetUntil > now ? budget - units : Long.MAX_VALUE;
    }

    /** Takes back what did not go. */
    void undo(long units, long now) {
        if (limit.isNone()) {
            return;
        }
        recent.undo(units);
        spacedUntil -= (long) (units * perUnit(Math.max(1, supply.capacity(now)), now));
    }

    /** Keeps a unit for somebody who is about to come, until {@link #releaseHeld}. */
    void hold() {
        held++;
    }

    void releaseHeld() {
        held = 0;
    }

    /**
     * Learns that Telnyx refused: nothing goes for the time it names, and then half as much as before. Refusals that arrive
     * while nothing goes are of sends that were under way, and count as one.
     */
    void refused(long pause, long now) {
        if (pausedUntil <= now) {
            slowedTo = Math.max(SLOWEST, slowness(now) * DECREASE);
        }
        pausedUntil = Math.max(pausedUntil, now + pause);
        slowedAt = pausedUntil;
    }

    boolean isPaused(long now) {
        return pausedUntil > now;
    }

    /** Learns that only so many more are admitted until a time. */
    void remaining(long more, long until, long now) {
        boolean known = budgetUntil > now;
        budget = known ? Math.min(budget, more) : more;
        budgetUntil = known ? Math.max(budgetUntil, until) : until;
    }

    /** Returns how long one unit takes, in nanoseconds; with nothing leased, how long it would with all of the limit. */
    double perUnit(long now) {
        if (limit.isNone()) {
            return 0;
        }
        long capacity = supply.capacity(now);
        return perUnit(capacity == 0 ? limit.units() : capacity, now);
    }

    /** Returns which part of its limit it uses now, from 0 to 1. */
    double slowness(long now) {
        long step = Math.max(SECOND, window);
        return Math.min(1, slowedTo + INCREASE * Math.max(0, now - slowedAt) / step);
    }

    /** Returns whether a new bucket would behave as this one does. */
    boolean isLikeNew(long now) {
        return pausedUntil <= now
                && budgetUntil <= now
                && spacedUntil <= now
                && recent.sum(now) == 0
                && slowness(now) >= 1;
    }

    private double perUnit(long capacity, long now) {
        return window / (capacity * slowness(now));
    }

    /** A part of a limit has its part of the burst, but some at least, so that a thread that woke late can make up for it. */
    private long burst(long capacity) {
        long part = limit.burst() * capacity / limit.units();
        return Math.max(1, Math.max(part, Math.min(limit.burst(), capacity / 4)));
    }
}
