package org.telnyx4j.sandbox.internal.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.generated.model.ApiErrorSource;
import org.telnyx4j.generated.model.ErrorResponse;

/**
 * One entry of a Telnyx error body, and the HTTP status that it asks for.
 *
 * @param pointer a JSON pointer to the field of the body that it is about
 * @param parameter the parameter of the query that it is about
 */
public record ErrorEntry(
        int status,
        String code,
        String detail,
        @Nullable String pointer,
        @Nullable String parameter) {
    private static final String DOCUMENTATION = "https://developers.telnyx.com/docs/overview/errors/";

    public static ErrorEntry of(ErrorCode code, String detail) {
        return of(code.status(), code.code(), detail);
    }

    public static ErrorEntry of(int status, ErrorCode code, String detail) {
        return of(status, code.code(), detail);
    }

    public static ErrorEntry of(int status, String code, String detail) {
        return new ErrorEntry(status, code, detail, null, null);
    }

    /** Returns this error with a JSON pointer to the field that it is about. */
    public ErrorEntry at(String fieldPointer) {
        return new ErrorEntry(status, code, detail, fieldPointer, null);
    }

    /** Returns this error with the query parameter that it is about. */
    public ErrorEntry atParameter(String name) {
        return new ErrorEntry(status, code, detail, null, name);
    }

    /** Returns the body with some errors. */
    public static ErrorResponse body(List<ErrorEntry> errors) {
        return ErrorResponse.builder()
                .errors(errors.stream().map(ErrorEntry::toModel).toList())
                .build();
    }

    private ApiError toModel() {
        ApiError.Builder error = ApiError.builder()
                .code(code)
                .title(ErrorCode.titleOf(code))
                .detail(detail)
                .meta(Map.of("url", DOCUMENTATION + code));
        if (pointer != null || parameter != null) {
            error.source(ApiErrorSource.builder()
                    .pointer(pointer)
                    .parameter(parameter)
                    .build());
        }
        return error.build();
    }
}
