package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.http.BodyTooLargeException;
import org.telnyx4j.internal.http.CallEndedException;

/** A request with a span. */
final class ObservedAttempt implements ActiveAttempt {
    private final DurationMetrics durations;
    private final @Nullable ObservedOperation operation;
    private final HttpTarget target;
    private final OpenSpan span;

    ObservedAttempt(
            DurationMetrics durations, @Nullable ObservedOperation operation, HttpTarget target, OpenSpan span) {
        this.durations = durations;
        this.operation = operation;
        this.target = target;
        this.span = span;
        span.enter();
    }

    @Override
    public void end(@Nullable RawResponse response, @Nullable Throwable failure) {
        FailSafe.run(() -> noteRequestId(operation, response));
        String error = FailSafe.get(() -> errorType(response, failure), "");
        Attributes result = FailSafe.get(() -> result(response, error).build(), Attributes.empty());
        FailSafe.run(() -> {
            Attributes measured = target.metricAttributes().putAll(result).build();
            durations.recordRequest(span.startNanos(), measured, span.context());
        });
        span.end(result, !error.isEmpty());
    }

    static void noteRequestId(@Nullable ObservedOperation operation, @Nullable RawResponse response) {
        if (operation != null && response != null) {
            operation.requestId(response.header("x-request-id"));
        }
    }

    private static AttributesBuilder result(@Nullable RawResponse response, String error) {
        AttributesBuilder attributes = Attributes.builder();
        if (response != null) {
            attributes.put(AttributeNames.STATUS, (long) response.status());
        }
        return error.isEmpty() ? attributes : attributes.put(AttributeNames.ERROR_TYPE, error);
    }

    /** What went wrong with the exchange itself, in one of a few words; empty where nothing did. */
    private static String errorType(@Nullable RawResponse response, @Nullable Throwable failure) {
        if (failure instanceof TelnyxNetworkException network) {
            return network.failure().name().toLowerCase(Locale.ROOT);
        }
        if (failure instanceof CancellationException) {
            return "cancelled";
        }
        if (failure != null) {
            return failure.getClass().getName();
        }
        if (response == null || response.status() >= 400) {
            return response == null ? "" : Integer.toString(response.status());
        }
        IOException body = response.bodyFailure();
        if (body instanceof CallEndedException ended) {
            return ended.reason().name().toLowerCase(Locale.ROOT);
        }
        if (body instanceof BodyTooLargeException) {
            return "response_too_large";
        }
        return body == null ? "" : "connection";
    }
}
