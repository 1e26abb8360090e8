package org.telnyx4j.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.telnyx4j.errors.Outcome;

/** How an operation ended, with nothing private in it. Implemented by the library alone. Immutable. */
public interface OperationResult {
    /**
     * Returns how long it took, with all requests and the waits between them.
     *
     * @return from its start to its end
     */
    Duration duration();

    /**
     * Returns what is known of its effect.
     *
     * @return {@link Outcome#CARRIED_OUT} for a success; {@link Outcome#UNKNOWN} where the failure is no {@link
     *     org.telnyx4j.errors.TelnyxException}
     */
    Outcome outcome();

    /**
     * Returns in one word what kind of failure it was, fit for the tag of a metric.
     *
     * @return the name of an {@link org.telnyx4j.errors.ErrorType} in lower case, such as {@code authentication}; the name
     *     of a class where the failure is no {@link org.telnyx4j.errors.TelnyxException}; empty for a success
     */
    Optional<String> errorType();

    /**
     * Returns Telnyx's code of the first error in the response.
     *
     * @return such as {@code 40300}, or empty where there is none
     */
    Optional<String> errorCode();

    /**
     * Returns how many requests were sent beyond the first of each call.
     *
     * @return 0 without retries
     */
    int retries();

    /**
     * Returns the id of the last response, which Telnyx's support asks for.
     *
     * @return the value of the header {@code x-request-id}, or empty where there was none
     */
    Optional<String> requestId();

    /**
     * Returns the id of the message that was sent.
     *
     * @return the id, or empty where the operation is about no message, or has none yet
     */
    Optional<String> messageId();

    /**
     * Returns how many parts the message has.
     *
     * @return the number of parts, or empty where it is not known
     */
    OptionalInt messageParts();

    /**
     * Returns what the message costs, in the {@linkplain #costCurrency() currency} that goes with it.
     *
     * @return the amount as far as it is known when the message is sent, or empty
     */
    Optional<BigDecimal> costAmount();

    /**
     * Returns the currency of the cost.
     *
     * @return a code such as {@code USD}, {@code REDACTED} where it is no such code, or empty where no cost is known
     */
    Optional<String> costCurrency();

    /**
     * Returns which call leg it was about.
     *
     * @return the call control id, or empty
     */
    Optional<String> callControlId();

    /**
     * Returns which call command it was.
     *
     * @return the command id that was sent, or empty
     */
    Optional<String> commandId();
}
