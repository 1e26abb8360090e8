package org.telnyx4j.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.json.JsonModel;

/**
 * Something to be sent, and when: what an application puts into the outbox. Immutable and safe for use by any number of
 * threads.
 *
 * <pre>{@code
 * OutboxJob job = OutboxJob.of(message).tenant("acme").key("order-17-shipped").expiresAt(tomorrow).build();
 * }</pre>
 */
public final class OutboxJob {
    private final JobType<?> type;
    private final JsonModel request;
    private final @Nullable String target;
    private final @Nullable String tenant;
    private final @Nullable String key;
    private final @Nullable Duration keyCountsFor;
    private final @Nullable Instant notBefore;
    private final @Nullable Instant expiresAt;
    private final int priority;
    private final boolean atAnyTime;

    private OutboxJob(Builder builder) {
        this.type = builder.type;
        this.request = builder.request;
        this.target = builder.target;
        this.tenant = builder.tenant;
        this.key = builder.key;
        this.keyCountsFor = builder.keyCountsFor;
        this.notBefore = builder.notBefore;
        this.expiresAt = builder.expiresAt;
        this.priority = builder.priority;
        this.atAnyTime = builder.atAnyTime;
    }

    /**
     * Starts a job that sends a message.
     *
     * @param message the message; what it leaves open is taken from the tenant and the client when it is sent
     * @return a new builder
     */
    public static Builder of(OutgoingMessage message) {
        return builder(message, null);
    }

    /**
     * Starts a job that sends a message to a group.
     *
     * @param message the message
     * @return a new builder
     */
    public static Builder of(SendGroupMmsRequest message) {
        return builder(message, null);
    }

    /**
     * Starts a job that sends a message from a number pool.
     *
     * @param message the message
     * @return a new builder
     */
    public static Builder of(SendNumberPoolMessageRequest message) {
        return builder(message, null);
    }

    /**
     * Starts a job that sends a message from a long code.
     *
     * @param message the message
     * @return a new builder
     */
    public static Builder of(SendLongCodeMessageRequest message) {
        return builder(message, null);
    }

    /**
     * Starts a job that sends a message from a short code.
     *
     * @param message the message
     * @return a new builder
     */
    public static Builder of(SendShortCodeMessageRequest message) {
        return builder(message, null);
    }

    /**
     * Starts a job that sends a message from an alphanumeric sender.
     *
     * @param message the message
     * @return a new builder
     */
    public static Builder of(SendAlphanumericMessageRequest message) {
        return builder(message, null);
    }

    /**
     * Starts a job that dials.
     *
     * @param call the call
     * @return a new builder
     */
    public static Builder of(OutgoingCall call) {
        return builder(call, null);
    }

    /**
     * Starts a job that orders numbers. One without a customer reference gets one when it is sent.
     *
     * @param order the order
     * @return a new builder
     */
    public static Builder of(CreateNumberOrderRequest order) {
        return builder(order, null);
    }

    /**
     * Starts a job that sends a command to a call. One without a command id gets one when it is sent.
     *
     * @param call the call
     * @param command the request of one of the commands of {@link org.telnyx4j.voice.Calls} that take one, such as a
     *     {@link org.telnyx4j.generated.model.SpeakRequest}
     * @return a new builder
     * @throws IllegalArgumentException if it is no such request
     */
    public static Builder of(CallControlId call, JsonModel command) {
        return builder(command, Objects.requireNonNull(call, "call").value());
    }

    private static Builder builder(JsonModel request, @Nullable String target) {
        JobType<?> type = JobTypes.ofRequest(Objects.requireNonNull(request, "request"));
        if (type == null || type.needsTarget() != (target != null)) {
            throw new IllegalArgumentException(request.type().name()
                    + (target == null ? " is no request of its own" : " is no command to a call"));
        }
        return new Builder(type, request, target);
    }

    JobType<?> type() {
        return type;
    }

    /**
     * Returns what kind of job this is.
     *
     * @return the kind
     */
    public JobKind kind() {
        return type.kind();
    }

    /**
     * Returns what is sent.
     *
     * @return the request; private
     */
    public JsonModel request() {
        return request;
    }

    /**
     * Returns what a command is for.
     *
     * @return the id of the call, or empty for any other job
     */
    public Optional<String> target() {
        return Optional.ofNullable(target);
    }

    /**
     * Returns the tenant.
     *
     * @return its name, or empty for the client's own settings
     */
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    /**
     * Returns the unique key.
     *
     * @return the key, or empty where there is none
     */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Returns for how long the key counts from when the job is enqueued.
     *
     * @return the time, or empty for as long as the job is in the outbox
     */
    public Optional<Duration> keyCountsFor() {
        return Optional.ofNullable(keyCountsFor);
    }

