package org.telnyx4j.outbox;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which jobs to return. Immutable and safe for use by any number of threads. */
public final class JobQuery {
    private final @Nullable String tenant;
    private final Set<JobState> states;
    private final @Nullable JobKind kind;
    private final @Nullable String key;
    private final @Nullable String messageId;
    private final @Nullable String token;
    private final @Nullable String reason;
    private final @Nullable Instant createdFrom;
    private final @Nullable Instant createdBefore;
    private final @Nullable JobId after;
    private final int limit;

    private JobQuery(Builder builder) {
        this.tenant = builder.tenant;
        this.states = builder.states;
        this.kind = builder.kind;
        this.key = builder.key;
        this.messageId = builder.messageId;
        this.token = builder.token;
        this.reason = builder.reason;
        this.createdFrom = builder.createdFrom;
        this.createdBefore = builder.createdBefore;
        this.after = builder.after;
        this.limit = builder.limit;
    }

    /**
     * Starts a query for all jobs.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    List<JobState> states() {
        return List.copyOf(states);
    }

    Optional<JobKind> kind() {
        return Optional.ofNullable(kind);
    }

    Optional<String> key() {
        return Optional.ofNullable(key);
    }

    Optional<String> messageId() {
        return Optional.ofNullable(messageId);
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> createdFrom() {
        return Optional.ofNullable(createdFrom);
    }

    Optional<Instant> createdBefore() {
        return Optional.ofNullable(createdBefore);
    }

    Optional<JobId> after() {
        return Optional.ofNullable(after);
    }

    int limit() {
        return limit;
    }

    /** Shows tenant, states and kind; the key may be private. */
    @Override
    public String toString() {
        return "JobQuery[tenant=" + tenant + ", states=" + states + ", kind=" + kind + ", limit=" + limit + "]";
    }

    /** Collects what to return. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable String tenant;
        private Set<JobState> states = EnumSet.noneOf(JobState.class);
        private @Nullable JobKind kind;
        private @Nullable String key;
        private @Nullable String messageId;
        private @Nullable String token;
        private @Nullable String reason;
        private @Nullable Instant createdFrom;
        private @Nullable Instant createdBefore;
        private @Nullable JobId after;
        private int limit = 100;

        private Builder() {}

        /**
         * Restricts to one tenant.
         *
         * @param tenant its name; empty for the jobs without one
         * @return this builder
         */
        public Builder tenant(String tenant) {
            this.tenant = Objects.requireNonNull(tenant, "tenant");
            return this;
        }

        /**
         * Restricts to some states.
         *
         * @param states the states; any state where there is none
         * @return this builder
         */
        public Builder states(JobState... states) {
            this.states = EnumSet.noneOf(JobState.class);
            this.states.addAll(List.of(states));
            return this;
        }

        /**
         * Restricts to one kind.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder kind(JobKind kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /**
         * Restricts to one key, also where it does not count any more.
         *
         * @param key the key
         * @return this builder
         */
        public Builder key(String key) {
            this.key = Objects.requireNonNull(key, "key");
            return this;
        }

        /**
         * Restricts to one message, call or order.
         *
         * @param messageId the id that Telnyx gave it
         * @return this builder
         */
        public Builder messageId(String messageId) {
            this.messageId = Objects.requireNonNull(messageId, "messageId");
            return this;
        }

        /**
         * Restricts to one claim.
         *
         * @param token its token
         * @return this builder
         */
        public Builder token(String token) {
            this.token = Objects.requireNonNull(token, "token");
            return this;
        }

        /**
         * Restricts to one reason.
         *
         * @param reason such as one of {@link JobReason}
         * @return this builder
         */
        public Builder reason(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
            return this;
        }

        /**
         * Restricts to jobs that were enqueued from a time on.
         *
         * @param createdFrom the time, inclusive
         * @return this builder
         */
        public Builder createdFrom(Instant createdFrom) {
            this.createdFrom = Objects.requireNonNull(createdFrom, "createdFrom");
            return this;
        }

        /**
         * Restricts to jobs that were enqueued before a time.
         *
         * @param createdBefore the time, exclusive
         * @return this builder
         */
        public Builder createdBefore(Instant createdBefore) {
            this.createdBefore = Objects.requireNonNull(createdBefore, "createdBefore");
            return this;
        }

        /**
         * Goes on after the last job of the page before.
         *
         * @param after its id
         * @return this builder
         */
        public Builder after(JobId after) {
            this.after = Objects.requireNonNull(after, "after");
            return this;
        }

        /**
         * Sets how many are returned at most.
         *
         * @param limit from 1 to 10,000; 100 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder limit(int limit) {
            if (limit < 1 || limit > 10_000) {
                throw new IllegalArgumentException("limit must be from 1 to 10000, was " + limit);
            }
            this.limit = limit;
            return this;
        }

        /**
         * Builds the query.
         *
         * @return an immutable query
         */
        public JobQuery build() {
            return new JobQuery(this);
        }
    }
}
