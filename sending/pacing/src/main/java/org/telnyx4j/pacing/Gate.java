package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Admits the messages of one account. There is no thread of its own: of those that wait, one waits for the time at which the next
 * can go and admits whoever's turn it is; the others sleep until they are admitted or their own time is up. Safe for use by any
 * number of threads.
 */
final class Gate {
    /** For how long something is kept for one who was refused, after the time at which it was to come again. */
    private static final long GRACE = Duration.ofMillis(500).toNanos();

    /** What one who was refused is told where it is not known when it can go: the database is away. */
    private static final long UNKNOWN_WAIT = Duration.ofSeconds(1).toNanos();

    /** The account stops no longer than this where only a guess blames it; then it goes on slower. */
    private static final long ACCOUNT_PAUSE = Duration.ofSeconds(1).toNanos();

    private static final int FIRST_SWEEP = 1_024;

    private final ReentrantLock lock = new ReentrantLock();
    private final PaceTime time;
    private final Supplies supplies;
    private final double margin;
    private final Turns turns;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private @Nullable Waiter leader;
    private long leaderUntil;
    private int underWay;
    private int sweepAt = FIRST_SWEEP;

    Gate(PaceTime time, Supplies supplies, double margin, ToIntFunction<String> weights) {
        this.time = time;
        this.supplies = supplies;
        this.margin = margin;
        this.turns = new Turns(weights);
    }

    /**
     * A message that may not go.
     *
     * @param retryAfter after how long it could be tried again
     * @param limit what kind of limit it waits for
     */
    record Refused(Duration retryAfter, String limit) {}

    /**
     * Waits until a message may go, and counts it.
     *
     * @param longest nanoseconds that it may wait
     * @param end what ends the wait before
     * @return empty if it may go now
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Optional<Refused> enter(Ask ask, long longest, End end) throws InterruptedException {
        lock.lock();
        try {
            long now = time.nanoTime();
            long deadline = now + Math.max(0, longest);
            Waiter me = Waiter.present(ask, needs(ask, now), time.signal(lock));
            me.needs().forEach(need -> need.bucket().asked(now));
            turns.add(me);
            long next = turns.admit(now);
            if (!me.isAdmitted() && notBefore(me, now) > deadline) {
                return Optional.of(refuse(me, now));
            }
            wakeLeaderBy(next);
            Optional<Refused> refused = me.isAdmitted() ? Optional.empty() : waitFor(me, next, deadline, end);
            underWay += refused.isEmpty() ? 1 : 0;
            return refused;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Refused> waitFor(Waiter me, long firstNext, long deadline, End end) throws InterruptedException {
        long next = firstNext;
        try {
            end.onEnd(() -> wake(me));
            while (!me.isAdmitted()) {
                long now = time.nanoTime();
                if (now >= deadline || end.isOver()) {
                    return Optional.of(refuse(me, now));
                }
                if (leader == null) {
                    leader = me;
                }
                boolean leads = me.equals(leader);
                long until = leads ? Math.min(deadline, next) : deadline;
                leaderUntil = leads ? until : leaderUntil;
                me.await(until - now);
                if (!me.isAdmitted() && (leads || leader == null)) {
                    next = turns.admit(time.nanoTime());
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            if (!me.isAdmitted()) {
                turns.remove(me);
                throw e;
            }
            // It was admitted at the same moment; the send will notice the interruption itself.
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (me.equals(leader)) {
                leader = null;
                Waiter heir = turns.anyPresent();
                if (heir != null) {
                    heir.wake();
                }
            }
        }
    }

    private void wakeLeaderBy(long next) {
        if (leader != null && next < leaderUntil) {
            leader.wake();
        }
    }

    private void wake(Waiter waiter) {
        lock.lock();
        try {
            waiter.wake();
        } finally {
            lock.unlock();
        }
    }

    /** Returns a time before which it certainly can not go: what other processes have may come at once. */
    private long notBefore(Waiter waiter, long now) {
        double slowest = slowestUnit(waiter, bucket -> bucket.leastPerUnit(now));
        return waiter.notBefore(now) + (long) (turns.before(waiter) * slowest);
    }

    /** Returns when it can go if all stays as it is, or {@link Long#MAX_VALUE} if that is not known. */
    private long expected(Waiter waiter, long now) {
        long ready = waiter.readyAt(now);
        double slowest = slowestUnit(waiter, bucket -> bucket.perUnit(now));
        return ready == Long.MAX_VALUE ? ready : ready + (long) (turns.before(waiter) * slowest);
    }

    private static double slowestUnit(Waiter waiter, ToDoubleFunction<Bucket> perUnit) {
        double slowest = 0;
        for (Waiter.Need need : waiter.needs()) {
            slowest = Math.max(slowest, perUnit.applyAsDouble(need.bucket()) * need.units());
        }
        return slowest;
    }

