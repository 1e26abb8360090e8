package org.telnyx4j.sandbox.internal.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/**
 * What the API responds with: a status, a model and headers.
 *
 * @param headers those beside the content type; names in small letters
 */
public record ApiReply(int status, JsonModel body, Map<String, String> headers) {
    public ApiReply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public ApiReply(int status, JsonModel body) {
        this(status, body, Map.of());
    }

    public static ApiReply ok(JsonModel body) {
        return new ApiReply(200, body);
    }

    public ApiReply withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiReply(status, body, all);
    }

    HttpResponse toResponse() {
        return HttpResponse.json(status, body.toJsonBytes()).withMissingHeaders(headers);
    }
}
