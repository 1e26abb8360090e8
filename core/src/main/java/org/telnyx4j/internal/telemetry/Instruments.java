package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.version.Version;

/** Creates spans and records metrics. Safe for use by any number of threads. */
final class Instruments {
    private static final String SCOPE = "org.telnyx4j";

    private final Tracer tracer;
    private final DurationMetrics durations;
    private final boolean httpSpans;

    Instruments(OpenTelemetry openTelemetry, boolean httpSpans) {
        this.tracer = openTelemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(Version.VERSION)
                .build();
        this.durations = new DurationMetrics(openTelemetry
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(Version.VERSION)
                .build());
        this.httpSpans = httpSpans;
    }

    ActiveOperation begin(String name, @Nullable String tenant) {
        Context context = FailSafe.get(Context::current, Context.root());
        ObservedOperation outer = context.get(ObservedOperation.KEY);
        if (outer != null && outer.includes(durations, name, tenant)) {
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
        return new ObservedOperation(durations, outer, name, tenant, new OpenSpan(span, context));
    }

    ActiveAttempt attempt(Call call, Attempt attempt) {
        Context context = FailSafe.get(Context::current, Context.root());
        ObservedOperation known = context.get(ObservedOperation.KEY);
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
        return new ObservedAttempt(durations, operation, target, new OpenSpan(span, context));
    }

    Runnable carried(Runnable task) {
        return FailSafe.get(() -> Context.current().wrap(task), task);
    }

    void noteHedge(@Nullable RawResponse response) {
        ObservedOperation known = Context.current().get(ObservedOperation.KEY);
        if (known != null && known.isUnderWay()) {
            known.retried();
            ObservedAttempt.noteRequestId(known, response);
        }
    }
}
