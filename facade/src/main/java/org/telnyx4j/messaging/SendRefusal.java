package org.telnyx4j.messaging;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/**
 * Why a {@link SendGuard} keeps a message from going out, which decides on the exception that the caller gets. Immutable and
 * safe for use by any number of threads.
 */
public final class SendRefusal {
    private final Kind kind;
    private final @Nullable String recipient;
    private final @Nullable Duration retryAfter;
    private final @Nullable String reason;
    private final @Nullable Throwable cause;

    private SendRefusal(
            Kind kind,
            @Nullable String recipient,
            @Nullable Duration retryAfter,
            @Nullable String reason,
            @Nullable Throwable cause) {
        this.kind = kind;
        this.recipient = recipient;
        this.retryAfter = retryAfter;
        this.reason = reason;
        this.cause = cause;
    }

    /** The kinds of refusal. */
    public enum Kind {
        /**
         * The recipient does not want messages: a {@link org.telnyx4j.errors.TelnyxValidationException} of the field
         * {@code to} for which {@link org.telnyx4j.errors.TelnyxException#isOptedOut()} is true, as it is when Telnyx
         * refuses. Advice: do not retry.
         */
        OPTED_OUT,
        /**
         * A rate limit would be broken: a {@link org.telnyx4j.errors.TelnyxRateLimitException} with {@code retryAfter}.
         * Advice: retry after that delay.
         */
        PACED,
        /**
         * The guard cannot decide, such as when its database is away: a
         * {@link org.telnyx4j.errors.TelnyxNetworkException}. Advice: retry with backoff.
         */
        UNDECIDED
    }

    /**
     * Refuses, since a recipient has opted out.
     *
     * @param recipient the number; what is shown of it is masked
     * @return the refusal
     */
    public static SendRefusal optedOut(String recipient) {
        return new SendRefusal(Kind.OPTED_OUT, Objects.requireNonNull(recipient, "recipient"), null, null, null);
    }

    /**
     * Refuses, to keep a rate limit.
     *
     * @param retryAfter when it may be tried again, zero or more
     * @return the refusal
     * @throws IllegalArgumentException if it is negative
     */
    public static SendRefusal paced(Duration retryAfter) {
        return paced(retryAfter, null);
    }

    /**
     * Refuses, to keep a rate limit, and names it.
     *
     * @param retryAfter when it may be tried again, zero or more
     * @param reason which limit, as a phrase without full stop for the message of the exception; must hold nothing private,
     *     and numbers in it are masked. Null for none
     * @return the refusal
     * @throws IllegalArgumentException if the delay is negative
     */
    public static SendRefusal paced(Duration retryAfter, @Nullable String reason) {
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter must not be negative");
        }
        return new SendRefusal(Kind.PACED, null, retryAfter, reason, null);
    }

    /**
     * Refuses, since it cannot be known whether the message may go out.
     *
     * @param reason what is wrong, as a phrase without full stop such as {@code the opt-outs cannot be read}; must hold
     *     nothing private, and numbers in it are masked
     * @param cause what led to it, or null. It becomes the cause of the exception, without its message where that could quote
     *     something private
     * @return the refusal
     */
    public static SendRefusal undecided(String reason, @Nullable Throwable cause) {
        return new SendRefusal(Kind.UNDECIDED, null, null, Objects.requireNonNull(reason, "reason"), cause);
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns who has opted out.
     *
     * @return the number, unmasked; empty for the other kinds
     */
    public Optional<String> recipient() {
        return Optional.ofNullable(recipient);
    }

    /**
     * Returns when it may be tried again.
     *
     * @return the delay, zero or more; empty for the other kinds
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns the reason in words.
     *
     * @return a phrase, or empty where none was given
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns what led to it.
     *
     * @return the cause, or empty where none was given
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Shows nothing private. */
    @Override
    public String toString() {
        return switch (kind) {
            case OPTED_OUT -> "opted out: " + (recipient == null ? "" : Mask.phoneNumber(recipient));
            case PACED -> "paced: retry after " + retryAfter;
            case UNDECIDED -> "undecided: " + (reason == null ? "" : Mask.freeText(reason));
        };
    }
}
