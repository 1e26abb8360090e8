package org.telnyx4j.sandbox.internal.http;

import java.util.List;

/** Ends the handling of a request with an error answer. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ApiError> errors;

    public ApiException(ApiError error) {
        this(List.of(error));
    }

    /**
     * Refuses a request for several reasons at once.
     *
     * @param errors one at least; the first one's status is the answer's
     */
    public ApiException(List<ApiError> errors) {
        super("refused with " + errors.get(0).status() + " " + errors.get(0).code(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    ApiResponse toResponse() {
        return ApiResponse.json(errors.get(0).status(), ApiError.body(errors));
    }
}
