package org.telnyx4j.telemetry;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How an HTTP request ended, with nothing private in it. Implemented by the library alone. Immutable. */
public interface RequestResult {
    /**
     * Returns how long it took.
     *
     * @return from its start to the last byte of the response, or to its failure
     */
    Duration duration();

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status, or empty where there was no response
     */
    OptionalInt status();

    /**
     * Returns the id that the server gave it.
     *
     * @return the value of the header {@code x-request-id}, or empty where there was none
     */
    Optional<String> requestId();

    /**
     * Returns in one word what went wrong with the exchange, fit for the tag of a metric.
     *
     * @return the status from 400 on, the name of a {@link org.telnyx4j.errors.NetworkFailure} in lower case, {@code
     *     response_too_large}, or {@code cancelled} where the response to another request was taken; empty where nothing
     *     went wrong
     */
    Optional<String> error();

    /**
     * Returns the version of HTTP over which the response came.
     *
     * @return {@code 1.1} or {@code 2}, rarely another; empty where there was no response
     */
    Optional<String> httpVersion();
}
