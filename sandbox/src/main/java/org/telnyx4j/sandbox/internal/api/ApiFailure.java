package org.telnyx4j.sandbox.internal.api;

import java.util.List;
import java.util.Map;
import org.telnyx4j.sandbox.internal.limits.Grant;

/** Ends the handling of a request with an error response. */
public final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ErrorEntry> errors;
    private final transient Map<String, String> headers;

    public ApiFailure(ErrorEntry error) {
        this(List.of(error));
    }

    public ApiFailure(ErrorCode code, String detail) {
        this(ErrorEntry.of(code, detail));
    }

    /**
     * Refuses a request for several reasons at once.
     *
     * @param errors one at least; the first one's status is the response's
     */
    public ApiFailure(List<ErrorEntry> errors) {
        this(errors, Map.of());
    }

    /** Refuses a request with headers of its own. */
    public ApiFailure(List<ErrorEntry> errors, Map<String, String> headers) {
        super("refused with " + errors.get(0).status() + " " + errors.get(0).code(), null, false, false);
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** There is nothing under the id or path that was given. */
    public static ApiFailure notFound() {
        return new ApiFailure(ErrorCode.NOT_FOUND, "There is no such resource.");
    }

    /** A rate limit does not admit the request. */
    public static ApiFailure tooMany(Grant grant) {
        return new ApiFailure(
                List.of(ErrorEntry.of(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "The limit of " + grant.limit() + " is reached; it is reset in "
                                + grant.headers().get("x-ratelimit-reset") + " s.")),
                grant.headers());
    }

    public List<ErrorEntry> errors() {
        return errors;
    }

    ApiReply toReply() {
        ApiReply reply = new ApiReply(errors.get(0).status(), ErrorEntry.body(errors));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }
}
