package org.telnyx4j.sandbox.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A response: status, headers with one value each, body, and how it goes on the wire. Immutable as long as nobody writes
 * into the body.
 */
public final class HttpResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Wire wire;

    private HttpResponse(int status, Map<String, String> headers, byte[] body, Wire wire) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.wire = wire;
    }

    /** Returns a response without a body. */
    public static HttpResponse of(int status) {
        return new HttpResponse(status, Map.of(), new byte[0], Wire.WHOLE);
    }

    public static HttpResponse of(int status, String contentType, byte[] body) {
        return new HttpResponse(status, Map.of("content-type", contentType), body, Wire.WHOLE);
    }

    public static HttpResponse text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse json(int status, byte[] body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    public int status() {
        return status;
    }

    /** Returns the headers, names in small letters. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body itself, not a copy. */
    public byte[] body() {
        return body;
    }

    Wire wire() {
        return wire;
    }

    /** Returns this response with a header added or replaced. */
    public HttpResponse withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name.toLowerCase(Locale.ROOT), value);
        return new HttpResponse(status, Collections.unmodifiableMap(all), body, wire);
    }

    /** Returns this response with more headers; one that it already has keeps its value. */
    public HttpResponse withMissingHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new HttpResponse(status, Collections.unmodifiableMap(all), body, wire);
    }

    public HttpResponse withBody(byte[] another) {
        return new HttpResponse(status, headers, another, wire);
    }

    /** Returns this response, sent in another way. */
    public HttpResponse on(Wire another) {
        return new HttpResponse(status, headers, body, another);
    }

    /** Returns this response, sent after a pause. */
    public HttpResponse after(Duration pause) {
        return on(wire.after(pause));
    }
}
