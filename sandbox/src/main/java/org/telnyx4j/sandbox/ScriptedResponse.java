package org.telnyx4j.sandbox;

import java.util.Map;
import java.util.Objects;
import org.telnyx4j.sandbox.internal.http.HttpResponse;

/**
 * A response that a test writes itself; handed to {@link TelnyxSandbox#respond}. Immutable: the methods that refine one
 * return another.
 */
public final class ScriptedResponse {
    private final HttpResponse response;

    private ScriptedResponse(HttpResponse response) {
        this.response = response;
    }

    /**
     * Responds with JSON.
     *
     * @param status an HTTP status from 200 to 599
     * @param json the body as it is to be sent, checked by nobody
     */
    public static ScriptedResponse json(int status, String json) {
        return of(status, "application/json; charset=utf-8", json);
    }

    /**
     * Responds with a body of any type.
     *
     * @param status an HTTP status from 200 to 599
     * @param body sent as UTF-8
     */
    public static ScriptedResponse of(int status, String contentType, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599, was " + status);
        }
        return new ScriptedResponse(
                HttpResponse.text(status, Objects.requireNonNull(contentType, "contentType"), body));
    }

    /** Adds a header, replacing one of the same name. */
    public ScriptedResponse header(String name, String value) {
        return new ScriptedResponse(response.withHeader(name, value));
    }

    /** Adds headers, each replacing one of the same name. */
    public ScriptedResponse headers(Map<String, String> headers) {
        ScriptedResponse all = this;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            all = all.header(header.getKey(), header.getValue());
        }
        return all;
    }

    HttpResponse response() {
        return response;
    }

    /** Shows the status and not the body. */
    @Override
    public String toString() {
        return "ScriptedResponse[" + response.status() + "]";
    }
}
