package org.telnyx4j.internal.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.errors.AttemptHistory;
import org.telnyx4j.internal.time.Nanos;
import org.telnyx4j.internal.time.Sleeper;

/** The attempts of one call so far, and its time. For the thread that makes the call. */
final class RetryState {
    /**
     * Telnyx deduplicates by a command id for 60 s from when it first saw it. What is sent again must be there before,
     * so no such attempt goes on for longer than this from before the first one, which could have been there at once.
     */
    private static final long COMMAND_ID_COUNTS_NANOS = Duration.ofSeconds(55).toNanos();

    private final Call call;
    private final Sleeper sleeper;
    private final long startNanos;
    private final List<TelnyxException> failures = new ArrayList<>();
    private Outcome worst = Outcome.NOT_CARRIED_OUT;
    private int attempts;
    private int retries;
    private int tokens;
    private boolean hedged;
    private boolean holdsTokens;

    /**
     * Begins.
     *
     * @param call the call
     * @param sleeper measures
     * @param first the first attempt, with which the call began
     */
    RetryState(Call call, Sleeper sleeper, Attempt first) {
        this.call = call;
        this.sleeper = sleeper;
        this.startNanos = first.beginNanos();
    }

    Call call() {
        return call;
    }

    int attempts() {
        return attempts;
    }

    int retries() {
        return retries;
    }

    boolean hasRetriesLeft() {
        return retries < call.retries().maxRetries();
    }

    /** Returns the next attempt, which begins now. */
    Attempt nextAttempt() {
        long left = leftNanos();
        long limit = call.retries().attemptTimeout().map(Nanos::of).orElse(left);
        long now = sleeper.nanoTime();
        long deadline = now + Math.min(left, limit);
        boolean hasAllOfTheCall = deadline - startNanos >= call.timeout().toNanos();
        return new Attempt(attempts, now, deadline, hasAllOfTheCall);
    }

    /** Returns the second request of a hedged attempt. */
    Attempt hedgeOf(Attempt first) {
        long counts = startNanos + COMMAND_ID_COUNTS_NANOS;
        boolean countsLonger = counts - first.deadlineNanos() >= 0;
        return new Attempt(
                first.resends() + 1,
                first.beginNanos(),
                countsLonger ? first.deadlineNanos() : counts,
                countsLonger && first.hasAllOfTheCall());
    }

    /** Returns the time there is for an attempt that starts now. */
    long leftNanos() {
        boolean mustArriveInTime = attempts > 0 && isDeduplicated();
        long deadline = call.timeout().toNanos();
        return (mustArriveInTime ? Math.min(deadline, COMMAND_ID_COUNTS_NANOS) : deadline) - usedNanos();
    }

    /** Returns the longest wait after which there is time for another attempt. */
    Duration longestWait() {
        return Duration.ofNanos(leftNanos() - call.shortestAttemptNanos());
    }

    /** Returns whether Telnyx may no longer deduplicate by the command id after a wait. */
    boolean isCommandIdSpentIn(Duration wait) {
        return isDeduplicated() && usedNanos() + Nanos.of(wait) > COMMAND_ID_COUNTS_NANOS - call.shortestAttemptNanos();
    }

    /** Returns whether the attempt that comes next may be hedged: once in a call, and only what is deduplicated. */
    boolean mayHedge() {
        return !hedged && isDeduplicated() && call.retries().hedgeCallCommands().isPresent();
    }

    /** Counts an attempt, unless nothing was even begun. */
    void attempted(AttemptResult result) {
        boolean begun = result.condition() == null || result.condition().isAttempt();
        attempts += begun ? 1 : 0;
    }

    /** Notes the second request of a hedged attempt, whose token was taken already. */
    void hedged(Outcome otherOutcome, @Nullable TelnyxException otherFailure) {
        hedged = true;
        holdsTokens = true;
        attempts++;
        tokens++;
        worst = greater(worst, otherOutcome);
        if (otherFailure != null) {
            failures.add(otherFailure);
        }
    }

    void retryAfter(TelnyxException failure) {
        retries++;
        failures.add(failure);
        worst = greater(worst, failure.outcome());
    }

    int tokens() {
        return tokens;
    }

    boolean hasNoToken() {
        return tokens == 0;
    }

    boolean holdsTokens() {
        return holdsTokens;
    }

    /** Notes whether a token was taken from the budget. */
    void tookToken(boolean taken) {
        holdsTokens = taken;
        tokens += taken ? 1 : 0;
    }

    /** Returns the worst outcome of the attempts so far, for a call that ends between two of them. */
    Outcome outcomeSoFar() {
        return worst;
    }

    /**
     * Returns what the error of the whole call must know besides its last attempt.
     *
     * @param last the error of the last attempt
     * @param note why there is no further attempt, as a clause, or null
     * @return the history
     */
    AttemptHistory history(TelnyxException last, @Nullable String note) {
        // A lookup leaves nothing behind, so its last attempt is all that counts.
        Outcome outcome = call.isLookup() ? last.outcome() : greater(worst, last.outcome());
        failures.remove(last);
        return new AttemptHistory(attempts, outcome, note, isCommandIdSpentIn(Duration.ZERO), List.copyOf(failures));
    }

    private boolean isDeduplicated() {
        return call.idempotency() == Idempotency.DEDUPLICATED;
    }

    private long usedNanos() {
        return sleeper.nanoTime() - startNanos;
    }

    private static Outcome greater(Outcome one, Outcome other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case NOT_CARRIED_OUT -> 0;
            case UNKNOWN -> 1;
            case CARRIED_OUT -> 2;
        };
    }
}
