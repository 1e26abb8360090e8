package org.telnyx4j.errors;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.privacy.Mask;

/**
 * What every {@link TelnyxException} carries. Immutable and safe for use by many threads.
 *
 * <p>Public so that an application can create the exceptions that its tests need:
 *
 * <pre>{@code
 * throw new TelnyxRateLimitException(
 *         ErrorDetails.builder("messages.send", Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
 *                 .httpStatus(429)
 *                 .retryAfter(Duration.ofSeconds(3))
 *                 .build());
 * }</pre>
 */
public final class ErrorDetails implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Outcome outcome;
    private final Advice advice;
    private final @Nullable String problem;
    private final @Nullable String remedy;
    private final @Nullable Integer httpStatus;
    private final List<TelnyxError> errors;
    private final @Nullable String requestId;
    private final @Nullable String reference;
    private final @Nullable CorrelationToken correlationToken;
    private final @Nullable Duration retryAfter;
    private final @Nullable RateLimitState rateLimit;
    private final @Nullable String commandId;
    private final int attempts;
    private final boolean lookup;

    private ErrorDetails(Builder builder) {
        this.operation = builder.operation;
        this.outcome = builder.outcome;
        this.advice = builder.advice;
        this.problem = builder.problem;
        this.remedy = builder.remedy;
        this.httpStatus = builder.httpStatus;
        this.errors = List.copyOf(builder.errors);
        this.requestId = builder.requestId;
        this.reference = builder.reference;
        this.correlationToken = builder.correlationToken;
        this.retryAfter = builder.retryAfter;
        this.rateLimit = builder.rateLimit;
        this.commandId = builder.commandId;
        this.attempts = builder.attempts;
        this.lookup = builder.lookup;
    }

    /**
     * Starts details with the three values that have no default.
     *
     * @param operation name of the operation such as {@code messages.send}
     * @param outcome whether the request had its effect
     * @param advice what to do next
     * @return a new builder
     */
    public static Builder builder(String operation, Outcome outcome, Advice advice) {
        return new Builder(operation, outcome, advice);
    }

    /**
     * Starts other details from these.
     *
     * @return a new builder that holds the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder(operation, outcome, advice);
        builder.problem = problem;
        builder.remedy = remedy;
        builder.httpStatus = httpStatus;
        builder.errors = errors;
        builder.requestId = requestId;
        builder.reference = reference;
        builder.correlationToken = correlationToken;
        builder.retryAfter = retryAfter;
        builder.rateLimit = rateLimit;
        builder.commandId = commandId;
        builder.attempts = attempts;
        builder.lookup = lookup;
        return builder;
    }

    /**
     * Returns the operation that failed.
     *
     * @return its name, such as {@code messages.send}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns whether the request had its effect.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns what to do next.
     *
     * @return the advice
     */
    public Advice advice() {
        return advice;
    }

    /**
     * Returns what went wrong, in words that are safe to log.
     *
     * @return a phrase without full stop, or empty
     */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Returns what to do about it, in words that are safe to log.
     *
     * @return a phrase without full stop, or empty when the advice alone is enough
     */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status, or empty when no response came
     */
    public OptionalInt httpStatus() {
        return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /**
     * Returns the errors that Telnyx listed in its response.
     *
     * @return an unmodifiable list, empty when the response had none that could be read
     */
    public List<TelnyxError> errors() {
        return errors;
    }

    /**
     * Returns Telnyx's id of this request, for its support.
     *
     * @return the id, or empty when the response had none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns how long Telnyx asked to wait before the next try.
     *
     * @return the delay, zero or more, or empty when it asked for none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns the state of the rate limit.
     *
     * @return the state, or empty when the response did not have it
     */
    public Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Returns what the request's effect can be found by, where the outcome is not known.
     *
     * @return such as the customer reference of a number order, unmasked, or empty where there is nothing to search for
     */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Returns the token in the webhook URL of a message, by which {@code messages().settle} finds it.
     *
     * @return the token; empty where the message had none, and where it is certain that it was not sent
     */
    public Optional<CorrelationToken> correlationToken() {
        return Optional.ofNullable(correlationToken);
    }

    /**
     * Returns the command id that the request carried, with which it can be sent again.
     *
     * @return the id, or empty where the operation takes none
     */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }

    /**
     * Returns how many requests were made, the first one and those that came after it.
     *
     * @return the number, 0 where nothing was tried or where the operation has several steps
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns whether the operation only looks something up. Then there is no effect whose outcome could be in question,
     * and the message has no sentence about it.
     *
     * @return true for a lookup
     */
    public boolean isLookup() {
        return lookup;
    }

    /** Returns the message that an exception with these details has; safe to log. */
    @Override
    public String toString() {
        return Message.of(this);
    }

    /** Collects the values of {@link ErrorDetails}. Mutable, for one thread. */
    public static final class Builder {
        private final String operation;
        private Outcome outcome;
        private Advice advice;
        private @Nullable String problem;
        private @Nullable String remedy;
        private @Nullable Integer httpStatus;
        private List<TelnyxError> errors = List.of();
        private @Nullable String requestId;
        private @Nullable String reference;
        private @Nullable CorrelationToken correlationToken;
        private @Nullable Duration retryAfter;
        private @Nullable RateLimitState rateLimit;
        private @Nullable String commandId;
        private int attempts;
        private boolean lookup;

        private Builder(String operation, Outcome outcome, Advice advice) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.outcome = Objects.requireNonNull(outcome, "outcome");
            this.advice = Objects.requireNonNull(advice, "advice");
        }

        /**
         * Replaces the outcome.
         *
         * @param outcome whether the request had its effect
         * @return this builder
         */
        public Builder outcome(Outcome outcome) {
            this.outcome = Objects.requireNonNull(outcome, "outcome");
            return this;
        }

        /**
         * Replaces the advice.
         *
         * @param advice what to do next
         * @return this builder
         */
        public Builder advice(Advice advice) {
            this.advice = Objects.requireNonNull(advice, "advice");
            return this;
        }

        /**
         * Sets what went wrong. It goes into the message as it is, so it must hold nothing private.
         *
         * @param problem a phrase without full stop, or null for the HTTP status alone
         * @return this builder
         */
        public Builder problem(@Nullable String problem) {
            this.problem = problem;
            return this;
        }

        /**
         * Sets what to do about it. It goes into the message as it is, so it must hold nothing private.
         *
         * @param remedy a phrase without full stop, or null to let the advice speak
         * @return this builder
         */
        public Builder remedy(@Nullable String remedy) {
            this.remedy = remedy;
            return this;
        }

        /**
         * Sets the HTTP status of the response.
         *
         * @param httpStatus the status
         * @return this builder
         */
        public Builder httpStatus(int httpStatus) {
            this.httpStatus = httpStatus;
            return this;
        }

        /**
         * Sets the errors that Telnyx listed.
         *
         * @param errors the errors; copied
         * @return this builder
         */
        public Builder errors(List<TelnyxError> errors) {
            this.errors = List.copyOf(errors);
            return this;
        }

        /**
         * Sets Telnyx's id of this request.
         *
         * @param requestId the id, or null for none
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets what the request's effect can be found by.
         *
         * @param reference such as the customer reference of a number order, or null for none
         * @return this builder
         */
        public Builder reference(@Nullable String reference) {
            this.reference = reference;
            return this;
        }

        /**
         * Sets the token in the webhook URL of the message.
         *
         * @param correlationToken the token, or null for none
         * @return this builder
         */
        public Builder correlationToken(@Nullable CorrelationToken correlationToken) {
            this.correlationToken = correlationToken;
            return this;
        }

        /**
         * Sets how long Telnyx asked to wait.
         *
         * @param retryAfter the delay, zero or more, or null for none
         * @return this builder
         */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /**
         * Sets the state of the rate limit.
         *
         * @param rateLimit the state, or null for none
         * @return this builder
         */
        public Builder rateLimit(@Nullable RateLimitState rateLimit) {
            this.rateLimit = rateLimit;
            return this;
        }

        /**
         * Sets the command id that the request carried.
         *
         * @param commandId the id, or null for none
         * @return this builder
         */
        public Builder commandId(@Nullable String commandId) {
            this.commandId = commandId;
            return this;
        }

        /**
         * Sets whether the operation only looks something up.
         *
         * @param lookup true for a lookup; false unless set
         * @return this builder
         */
        public Builder lookup(boolean lookup) {
            this.lookup = lookup;
            return this;
        }

        /**
         * Sets how many requests were made.
         *
         * @param attempts the number, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder attempts(int attempts) {
            if (attempts < 0) {
                throw new IllegalArgumentException("attempts must not be negative");
            }
            this.attempts = attempts;
            return this;
        }

        /**
         * Builds the details.
         *
         * @return immutable details
         * @throws IllegalArgumentException if the delay is negative, if the advice is to wait for a delay and there is
         *     none, or if it is to repeat what was carried out and is no lookup
         */
        public ErrorDetails build() {
            if (retryAfter != null && retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter must not be negative");
            }
            if (advice == Advice.RETRY_AFTER_DELAY && retryAfter == null) {
                throw new IllegalArgumentException("advice RETRY_AFTER_DELAY needs retryAfter");
            }
            if (outcome == Outcome.CARRIED_OUT && advice != Advice.DO_NOT_RETRY && !lookup) {
                throw new IllegalArgumentException("what was carried out allows no advice but DO_NOT_RETRY");
            }
            return new ErrorDetails(this);
        }
    }

    /** One line for a log: what failed, why, whether it had its effect (unless it is a lookup), what to do, request id. */
    private static final class Message {
        private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

        private Message() {}

        static String of(ErrorDetails details) {
            StringBuilder line = new StringBuilder(160);
            line.append(details.operation()).append(" failed");
            if (details.attempts() > 1) {
                line.append(" after ").append(details.attempts()).append(" attempts");
            }
            line.append(": ").append(problem(details));
            String remedy = details.remedy().orElseGet(() -> remedy(details));
            if (details.isLookup() && !remedy.isEmpty()) {
                // There is no effect whose outcome could be in question.
                line.append(". ")
                        .append(Character.toUpperCase(remedy.charAt(0)))
                        .append(remedy, 1, remedy.length());
            } else {
                line.append(". ").append(outcome(details)).append("; ").append(remedy);
            }
            line.append('.');
            details.requestId().ifPresent(id -> line.append(" Request id: ").append(loggable(id)));
            return line.toString();
        }

        private static String problem(ErrorDetails details) {
            return details.problem().orElseGet(() -> {
                StringBuilder codes = new StringBuilder();
                if (details.httpStatus().isPresent()) {
                    codes.append("HTTP ").append(details.httpStatus().getAsInt());
                } else {
                    codes.append("no response");
                }
                for (TelnyxError error : details.errors()) {
                    if (error.code() != null) {
                        codes.append(", ").append(Mask.freeText(error.code()));
                    }
                }
                return codes.toString();
            });
        }

        private static String outcome(ErrorDetails details) {
            return switch (details.outcome()) {
                case NOT_CARRIED_OUT -> "It was not carried out";
                case CARRIED_OUT -> "It was carried out";
                case UNKNOWN -> "Whether it was carried out is unknown";
            };
        }

        private static String remedy(ErrorDetails details) {
            return switch (details.advice()) {
                case DO_NOT_RETRY ->
                    details.outcome() == Outcome.CARRIED_OUT && !details.isLookup()
                            ? "do not send it again, look up its result"
                            : "sending it again unchanged will not help";
                case RETRY_AFTER_DELAY ->
                    "try again after " + seconds(details.retryAfter().orElseThrow());
                case RETRY_WITH_BACKOFF -> "try again, with a wait that grows from try to try";
                case FIND_OUT_FIRST ->
                    "find out before trying again: wait for its webhook or look for what it would have created";
            };
        }

        private static String seconds(Duration delay) {
            return BigDecimal.valueOf(delay.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
        }

        /** The id comes from a header that anything on the way could have written. */
        private static String loggable(String requestId) {
            return PLAIN_ID.matcher(requestId).matches() ? Mask.identifier(requestId) : "<unprintable>";
        }
    }
}
