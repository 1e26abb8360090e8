package org.telnyx4j.outbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a job that failed. Immutable.
 *
 * @see OutboxPolicy
 */
public final class OutboxDecision {
    /** What is done. */
    public enum Action {
        /** It is sent again after a delay, which does not count as a failure. */
        SNOOZE,
        /** It is sent again after a delay. */
        RETRY,
        /** It is not sent again. */
        DISCARD,
        /** A person has to decide. */
        PARK,
        /** It may have been carried out: that is found out first. */
        FIND_OUT
    }

    private final Action action;
    private final @Nullable Duration delay;
    private final String reason;

    private OutboxDecision(Action action, @Nullable Duration delay, String reason) {
        this.action = action;
        this.delay = delay;
        this.reason = reason;
    }

    /**
     * Sends it again after a delay that somebody asked for, such as a rate limit. It counts as no failure.
     *
     * @param delay zero or more
     * @return the decision
     * @throws IllegalArgumentException if the delay is negative
     */
    public static OutboxDecision snooze(Duration delay) {
        return new OutboxDecision(Action.SNOOZE, notNegative(delay), JobReason.SNOOZED);
    }

    /**
     * Sends it again after a delay.
     *
     * @param delay zero or more
     * @return the decision
     * @throws IllegalArgumentException if the delay is negative
     */
    public static OutboxDecision retry(Duration delay) {
        return new OutboxDecision(Action.RETRY, notNegative(delay), JobReason.RETRY);
    }

    /**
     * Does not send it again.
     *
     * @param reason one of {@link JobReason}, or an own one; at most 255 characters, and nothing private
     * @return the decision
     */
    public static OutboxDecision discard(String reason) {
        return new OutboxDecision(Action.DISCARD, null, Texts.require(reason, "reason"));
    }

    /**
     * Leaves it to a person.
     *
     * @param reason one of {@link JobReason}, or an own one; at most 255 characters, and nothing private
     * @return the decision
     */
    public static OutboxDecision park(String reason) {
        return new OutboxDecision(Action.PARK, null, Texts.require(reason, "reason"));
    }

    /**
     * Finds out first whether it was carried out.
     *
     * @return the decision
     */
    public static OutboxDecision findOut() {
        return new OutboxDecision(Action.FIND_OUT, null, JobReason.NO_RESPONSE);
    }

    private static Duration notNegative(Duration delay) {
        if (Objects.requireNonNull(delay, "delay").isNegative()) {
            throw new IllegalArgumentException("delay must not be negative, was " + delay);
        }
        return delay;
    }

    /**
     * Returns what is done.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    /**
     * Returns after how long it is sent again.
     *
     * @return the delay, or empty where it is not
     */
    public Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }

    /**
     * Returns why.
     *
     * @return the reason that the job then has
     */
    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxDecision that
                && action == that.action
                && Objects.equals(delay, that.delay)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, delay, reason);
    }

    @Override
    public String toString() {
        return "OutboxDecision[" + action + ", delay=" + delay + ", reason=" + reason + "]";
    }
}
