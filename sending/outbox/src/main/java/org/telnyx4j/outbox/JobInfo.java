package org.telnyx4j.outbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.Cost;

/** A job as it stands in the outbox. Immutable and safe for use by any number of threads. */
public final class JobInfo {
    private final Row row;

    JobInfo(Row row) {
        this.row = row;
    }

    /** What a row has. */
    record Row(
            JobId id,
            String tenant,
            String kind,
            String operation,
            @Nullable String target,
            String payload,
            @Nullable String key,
            int priority,
            boolean atAnyTime,
            Instant notBefore,
            @Nullable Instant expiresAt,
            String state,
            @Nullable String reason,
            @Nullable String errorCode,
            int attempts,
            int failures,
            @Nullable String token,
            boolean findable,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt,
            @Nullable Instant settleUntil,
            @Nullable String messageId,
            @Nullable String deliveryStatus,
            @Nullable Cost cost,
            @Nullable Integer parts,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable Instant finishedAt) {}

    Row row() {
        return row;
    }

    /**
     * Returns the id.
     *
     * @return the id that {@link Outbox#enqueue(OutboxJob)} returned
     */
    public JobId id() {
        return row.id;
    }

    /**
     * Returns the tenant.
     *
     * @return its name, or empty for the client's own settings
     */
    public Optional<String> tenant() {
        return row.tenant.isEmpty() ? Optional.empty() : Optional.of(row.tenant);
    }

    /**
     * Returns the kind.
     *
     * @return the kind; {@link JobKind#OTHER} for one that this edition does not know
     */
    public JobKind kind() {
        return JobKind.of(row.kind);
    }

    /**
     * Returns the name of the kind as it is in the database.
     *
     * @return that of {@link #kind()}, or one that only a newer edition knows
     */
    public String kindName() {
        return row.kind;
    }

    /**
     * Returns which request it is.
     *
     * @return such as {@code messages.send} or {@code calls.speak}
     */
    public String operation() {
        return row.operation;
    }

    /**
     * Returns the request as JSON, as it was enqueued.
     *
     * @return private: it has numbers and texts
     */
    public String payload() {
        return row.payload;
    }

    /**
     * Returns the unique key.
     *
     * @return the key, or empty where there is none
     */
    public Optional<String> key() {
        return Optional.ofNullable(row.key);
    }

    /**
     * Returns the priority.
     *
     * @return the priority
     */
    public int priority() {
        return row.priority;
    }

    /**
     * Returns the state.
     *
     * @return the state; {@link JobState#OTHER} for one that this edition does not know
     */
    public JobState state() {
        return JobState.of(row.state);
    }

    /**
     * Returns the name of the state as it is in the database.
     *
     * @return that of {@link #state()}, or one that only a newer edition knows
     */
    public String stateName() {
        return row.state;
    }

    /**
     * Returns why it is in this state.
     *
     * @return one of the codes of {@link JobReason}, or one that the application's own policy gave; empty where there is
     *     nothing to say
     */
    public Optional<String> reason() {
        return Optional.ofNullable(row.reason);
    }

    /**
     * Returns Telnyx's code of the last error.
     *
     * @return such as {@code 40300}, or empty where there was none
     */
    public Optional<String> errorCode() {
        return Optional.ofNullable(row.errorCode);
    }

    /**
     * Returns how often a worker has claimed it.
     *
     * @return 0 for a job that nobody has tried to send yet
     */
    public int attempts() {
        return row.attempts;
    }

    /**
     * Returns how many of the attempts failed; waiting for a rate limit is no failure.
     *
     * @return zero or more
     */
    public int failures() {
        return row.failures;
    }

    /**
     * Returns what the last try to send it is found by: the token in the webhook URL of a message, the command id of a call
     * command, the reference of an order.
     *
     * @return the token, or empty where it was never claimed, or the message has no webhook URL
     */
    public Optional<String> token() {
        return row.findable ? Optional.ofNullable(row.token) : Optional.empty();
    }

    /**
     * Returns which worker claimed it last.
     *
     * @return the worker's name, or empty where none has
     */
    public Optional<String> claimedBy() {
        return Optional.ofNullable(row.claimedBy);
    }

    /**
     * Returns when it was claimed last.
     *
     * @return the time by the database's clock, or empty
     */
    public Optional<Instant> claimedAt() {
        return Optional.ofNullable(row.claimedAt);
    }

    /**
     * Returns the id that Telnyx gave.
     *
     * @return the id of the message, the call or the order, or empty where it is not known
     */
    public Optional<String> messageId() {
        return Optional.ofNullable(row.messageId);
    }

    /**
     * Returns Telnyx's status of the message or the number order.
     *
     * @return such as {@code delivered} or {@code success}, or empty; of a message to a group that of the member it has come least far for
     */
    public Optional<String> deliveryStatus() {
        return Optional.ofNullable(row.deliveryStatus);
    }

    /**
     * Returns what it cost.
     *
     * @return the cost, or empty where it is not known
     */
    public Optional<Cost> cost() {
        return Optional.ofNullable(row.cost);
    }

    /**
     * Returns how many parts the text was sent in.
     *
     * @return the parts, or empty where that is not known
     */
    public OptionalInt parts() {
        return row.parts == null ? OptionalInt.empty() : OptionalInt.of(row.parts);
    }

    /**
     * Returns the earliest time at which it may be sent.
     *
     * @return the time that was asked for, or that of enqueueing
     */
    public Instant notBefore() {
        return row.notBefore;
    }

    /**
     * Returns from when on it is of no use.
     *
     * @return the time, or empty for never
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(row.expiresAt);
    }

    /**
     * Returns when a worker takes it next: to send it, or to check what became of it.
     *
     * @return the time, or empty where nobody will
     */
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(row.nextAt);
    }

    /**
     * Returns when it was enqueued.
     *
     * @return the time by the database's clock
     */
    public Instant createdAt() {
        return row.createdAt;
    }

    /**
     * Returns when it changed last.
     *
     * @return the time by the database's clock
     */
    public Instant changedAt() {
        return row.changedAt;
    }

    /**
     * Returns when it was known that Telnyx has accepted it.
     *
     * @return the time by the database's clock, or empty
     */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(row.sentAt);
    }

    /**
     * Returns when the outbox had nothing more to do for it.
     *
     * @return the time by the database's clock, or empty while it has
     */
    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(row.finishedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JobInfo that && row.equals(that.row);
    }

    @Override
    public int hashCode() {
        return Objects.hash(row.id, row.changedAt);
    }

    /** Shows id, operation, tenant, state and reason; request and key may be private. */
    @Override
    public String toString() {
        return "JobInfo[" + row.id + ", " + row.operation + ", tenant=" + row.tenant + ", " + row.state + ", reason="
                + row.reason + ", errorCode=" + row.errorCode + ", attempts=" + row.attempts + "]";
    }
}