    /**
     * Returns the earliest time at which the job is sent.
     *
     * @return the time, or empty for at once
     */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /**
     * Returns when the job is of no use any more.
     *
     * @return the time, or empty for never
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * Returns the priority.
     *
     * @return the priority, 0 unless set; of jobs that are due, those with a higher one go first
     */
    public int priority() {
        return priority;
    }

    /**
     * Returns whether quiet hours don't apply.
     *
     * @return true for a message that may be sent at night, such as a one-time code
     */
    public boolean isAtAnyTime() {
        return atAnyTime;
    }

    /** Shows the operation, the tenant and the times; request and key may be private. */
    @Override
    public String toString() {
        return "OutboxJob[" + type.operation() + ", tenant=" + tenant + ", key " + (key == null ? "not set" : "set")
                + ", notBefore=" + notBefore + ", expiresAt=" + expiresAt + ", priority=" + priority + "]";
    }

    /** Collects what a job is. Mutable, for one thread. */
    public static final class Builder {
        private final JobType<?> type;
        private final JsonModel request;
        private final @Nullable String target;
        private @Nullable String tenant;
        private @Nullable String key;
        private @Nullable Duration keyCountsFor;
        private @Nullable Instant notBefore;
        private @Nullable Instant expiresAt;
        private int priority;
        private boolean atAnyTime;

        private Builder(JobType<?> type, JsonModel request, @Nullable String target) {
            this.type = type;
            this.request = request;
            this.target = target;
        }

        /**
         * Sets whose settings the job is sent with.
         *
         * @param tenant the name that {@link Outbox.Builder#tenants} finds the tenant by; 1 to 255 characters
         * @return this builder
         * @throws IllegalArgumentException if it is blank or too long
         */
        public Builder tenant(String tenant) {
            this.tenant = Texts.require(tenant, "tenant");
            return this;
        }

        /**
         * Sets a key that no other job of the same tenant has, for as long as this job is in the outbox. A second job
         * with the same key is not enqueued.
         *
         * @param key such as {@code order-17-shipped}; 1 to 255 characters
         * @return this builder
         * @throws IllegalArgumentException if it is blank or too long
         */
        public Builder key(String key) {
            this.key = Texts.require(key, "key");
            this.keyCountsFor = null;
            return this;
        }

        /**
         * Sets a key that no other job of the same tenant has, for a time. A second job with the same key is not enqueued
         * until that time is over.
         *
         * @param key such as {@code reminder-17}; 1 to 255 characters
         * @param countsFor for how long it counts from when this job is enqueued, whatever becomes of the job; longer than
         *     zero
         * @return this builder
         * @throws IllegalArgumentException if the key is blank or too long, or the time not longer than zero
         */
        public Builder key(String key, Duration countsFor) {
            if (countsFor.isNegative() || countsFor.isZero()) {
                throw new IllegalArgumentException("countsFor must be longer than zero, was " + countsFor);
            }
            this.key = Texts.require(key, "key");
            this.keyCountsFor = countsFor;
            return this;
        }

        /**
         * Sets the earliest time at which the job is sent; at once unless set.
         *
         * @param notBefore the time
         * @return this builder
         */
        public Builder notBefore(Instant notBefore) {
            this.notBefore = Objects.requireNonNull(notBefore, "notBefore");
            return this;
        }

        /**
         * Sets from when on the job is not sent any more, but discarded; never unless set.
         *
         * @param expiresAt the time
         * @return this builder
         */
        public Builder expiresAt(Instant expiresAt) {
            this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
            return this;
        }

        /**
         * Sets the priority. Of jobs that are due, those with a higher priority go first.
         *
         * @param priority from -1000 to 1000; 0 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder priority(int priority) {
            if (priority < -1_000 || priority > 1_000) {
                throw new IllegalArgumentException("priority must be from -1000 to 1000, was " + priority);
            }
            this.priority = priority;
            return this;
        }

        /**
         * Lets the job be sent whatever {@link QuietHours} the outbox has, such as a one-time code.
         *
         * @return this builder
         */
        public Builder atAnyTime() {
            this.atAnyTime = true;
            return this;
        }

        /**
         * Builds the job.
         *
         * @return an immutable job
         * @throws IllegalArgumentException if it expires before it may be sent
         */
        public OutboxJob build() {
            if (notBefore != null && expiresAt != null && !expiresAt.isAfter(notBefore)) {
                throw new IllegalArgumentException("expiresAt must be after notBefore");
            }
            return new OutboxJob(this);
        }
    }
}
