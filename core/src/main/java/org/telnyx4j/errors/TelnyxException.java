package org.telnyx4j.errors;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CorrelationToken;

/**
 * A call to Telnyx failed. Contains how, whether it may have had its effect, and what to do.
 *
 * <p>The five subclasses are all there are. {@link #getMessage()} is one line that is safe to log: no API key, no
 * message text, no whole phone number, and no part of a body other than error code, title, place and, where it is
 * known to quote nothing private, detail. The causes that this library attaches keep to the same rule: one whose own
 * message could quote a body or a URL is replaced by a stand-in that shows its class and stack trace.
 *
 * <p>Immutable apart from what {@link Throwable} allows, and serializable.
 */
public abstract sealed class TelnyxException extends RuntimeException
        permits TelnyxValidationException,
                TelnyxAuthenticationException,
                TelnyxRateLimitException,
                TelnyxNetworkException,
                TelnyxApiException {
    /** Telnyx's code for a message to somebody who has opted out. */
    public static final String OPTED_OUT = "40300";

    private static final long serialVersionUID = 1L;

    private final ErrorDetails details;

    TelnyxException(ErrorDetails details, @Nullable Throwable cause) {
        super(Objects.requireNonNull(details, "details").toString(), cause);
        this.details = details;
    }

    /**
     * Returns the kind of failure, which the class shows as well.
     *
     * @return the kind
     */
    public abstract ErrorType type();

    /**
     * Returns the operation that failed.
     *
     * @return its name, such as {@code messages.send}
     */
    public final String operation() {
        return details.operation();
    }

    /**
     * Returns whether the request had its effect all the same.
     *
     * @return the outcome
     */
    public final Outcome outcome() {
        return details.outcome();
    }

    /**
     * Returns whether the request may have had its effect, or has had it: then it must not be sent again without thought.
     *
     * @return false only where it is certain that nothing was carried out
     */
    public final boolean mayHaveBeenCarriedOut() {
        return details.outcome() != Outcome.NOT_CARRIED_OUT;
    }

    /**
     * Returns what to do next.
     *
     * @return the advice
     */
    public final Advice advice() {
        return details.advice();
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status, or empty when no response came
     */
    public final OptionalInt httpStatus() {
        return details.httpStatus();
    }

    /**
     * Returns the errors that Telnyx listed in its response, unmasked. Where a {@code SendGuard} refused a message as
     * Telnyx would have, it is the error of that, and there is no {@link #httpStatus()}.
     *
     * @return an unmodifiable list, empty when the response had none that could be read
     */
    public final List<TelnyxError> errors() {
        return details.errors();
    }

    /**
     * Returns whether Telnyx listed an error with this code.
     *
     * @param code a Telnyx error code such as {@code 40300}
     * @return true if at least one of {@link #errors()} has it
     */
    public final boolean hasCode(String code) {
        Objects.requireNonNull(code, "code");
        return details.errors().stream().anyMatch(error -> code.equals(error.code()));
    }

    /**
     * Returns whether the request was a command to a call that is over already (codes 90018 and 85001). Where a program
     * only wants the call to end, that is no failure:
     *
     * <pre>{@code
     * try {
     *     telnyx.calls().hangUp(id);
     * } catch (TelnyxException e) {
     *     if (!e.isCallEnded()) {
     *         throw e;
     *     }
     * }
     * }</pre>
     *
     * @return true if Telnyx refused the command for it
     */
    public final boolean isCallEnded() {
        return hasCode("90018") || hasCode("85001");
    }

    /**
     * Returns whether the recipient does not want messages of this messaging profile (code {@value #OPTED_OUT}): Telnyx
     * refused it, or a {@code SendGuard} of this client that knew of the opt-out.
     *
     * @return true if the message was not sent for it
     */
    public final boolean isOptedOut() {
        return hasCode(OPTED_OUT);
    }

    /**
     * Returns Telnyx's id of this request, for its support.
     *
     * @return the id, or empty when the response had none
     */
    public final Optional<String> requestId() {
        return details.requestId();
    }

    /**
     * Returns what the request's effect can be found by, where the outcome is not known.
     *
     * @return such as the customer reference of a number order, unmasked, or empty where there is nothing to search for
     */
    public final Optional<String> reference() {
        return details.reference();
    }

    /**
     * Returns the token in the webhook URL of a message whose outcome is not known, or of one that was sent and whose
     * response could not be read. {@code messages().settle} finds the message by it, and so do its events.
     *
     * @return the token; empty where the message had none, and where it is certain that it was not sent
     */
    public final Optional<CorrelationToken> correlationToken() {
        return details.correlationToken();
    }

    /**
     * Returns how long Telnyx, or a {@code SendGuard} of this client, asked to wait before the next try.
     *
     * @return the delay, from zero to 24 hours when it comes from a response, or empty when none was asked for
     */
    public final Optional<Duration> retryAfter() {
        return details.retryAfter();
    }

    /**
     * Returns the state of the rate limit.
     *
     * @return the state, or empty when the response did not have it or none came
     */
    public final Optional<RateLimitState> rateLimit() {
        return details.rateLimit();
    }

    /**
     * Returns the command id that a call command or a dial carried. Sent with the same id, it is not carried out twice
     * within 60 seconds.
     *
     * @return the caller's id or the one created for it, or empty where the operation takes none
     */
    public final Optional<String> commandId() {
        return details.commandId();
    }

    /**
     * Returns how many requests were made, the first one and the retries. The errors of all but the last are
     * {@linkplain #getSuppressed() suppressed} ones of this.
     *
     * @return the number, 0 where nothing was tried or where the operation has several steps
     */
    public final int attempts() {
        return details.attempts();
    }

    /**
     * Returns all of the above as one value.
     *
     * @return the details
     */
    public final ErrorDetails details() {
        return details;
    }
}
