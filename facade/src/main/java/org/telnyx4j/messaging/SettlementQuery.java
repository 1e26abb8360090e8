package org.telnyx4j.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.validation.TextRules;

/**
 * Where {@link Messages#settle} looks for a message. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * SettlementQuery query = SettlementQuery.builder()
 *         .since(sentAt.minusSeconds(60))
 *         .until(sentAt.plus(Duration.ofHours(1)))
 *         .recipient("+14165550123")
 *         .build();
 * }</pre>
 */
public final class SettlementQuery {
    private static final SettlementQuery NONE = builder().build();

    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private final @Nullable String recipient;

    private SettlementQuery(Builder builder) {
        this.since = builder.since;
        this.until = builder.until;
        this.recipient = builder.recipient;
    }

    /**
     * Starts an empty query.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns an empty query.
     *
     * @return the same object each time
     */
    public static SettlementQuery none() {
        return NONE;
    }

    /**
     * Returns from when on records are read.
     *
     * @return the time, or empty for an hour before the token was created, or for two days ago where the token does not
     *     contain that
     */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /**
     * Returns until when records are read.
     *
     * @return the time, or empty for a day after the message could be sent
     */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /**
     * Returns whom the message was for.
     *
     * @return the number, or empty for any
     */
    public Optional<String> recipient() {
        return Optional.ofNullable(recipient);
    }

    /** Shows the time; the recipient is private. */
    @Override
    public String toString() {
        return "SettlementQuery[since=" + since + ", until=" + until + ", recipient "
                + (recipient == null ? "not set" : "set") + "]";
    }

    /** Collects where to look. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable Instant since;
        private @Nullable Instant until;
        private @Nullable String recipient;

        private Builder() {}

        /**
         * Sets from when on records are read, by Telnyx's clock. A little before the message was sent will do.
         *
         * @param since the earliest time
         * @return this builder
         */
        public Builder since(Instant since) {
            this.since = Objects.requireNonNull(since, "since");
            return this;
        }

        /**
         * Sets until when records are read, by Telnyx's clock. Before that, a send that is not found counts as still open,
         * and afterwards as not seen; so it is also the time that a late record has. For a scheduled message, set a time
         * after the one that it is scheduled for.
         *
         * @param until the latest time
         * @return this builder
         */
        public Builder until(Instant until) {
            this.until = Objects.requireNonNull(until, "until");
            return this;
        }

        /**
         * Sets whom the message was for, so that fewer records are read. Of a group, any member will do.
         *
         * @param recipient a number in E.164 form, or a short code
         * @return this builder
         * @throws IllegalArgumentException if it is neither
         */
        public Builder recipient(String recipient) {
            this.recipient = Arguments.require(recipient, "recipient", TextRules::recipient);
            return this;
        }

        /**
         * Builds the query.
         *
         * @return an immutable query
         * @throws IllegalArgumentException if the time ends before it begins
         */
        public SettlementQuery build() {
            if (since != null && until != null && until.isBefore(since)) {
                throw new IllegalArgumentException("until must not be before since");
            }
            return new SettlementQuery(this);
        }
    }
}
