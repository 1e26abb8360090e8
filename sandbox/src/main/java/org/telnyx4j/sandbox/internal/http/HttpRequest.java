package org.telnyx4j.sandbox.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.telnyx4j.internal.text.PercentDecoder;

/** A request as it came. Immutable as long as nobody writes into the body. */
public final class HttpRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Takes a request.
     *
     * @param target path and query as on the request line, percent-encoded
     * @param headers the names in any case
     * @param body not copied: it belongs to this object from now on
     */
    public HttpRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        int questionMark = target.indexOf('?');
        this.path = questionMark < 0 ? target : target.substring(0, questionMark);
        this.query = questionMark < 0 ? "" : target.substring(questionMark + 1);
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body;
    }

    /** Returns the method in capitals. */
    public String method() {
        return method;
    }

    /** Returns the whole path, percent-encoded. */
    public String path() {
        return path;
    }

    /** Returns the query without its question mark, percent-encoded, or an empty string. */
    public String query() {
        return query;
    }

    /** Returns the parameters of the query, decoded, with all of their values, both in the order in which they came. */
    public Map<String, List<String>> queryParameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = PercentDecoder.form(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : PercentDecoder.form(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** Returns the headers; the map finds names in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns the body itself, not a copy. */
    public byte[] body() {
        return body;
    }
}