    private Refused refuse(Waiter me, long now) {
        long ready = expected(me, now);
        turns.remove(me);
        Waiter.Need account = me.needs().get(0);
        long others =
                (long) ((turns.waiting() + turns.expected()) * account.bucket().perUnit(now));
        long from = ready == Long.MAX_VALUE ? now + UNKNOWN_WAIT : Math.max(ready, now + others);
        turns.expect(me, from, from + GRACE);
        return new Refused(Duration.ofNanos(Math.max(1, from - now)), latest(me, now));
    }

    /** Returns what kind of limit it has to wait for, without its name, which can be a number. */
    private static String latest(Waiter waiter, long now) {
        int latest = 0;
        long ready = Long.MIN_VALUE;
        for (int i = 0; i < waiter.needs().size(); i++) {
            Waiter.Need need = waiter.needs().get(i);
            long own = need.bucket().readyAt(need.units(), now);
            if (own > ready) {
                latest = i;
                ready = own;
            }
        }
        String key = waiter.ask().claims().get(latest).key();
        return key.substring(0, key.indexOf(':'));
    }

    /** What was admitted is not under way any more. */
    void done() {
        lock.lock();
        try {
            underWay--;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what was admitted and did not go. */
    void undo(Ask ask) {
        lock.lock();
        try {
            long now = time.nanoTime();
            needs(ask, now).forEach(need -> need.bucket().undo(need.units(), now));
            wakeLeaderBy(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Learns that Telnyx refused a message. Which of its limits was the reason, the response does not say: the sender and its
     * campaign slow down first; if something else is refused meanwhile, it was the account.
     */
    void refused(Ask ask, Optional<Duration> named, Duration usual) {
        lock.lock();
        try {
            long now = time.nanoTime();
            List<Waiter.Need> needs = needs(ask, now);
            boolean again = isAnotherPaused(needs, now);
            for (Waiter.Need need : needs.subList(1, needs.size())) {
                need.bucket().refused(pause(need.bucket(), named, usual, now), now);
            }
            Bucket account = needs.get(0).bucket();
            long pause = pause(account, named, usual, now);
            if (needs.size() == 1) {
                account.refused(pause, now);
            } else if (again) {
                account.refused(Math.min(pause, ACCOUNT_PAUSE), now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The slower a limit already is, the longer it stops: the usual time doubles with each halving. */
    private static long pause(Bucket bucket, Optional<Duration> named, Duration usual, long now) {
        return named.map(Duration::toNanos).orElseGet(() -> (long) (usual.toNanos() / bucket.slowness(now)));
    }

    private boolean isAnotherPaused(List<Waiter.Need> own, long now) {
        return buckets.values().stream()
                .filter(bucket -> own.stream().noneMatch(need -> need.bucket().equals(bucket)))
                .anyMatch(bucket -> bucket.isPaused(now));
    }

    /** Learns how many requests are left in the account's window; those under way may not be counted yet. */
    void remaining(Ask ask, long more, long reset) {
        lock.lock();
        try {
            long now = time.nanoTime();
            needs(ask, now).get(0).bucket().remaining(Math.max(0, more - underWay), now + reset, now);
        } finally {
            lock.unlock();
        }
    }

    /** The limits have changed: whoever waits for the next time is to compute it again. */
    void changed() {
        lock.lock();
        try {
            if (leader != null) {
                leader.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return turns.waiting();
        } finally {
            lock.unlock();
        }
    }

    int buckets() {
        lock.lock();
        try {
            return buckets.size();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiter.Need> needs(Ask ask, long now) {
        sweep(now);
        List<Waiter.Need> needs = new ArrayList<>(ask.claims().size());
        for (Ask.Claim claim : ask.claims()) {
            needs.add(new Waiter.Need(bucket(claim), claim.units()));
        }
        return needs;
    }

    private Bucket bucket(Ask.Claim claim) {
        Bucket known = buckets.get(claim.key());
        if (known != null && known.limit().equals(claim.limit())) {
            return known;
        }
        Bucket created = new Bucket(claim.limit(), supplies.of(claim.key(), claim.limit()), margin);
        buckets.put(claim.key(), created);
        return created;
    }

    /** A bucket that is as good as new is dropped: senders come and go, the memory stays. */
    private void sweep(long now) {
        if (buckets.size() >= sweepAt) {
            Set<Bucket> inUse = turns.buckets();
            buckets.entrySet().removeIf(entry -> {
                Bucket bucket = entry.getValue();
                boolean unused = bucket.isLikeNew(now) && !inUse.contains(bucket);
                if (unused) {
                    supplies.forget(entry.getKey());
                }
                return unused;
            });
            sweepAt = Math.max(FIRST_SWEEP, buckets.size() * 2);
        }
    }
}
