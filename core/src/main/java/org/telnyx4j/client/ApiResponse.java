package org.telnyx4j.client;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.internal.headers.RateLimits;

/**
 * The response to a request, a success. Immutable and safe for use by any number of threads.
 *
 * @param <T> the class of the body
 */
public final class ApiResponse<T> {
    private final ApiRequest<T> request;
    private final RawResponse raw;
    private final @Nullable T data;
    private final int attempts;

    /** What each item of a page asks for. Two threads that ask first at the same time read it twice, which does no harm. */
    private @Nullable Facts facts;

    /**
     * Creates a response.
     *
     * @param request the request
     * @param raw the response as it came
     * @param data the body, or null where the operation has none
     * @param attempts how many HTTP requests were made
     */
    public ApiResponse(ApiRequest<T> request, RawResponse raw, @Nullable T data, int attempts) {
        this.request = Objects.requireNonNull(request, "request");
        this.raw = Objects.requireNonNull(raw, "raw");
        this.data = data;
        this.attempts = attempts;
    }

    /**
     * Returns the request.
     *
     * @return the request
     */
    public ApiRequest<T> request() {
        return request;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 to 299
     */
    public int status() {
        return raw.status();
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or null where there is none
     */
    public @Nullable String header(String name) {
        return raw.header(name);
    }

    /**
     * Returns Telnyx's id of this request, for its support.
     *
     * @return the id, or empty where the response has none
     */
    public Optional<String> requestId() {
        return facts().requestId();
    }

    /**
     * Returns the state of the rate limit.
     *
     * @return the state, or empty where the response does not have it
     */
    public Optional<RateLimitState> rateLimit() {
        return facts().rateLimit();
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = Facts.of(raw);
            facts = known;
        }
        return known;
    }

    /**
     * Returns the response as it came.
     *
     * @return status, headers and the bytes of the body
     */
    public RawResponse raw() {
        return raw;
    }

    /**
     * Returns the body.
     *
     * @return the body, or null where the operation has none
     */
    @SuppressWarnings("NullAway") // T is Void where there is no body
    public T data() {
        return data;
    }

    /**
     * Returns how many HTTP requests were made, the first one and the retries.
     *
     * @return 1 or more
     */
    public int attempts() {
        return attempts;
    }

    /** Shows the status; the body may be private. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + raw.status() + ", attempts=" + attempts + "]";
    }

    /** Read from the headers. */
    private record Facts(Optional<String> requestId, Optional<RateLimitState> rateLimit) {
        private static Facts of(RawResponse raw) {
            String id = raw.header("x-request-id");
            return new Facts(
                    id == null || id.isBlank() ? Optional.empty() : Optional.of(id),
                    Optional.ofNullable(RateLimits.of(raw::header)));
        }
    }
}
