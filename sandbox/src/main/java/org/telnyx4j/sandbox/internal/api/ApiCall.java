package org.telnyx4j.sandbox.internal.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.internal.http.HttpRequest;

/** A request that has been found to be one of the specification's: what a handler gets. */
public final class ApiCall {
    private final ApiOperation operation;
    private final Map<String, String> path;
    private final @Nullable JsonModel query;
    private final @Nullable JsonModel body;
    private final Exchange exchange;
    private final Instant now;

    ApiCall(
            ApiOperation operation,
            Map<String, String> path,
            @Nullable JsonModel query,
            @Nullable JsonModel body,
            Exchange exchange,
            Instant now) {
        this.operation = operation;
        this.path = path;
        this.query = query;
        this.body = body;
        this.exchange = exchange;
        this.now = now;
    }

    public ApiOperation operation() {
        return operation;
    }

    /**
     * Returns what stands for a parameter of the path, decoded.
     *
     * @param name the name in the template, without braces
     */
    public String pathParameter(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException(operation.pathTemplate() + " has no parameter " + name);
        }
        return value;
    }

    /** Returns the query, checked; empty where the request has none. */
    public JsonModel query() {
        if (query == null) {
            throw new IllegalStateException(operation.id() + " has no query");
        }
        return query;
    }

    public <Q extends JsonModel> Q query(ModelType<Q> type) {
        return typed(query(), type);
    }

    /** Returns the body, checked; empty where the request has none and needs none. */
    public JsonModel body() {
        if (body == null) {
            throw new IllegalStateException(operation.id() + " has no body");
        }
        return body;
    }

    public <T extends JsonModel> T body(ModelType<T> type) {
        return typed(body(), type);
    }

    /** Returns the request as it came. */
    public HttpRequest request() {
        return exchange.request();
    }

    /** Records that a parameter of the query has no effect, because it can't be read. */
    public void ignored(String parameter) {
        exchange.ignored(parameter);
    }

    /** Returns when the request was received, on the sandbox's clock. */
    public Instant now() {
        return now;
    }

    @SuppressWarnings("unchecked")
    private <T extends JsonModel> T typed(JsonModel model, ModelType<T> type) {
        if (model.type() != type) {
            throw new IllegalArgumentException(operation.id() + " has " + model.type() + ", not " + type);
        }
        return (T) model;
    }
}
