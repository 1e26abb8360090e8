package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.version.Version;

/** Creates spans and records metrics. Safe for use by any number of threads. */
final class Instruments {
    /** Where the operation under way stands in the context. */
    static final ContextKey<ObservedOperation> OPERATION = ContextKey.named("telnyx4j-operation");

    private static final String SCOPE = "org.telnyx4j";

    /** In seconds, as the semantic conventions advise for HTTP. */
    private static final List<Double> BOUNDARIES =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final Tracer tracer;
    private final DoubleHistogram operationDuration;
    private final DoubleHistogram requestDuration;
    private final boolean httpSpans;

    Instruments(OpenTelemetry openTelemetry, boolean httpSpans) {
        this.tracer = openTelemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(Version.VERSION)
                .build();
        Meter meter = openTelemetry
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(Version.VERSION)
                .build();
        this.operationDuration =
                histogram(meter, "telnyx.client.operation.duration", "How long operations of the Telnyx client take");
        this.requestDuration = histogram(meter, "http.client.request.duration", "Duration of HTTP client requests.");
        this.httpSpans = httpSpans;
    }

    ActiveOperation begin(String name, @Nullable String tenant) {
        Context context = FailSafe.get(Context::current, Context.root());
        ObservedOperation outer = context.get(OPERATION);
        if (outer != null && outer.includes(this, name, tenant)) {
            return new JoinedOperation(outer);
        }
        Span span = FailSafe.get(
                () -> {
                    Attributes known = tenant == null
                            ? Attributes.of(AttributeNames.OPERATION, name)
                            : Attributes.of(AttributeNames.OPERATION, name, AttributeNames.TENANT, tenant);
                    return tracer.spanBuilder("telnyx." + name)
                            .setParent(context)
                            .setSpanKind(SpanKind.INTERNAL)
                            .setAllAttributes(known)
                            .startSpan();
                },
                Span.getInvalid());
        return new ObservedOperation(this, outer, name, tenant, new OpenSpan(span, context));
    }

    ActiveAttempt attempt(Call call, Attempt attempt) {
        Context context = FailSafe.get(Context::current, Context.root());
        ObservedOperation known = context.get(OPERATION);
        ObservedOperation operation = known != null && known.isUnderWay() ? known : null;
        if (operation != null && attempt.resends() > 0) {
            operation.retried();
        }
        if (!httpSpans) {
            return (response, failure) -> FailSafe.run(() -> ObservedAttempt.noteRequestId(operation, response));
        }
        HttpTarget target = FailSafe.get(() -> HttpTarget.of(call), HttpTarget.UNKNOWN);
        Span span = FailSafe.get(
                () -> tracer.spanBuilder(target.spanName())
                        .setParent(context)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAllAttributes(target.spanAttributes(attempt.resends()))
                        .startSpan(),
                Span.getInvalid());
        return new ObservedAttempt(this, operation, target, new OpenSpan(span, context));
    }

    Runnable carried(Runnable task) {
        return FailSafe.get(() -> Context.current().wrap(task), task);
    }

    void noteHedge(@Nullable RawResponse response) {
        ObservedOperation known = Context.current().get(OPERATION);
        if (known != null && known.isUnderWay()) {
            known.retried();
            ObservedAttempt.noteRequestId(known, response);
        }
    }

    void recordOperation(long startNanos, Attributes attributes, Context context) {
        FailSafe.run(() -> operationDuration.record(secondsSince(startNanos), attributes, context));
    }

    void recordRequest(long startNanos, Attributes attributes, Context context) {
        FailSafe.run(() -> requestDuration.record(secondsSince(startNanos), attributes, context));
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static DoubleHistogram histogram(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
    }
}
