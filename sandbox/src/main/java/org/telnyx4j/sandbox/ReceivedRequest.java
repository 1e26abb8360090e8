package org.telnyx4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the sandbox received it. Immutable and safe for concurrent use.
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
     * Returns the body read as JSON, freshly parsed for each call.
     *
     * @throws IllegalStateException if the body isn't JSON
     */
    JsonNode bodyAsJson();

    /** Returns the id that the answer to this request carried in {@code x-request-id}. */
    String requestId();
}
