package org.telnyx4j.pacing;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A message that waits to be admitted: a thread's, or one that was refused and is expected again. */
final class Waiter {
    /**
     * What it needs of one limit.
     *
     * @param bucket the limit
     * @param units how much
     */
    record Need(Bucket bucket, long units) {}

    private final Ask ask;
    private final List<Need> needs;
    private final PaceTime.@Nullable Signal signal;
    private final long expectedFrom;
    private final long expectedUntil;
    private boolean admitted;

    private Waiter(Ask ask, List<Need> needs, PaceTime.@Nullable Signal signal, long expectedFrom, long expectedUntil) {
        this.ask = ask;
        this.needs = needs;
        this.signal = signal;
        this.expectedFrom = expectedFrom;
        this.expectedUntil = expectedUntil;
    }

    static Waiter present(Ask ask, List<Need> needs, PaceTime.Signal signal) {
        return new Waiter(ask, needs, signal, 0, Long.MAX_VALUE);
    }

    /** Returns one that was refused, and for which something is kept from one time to another. */
    static Waiter expected(Waiter refused, long from, long until) {
        return new Waiter(refused.ask, refused.needs, null, from, until);
    }

    Ask ask() {
        return ask;
    }

    List<Need> needs() {
        return needs;
    }

    boolean isPresent() {
        return signal != null;
    }

    /** Returns of which limits something is kept for it: each from one unit before it is to come. */
    List<Need> needsHeld(long now) {
        return needs.stream()
                .filter(need ->
                        now >= expectedFrom - need.units() * need.bucket().perUnit(now))
                .toList();
    }

    boolean isOver(long now) {
        return now >= expectedUntil;
    }

    boolean isAdmitted() {
        return admitted;
    }

    /** Returns when it can go, if nothing else goes before. */
    long readyAt(long now) {
        return latest(need -> need.bucket().readyAt(need.units(), now), now);
    }

    /** Returns a time before which it can not go, whatever other processes give back meanwhile. */
    long notBefore(long now) {
        return latest(need -> need.bucket().notBefore(need.units(), now), now);
    }

    private long latest(ToLongFunction<Need> time, long now) {
        long latest = now;
        for (Need need : needs) {
            latest = Math.max(latest, time.applyAsLong(need));
        }
        return latest;
    }

    void admit(long now) {
        for (Need need : needs) {
            need.bucket().take(need.units(), now);
        }
        admitted = true;
        wake();
    }

    void wake() {
        if (signal != null) {
            signal.send();
        }
    }

    void await(long nanos) throws InterruptedException {
        if (signal != null) {
            signal.await(nanos);
        }
    }
}
