package org.telnyx4j.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ApiError;

/**
 * A request as the sandbox received it, and what became of it. Safe for concurrent use. What was received never changes;
 * what became of it is there once the sandbox has responded.
 *
 * <p>{@code toString()} shows method, path, size and request id, and neither header values, query values, body
 * nor whole phone numbers, so it is safe to log.
 */
public interface ReceivedRequest {

    /** Returns the HTTP method in capitals. */
    String method();

    /**
     * Returns the path below the base URL, such as {@code /messages}, percent-encoded as it was sent. For a
     * request to somewhere else on the server it is the whole path.
     */
    String path();

    /** Returns the query string as it was sent, percent-encoded and without the question mark, or an empty string. */
    String query();

    /** Returns the first value of a query parameter, decoded; {@code name} is given decoded, such as {@code page[size]}. */
    Optional<String> queryParameter(String name);

    /** Returns the first value of a header; {@code name} may be in any case. */
    Optional<String> header(String name);

    /** Returns all headers with all their values, names as they were sent. */
    Map<String, List<String>> headers();

    /** Returns the body as it was sent; a copy that the caller may change. Empty when there was none. */
    byte[] body();

    /** Returns the body read as UTF-8. */
    String bodyAsString();

    /**
     * Returns the body read as a JSON object, freshly parsed for each call: maps, lists, strings, numbers, booleans and
     * nulls.
     *
     * @throws IllegalStateException if the body isn't a JSON object
     */
    Map<String, @Nullable Object> bodyAsJson();

    /** Returns the id that the response to this request had in {@code x-request-id}. */
    String requestId();

    /** Returns when it was received, on the sandbox's clock. */
    Instant receivedAt();

    /** Returns the id of the operation in the specification, such as {@code sendMessage}; empty where it asks for none. */
    Optional<String> operationId();

    /**
     * Returns the HTTP status of the response; empty as long as there is none. Where a fault lost the response, it is the
     * one that was to be sent.
     */
    Optional<Integer> status();

    /** Returns how long the sandbox took before it began to respond; empty as long as it has not. */
    Optional<Duration> duration();

    /** Returns what the fault did that this request met; empty where it met none. */
    Optional<String> fault();

    /** Returns why the request was refused, as the response contained it; empty where it was not. */
    List<ApiError> errors();

    /**
     * Returns the names of the parameters of the query that had no effect: the operation does not have them, or nothing
     * was in them, or they were there more than once though the specification has them once, or they could not be read.
     */
    List<String> ignoredParameters();
}
