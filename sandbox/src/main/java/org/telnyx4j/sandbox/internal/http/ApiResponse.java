package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers with one value each, body. Immutable as long as nobody writes into the body. */
public final class ApiResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    public ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public static ApiResponse ok(JsonNode body) {
        return json(200, Json.bytes(body));
    }

    /** Answers with the resource in the envelope that nearly every operation of the API has. */
    public static ApiResponse data(JsonNode resource) {
        return ok(Json.object().set("data", resource));
    }

    public static ApiResponse json(int status, byte[] body) {
        return new ApiResponse(status, Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body itself, not a copy. */
    public byte[] body() {
        return body;
    }

    /** Returns this answer with a header added or replaced; names are in small letters. */
    public ApiResponse withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiResponse(status, all, body);
    }

    /** Returns this answer with more headers; one that it already has keeps its value. */
    public ApiResponse withMissingHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new ApiResponse(status, all, body);
    }
}
