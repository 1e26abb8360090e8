package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a Telnyx error body, and the HTTP status that it asks for. */
public record ApiError(
        int status,
        String code,
        String detail,
        @Nullable String pointer,
        @Nullable String parameter) {
    private static final String DOCUMENTATION = "https://developers.telnyx.com/docs/overview/errors/";

    public static ApiError of(int status, String code, String detail) {
        return new ApiError(status, code, detail, null, null);
    }

    public static ApiError of(int status, ErrorCode code, String detail) {
        return new ApiError(status, code.code(), detail, null, null);
    }

    public static ApiError notFound() {
        return of(404, ErrorCode.NOT_FOUND, "There is no such resource.");
    }

    /** Returns this error with a JSON pointer to the field that it is about. */
    public ApiError at(String fieldPointer) {
        return new ApiError(status, code, detail, fieldPointer, null);
    }

    /** Returns this error with the query parameter that it is about. */
    public ApiError atParameter(String name) {
        return new ApiError(status, code, detail, null, name);
    }

    public byte[] toBody() {
        return body(List.of(this));
    }

    static byte[] body(List<ApiError> errors) {
        ObjectNode body = Json.object();
        ArrayNode entries = body.putArray("errors");
        errors.forEach(error -> entries.add(error.toJson()));
        return Json.bytes(body);
    }

    private ObjectNode toJson() {
        ObjectNode entry = Json.object();
        entry.put("code", code);
        entry.put("title", ErrorCode.titleOf(code));
        entry.put("detail", detail);
        if (pointer != null) {
            entry.putObject("source").put("pointer", pointer);
        }
        if (parameter != null) {
            entry.putObject("source").put("parameter", parameter);
        }
        entry.putObject("meta").put("url", DOCUMENTATION + code);
        return entry;
    }
}
