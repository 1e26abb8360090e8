package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.telnyx4j.sandbox.ReceivedRequest;

/** A request, both as the routes handle it and as users see it. */
public final class ApiRequest implements ReceivedRequest {
    private final String method;
    private final boolean belowBase;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final String requestId = UUID.randomUUID().toString();

    /**
     * Takes a request as it came.
     *
     * @param target path and query as on the request line
     * @param body not copied: it belongs to this object from now on
     */
    public ApiRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        int questionMark = target.indexOf('?');
        String wholePath = questionMark < 0 ? target : target.substring(0, questionMark);
        this.query = questionMark < 0 ? "" : target.substring(questionMark + 1);
        this.belowBase = wholePath.startsWith(SandboxApi.BASE_PATH + "/");
        this.path = belowBase ? wholePath.substring(SandboxApi.BASE_PATH.length()) : wholePath;
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body;
    }

    boolean isBelowBase() {
        return belowBase;
    }

    /** Returns the body itself, not a copy. */
    byte[] rawBody() {
        return body;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public Optional<String> queryParameter(String name) {
        return queryParameters(name).stream().findFirst();
    }

    /** Returns all values of a query parameter, decoded, in their order. */
    public List<String> queryParameters(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty() && decode(key).equals(name)) {
                values.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    @Override
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String bodyAsString() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public JsonNode bodyAsJson() {
        try {
            return Json.parse(bodyAsString());
        } catch (JsonProcessingException e) {
            // Without the cause, whose message quotes the body.
            throw new IllegalStateException("The body of this request isn't JSON: " + this);
        }
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public String toString() {
        return "ReceivedRequest[" + method + " " + Masking.path(path) + ", " + body.length + " bytes, request id "
                + requestId + "]";
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
