package org.telnyx4j.sandbox.internal.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonValues;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.internal.http.HttpRequest;

/** A request and, once there is one, what became of it. Safe for concurrent use. */
public final class Exchange implements ReceivedRequest {
    private final HttpRequest request;
    private final Instant receivedAt;
    private final boolean belowBase;
    private final String path;
    private final String requestId = UUID.randomUUID().toString();
    private final long start = System.nanoTime();
    private final List<String> ignored = new ArrayList<>();

    private @Nullable ApiOperation operation;
    private @Nullable Integer status;
    private @Nullable Duration duration;
    private @Nullable String fault;
    private List<ApiError> errors = List.of();

    public Exchange(HttpRequest request, Instant receivedAt) {
        this.request = request;
        this.receivedAt = receivedAt;
        this.belowBase = request.path().startsWith(Dispatcher.BASE_PATH + "/");
        this.path = belowBase ? request.path().substring(Dispatcher.BASE_PATH.length()) : request.path();
    }

    boolean isBelowBase() {
        return belowBase;
    }

    public HttpRequest request() {
        return request;
    }

    synchronized void found(ApiOperation found) {
        operation = found;
    }

    synchronized void ignored(String parameter) {
        ignored.add(parameter);
    }

    synchronized void refused(List<ErrorEntry> entries) {
        errors = Optional.ofNullable(ErrorEntry.body(entries).getErrors()).orElse(List.of());
    }

    /** Records what is responded, by the API or by a fault. */
    public synchronized void responded(int responseStatus) {
        status = responseStatus;
        duration = Duration.ofNanos(System.nanoTime() - start);
    }

    /** Records that the request met a fault. */
    public synchronized void met(String description) {
        fault = description;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String query() {
        return request.query();
    }

    @Override
    public Optional<String> queryParameter(String name) {
        return request.queryParameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    @Override
    public Optional<String> header(String name) {
        return request.header(name);
    }

    @Override
    public Map<String, List<String>> headers() {
        return request.headers();
    }

    @Override
    public byte[] body() {
        return request.body().clone();
    }

    @Override
    public String bodyAsString() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> bodyAsJson() {
        try {
            if (JsonValues.read(request.body()) instanceof Map<?, ?> object) {
                return (Map<String, @Nullable Object>) object;
            }
        } catch (JsonFormatException e) {
            // Reported below, without the cause.
        }
        throw new IllegalStateException("The body of this request isn't a JSON object: " + this);
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public synchronized Optional<String> operationId() {
        return Optional.ofNullable(operation).map(ApiOperation::id);
    }

    @Override
    public synchronized Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    @Override
    public synchronized Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    @Override
    public synchronized Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public synchronized List<ApiError> errors() {
        return errors;
    }

    @Override
    public synchronized List<String> ignoredParameters() {
        return List.copyOf(ignored);
    }

    @Override
    public String toString() {
        return "ReceivedRequest[" + method() + " " + Masking.path(path) + ", " + request.body().length
                + " bytes, request id " + requestId + "]";
    }
}
