package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Admits messages of any number of accounts, each by its own limits. Safe for use by any number of threads. */
final class PacingCore {
    /** What Telnyx is given to empty a queue that was full, for the first refusal; it doubles with the next ones. */
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(5);

    private static final Duration RATE_PAUSE = Duration.ofSeconds(1);

    private final PaceTime time;
    private final double margin;
    private final Function<String, PacingLimits> limits;
    private final Function<String, Supplies> supplies;
    private final ToIntFunction<String> weights;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    PacingCore(
            PaceTime time,
            double margin,
            Function<String, PacingLimits> limits,
            Function<String, Supplies> supplies,
            ToIntFunction<String> weights) {
        this.time = time;
        this.margin = margin;
        this.limits = limits;
        this.supplies = supplies;
        this.weights = weights;
    }

    /**
     * A message that may go.
     *
     * @param gate what admitted it
     * @param ask what it took
     */
    record Admitted(Gate gate, Ask ask) {}

    /**
     * Either it may go, or it may be tried again later.
     *
     * @param admitted what was taken, null if it may not go
     * @param refused after how long, null if it may go
     */
    record Answer(@Nullable Admitted admitted, Gate.@Nullable Refused refused) {
        Duration retryAfter() {
            return refused == null ? Duration.ZERO : refused.retryAfter();
        }
    }

    Answer enter(PacedMessage message, Duration longest, End end) throws InterruptedException {
        Gate gate = gates.computeIfAbsent(
                message.account(), account -> new Gate(time, supplies.apply(account), margin, weights));
        Ask ask = message.ask(limits.apply(message.account()));
        Gate.Refused refused = gate.enter(ask, longest.toNanos(), end).orElse(null);
        return new Answer(refused == null ? new Admitted(gate, ask) : null, refused);
    }

    void done(Admitted admitted) {
        admitted.gate().done();
    }

    void undo(Admitted admitted) {
        admitted.gate().undo(admitted.ask());
    }

    /** Telnyx's queue of the sender or the account is full (40318). */
    void queueFull(Admitted admitted, Optional<Duration> retryAfter) {
        admitted.gate().refused(admitted.ask(), retryAfter, QUEUE_PAUSE);
    }

    /** Telnyx refused for the rate (429). */
    void rateLimited(Admitted admitted, Optional<Duration> retryAfter) {
        admitted.gate().refused(admitted.ask(), retryAfter, RATE_PAUSE);
    }

    /** A response named what is left of the account's window. */
    void remaining(Admitted admitted, long more, Duration reset) {
        admitted.gate().remaining(admitted.ask(), more, reset.toNanos());
    }

    /** The limits have changed. */
    void changed() {
        gates.values().forEach(Gate::changed);
    }

    int waiting() {
        return gates.values().stream().mapToInt(Gate::waiting).sum();
    }

    int buckets() {
        return gates.values().stream().mapToInt(Gate::buckets).sum();
    }
}
