package org.telnyx4j.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.validation.TextRules;

/**
 * How often and after which waits a failed request is sent again. Immutable and safe for use by any number of
 * threads.
 *
 * <p>What may be sent again at all is not an option. A lookup, an update and a removal may, because done twice they come
 * to the same. A call command may for as long as Telnyx deduplicates by its command id, 60 seconds. All else, such as a message
 * or an order of numbers, may only if it is certain that nothing was carried out: no connection was made, or Telnyx
 * refused it for too many requests (429).
 *
 * <p>All tries and waits are within the call's one deadline. A delay that Telnyx asks for is honoured; where it does not
 * fit into what is left of the deadline, the call fails at once and its error has the delay. A budget that all calls
 * of a client share ends retries when most requests fail, so that a server that is down is not flooded. A call that finds
 * the budget used up waits for the retries of others to succeed, for no longer than the longest delay, and fails when they
 * do.
 */
public final class RetryOptions {
    private static final int MOST_RETRIES = 10;
    private static final Duration LONGEST_HEDGE_DELAY = Duration.ofSeconds(50);
    private static final RetryOptions DEFAULTS = builder().build();
    private static final RetryOptions OFF = builder().maxRetries(0).build();

    private final int maxRetries;
    private final Duration baseDelay;
    private final Duration maxDelay;
    private final @Nullable Duration hedgeDelay;
    private final @Nullable Duration attemptTimeout;

    private RetryOptions(Builder builder) {
        this.maxRetries = builder.maxRetries;
        this.baseDelay = builder.baseDelay;
        this.maxDelay = builder.maxDelay;
        this.hedgeDelay = builder.hedgeDelay;
        this.attemptTimeout = builder.attemptTimeout;
    }

    /**
     * Starts options that are all defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what holds unless options are set: up to 2 retries, waits of up to 200 ms and 400 ms, no hedging.
     *
     * @return the same object each time
     */
    public static RetryOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns options with which each request is sent exactly once.
     *
     * @return the same object each time
     */
    public static RetryOptions off() {
        return OFF;
    }

    /**
     * Returns how often a request may be sent again.
     *
     * @return a number of retries, 0 to 10
     */
    public int maxRetries() {
        return maxRetries;
    }

    /**
     * Returns the longest wait before the first retry.
     *
     * @return a duration longer than zero
     */
    public Duration baseDelay() {
        return baseDelay;
    }

    /**
     * Returns the longest wait before any retry, but for one that Telnyx asks for.
     *
     * @return a duration, not shorter than the base delay
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Returns after which time without a response a call command is sent a second time.
     *
     * @return the time, or empty where commands are not hedged
     */
    public Optional<Duration> hedgeCallCommands() {
        return Optional.ofNullable(hedgeDelay);
    }

    /**
     * Returns how long one attempt may take. The call's deadline holds besides.
     *
     * @return the time, or empty where an attempt may take all that is left of the deadline
     */
    public Optional<Duration> attemptTimeout() {
        return Optional.ofNullable(attemptTimeout);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryOptions that
                && maxRetries == that.maxRetries
                && baseDelay.equals(that.baseDelay)
                && maxDelay.equals(that.maxDelay)
                && Objects.equals(hedgeDelay, that.hedgeDelay)
                && Objects.equals(attemptTimeout, that.attemptTimeout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxRetries, baseDelay, maxDelay, hedgeDelay, attemptTimeout);
    }

    /** Shows all of it. */
    @Override
    public String toString() {
        return "RetryOptions[maxRetries=" + maxRetries + ", baseDelay=" + baseDelay + ", maxDelay=" + maxDelay
                + ", hedgeCallCommands=" + (hedgeDelay == null ? "off" : hedgeDelay) + ", attemptTimeout="
                + (attemptTimeout == null ? "off" : attemptTimeout) + "]";
    }

    /** Collects options. Mutable, for one thread. */
    public static final class Builder {
        private int maxRetries = 2;
        private Duration baseDelay = Duration.ofMillis(200);
        private Duration maxDelay = Duration.ofSeconds(5);
        private @Nullable Duration hedgeDelay;
        private @Nullable Duration attemptTimeout;

        private Builder() {}

        /**
         * Sets how often a request may be sent again; 2 unless set.
         *
         * @param maxRetries 0 (never) to 10
         * @return this builder
         * @throws IllegalArgumentException if it is another number
         */
        public Builder maxRetries(int maxRetries) {
            if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
                throw new IllegalArgumentException("maxRetries must be 0 to " + MOST_RETRIES);
            }
            this.maxRetries = maxRetries;
            return this;
        }

        /**
         * Sets the longest wait before the first retry; 200 ms unless set. Each further one may be twice as long. The
         * wait itself is a random time between zero and that (jitter).
         *
         * @param baseDelay longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder baseDelay(Duration baseDelay) {
            this.baseDelay = Arguments.require(baseDelay, "baseDelay", TextRules::positive);
            return this;
        }

        /**
         * Sets the longest wait before any retry, but for one that Telnyx asks for; 5 s unless set.
         *
         * @param maxDelay longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = Arguments.require(maxDelay, "maxDelay", TextRules::positive);
            return this;
        }

        /**
         * Sends a call command a second time, on another connection and with the same command id, if no response has come
         * within a time; the first response is taken. Off unless set. Telnyx, which suggests 500 ms, carries out one of
         * the two. Never done with anything that carries no command id.
         *
         * <p>The second request leaves only while Telnyx is sure to deduplicate it, which is for less than 60 s from the
         * first.
         *
         * @param delay longer than zero, at most 50 s
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder hedgeCallCommands(Duration delay) {
            Arguments.require(delay, "delay", TextRules::positive);
            if (delay.compareTo(LONGEST_HEDGE_DELAY) > 0) {
                throw new IllegalArgumentException(
                        "delay must be at most 50 s, as Telnyx deduplicates by command id for 60 s only");
            }
            this.hedgeDelay = delay;
            return this;
        }

        /**
         * Sets how long one attempt may take, from waiting for a connection to the last byte of the response. An attempt
         * that takes longer is ended and counts as a failed connection: it is sent again where that is allowed. Off unless
         * set, so that an attempt may take all that is left of the call's deadline.
         *
         * @param timeout longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder attemptTimeout(Duration timeout) {
            this.attemptTimeout = Arguments.require(timeout, "timeout", TextRules::positive);
            return this;
        }

        /**
         * Builds the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException if the base delay is longer than the longest one
         */
        public RetryOptions build() {
            if (baseDelay.compareTo(maxDelay) > 0) {
                throw new IllegalArgumentException("baseDelay must not be longer than maxDelay");
            }
            return new RetryOptions(this);
        }
    }
}
