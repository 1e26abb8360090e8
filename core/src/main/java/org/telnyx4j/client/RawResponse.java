package org.telnyx4j.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response as it came: status, headers and the bytes of the body. Immutable as long as nobody changes the array of
 * {@link #body()}; safe for use by any number of threads.
 */
public final class RawResponse {
    private static final byte[] NO_BODY = {};

    private final int status;
    private final String[] headers;
    private final byte[] body;
    private final @Nullable IOException bodyFailure;
    private final @Nullable String httpVersion;

    /**
     * Creates a response. The arrays are kept, not copied.
     *
     * @param status the HTTP status
     * @param namesAndValues the headers, each name followed by its value
     * @param body the body, or as much of it as came; null for none
     * @param bodyFailure why the body is not whole, or null where it is
     */
    public RawResponse(int status, String[] namesAndValues, byte @Nullable [] body, @Nullable IOException bodyFailure) {
        this(status, namesAndValues, body, bodyFailure, null);
    }

    /**
     * Creates a response. The arrays are kept, not copied.
     *
     * @param status the HTTP status
     * @param namesAndValues the headers, each name followed by its value
     * @param body the body, or as much of it as came; null for none
     * @param bodyFailure why the body is not whole, or null where it is
     * @param httpVersion the version of HTTP, such as {@code 1.1} or {@code 2}; null where it is not known
     */
    public RawResponse(
            int status,
            String[] namesAndValues,
            byte @Nullable [] body,
            @Nullable IOException bodyFailure,
            @Nullable String httpVersion) {
        this.httpVersion = httpVersion;
        this.status = status;
        this.headers = namesAndValues;
        this.body = body == null ? NO_BODY : body;
        this.bodyFailure = bodyFailure;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Returns whether the status is 200 to 299.
     *
     * @return true for a success
     */
    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or null where there is none
     */
    public @Nullable String header(String name) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                return headers[i + 1];
            }
        }
        return null;
    }

    /**
     * Returns all values of a header.
     *
     * @param name the name, in any case
     * @return the values in the order in which they came, empty where there are none
     */
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                values.add(headers[i + 1]);
            }
        }
        return List.copyOf(values);
    }

    /**
     * Returns the names of the headers.
     *
     * @return the names in the order in which they came; a name that came twice is in it twice
     */
    public List<String> headerNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            names.add(headers[i]);
        }
        return List.copyOf(names);
    }

    /**
     * Returns the bytes of the body.
     *
     * @return the bytes, empty where there are none. The array is not a copy: do not change it
     */
    public byte[] body() {
        return body;
    }

    /**
     * Returns why the body is not whole.
     *
     * @return the reason, or null where it is whole
     */
    public @Nullable IOException bodyFailure() {
        return bodyFailure;
    }

    /**
     * Returns the version of HTTP over which it came.
     *
     * @return {@code 1.0}, {@code 1.1} or {@code 2}; empty where it is not known
     */
    public Optional<String> httpVersion() {
        return Optional.ofNullable(httpVersion);
    }

    /**
     * Returns the same response with another reason why its body is not whole.
     *
     * @param reason the reason
     * @return the response
     */
    public RawResponse withBodyFailure(IOException reason) {
        return new RawResponse(status, headers, body, reason, httpVersion);
    }

    /** Shows the status and the size; the body may be private. */
    @Override
    public String toString() {
        return "RawResponse[status=" + status + ", " + body.length + " bytes]";
    }
}
