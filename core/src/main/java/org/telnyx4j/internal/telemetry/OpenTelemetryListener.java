package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.version.Version;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.ObservedRequest;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.telemetry.RequestResult;

/** Creates spans and records metrics. Safe for use by any number of threads. No method throws. */
final class OpenTelemetryListener implements OperationListener {
    private static final String SCOPE = "org.telnyx4j";

    private final Tracer tracer;
    private final DurationMetrics durations;
    private final boolean httpSpans;

    OpenTelemetryListener(OpenTelemetry openTelemetry, boolean httpSpans) {
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

    static Runnable carried(Runnable task) {
        return FailSafe.get(() -> Context.current().wrap(task), task);
    }

    @Override
    public void started(ObservedOperation operation) {
        Context context = FailSafe.get(Context::current, Context.root());
        Span span = FailSafe.get(
                () -> {
                    AttributesBuilder known = Attributes.builder().put(AttributeNames.OPERATION, operation.name());
                    operation.tenant().ifPresent(tenant -> known.put(AttributeNames.TENANT, tenant));
                    return tracer.spanBuilder("telnyx." + operation.name())
                            .setParent(context)
                            .setSpanKind(SpanKind.INTERNAL)
                            .setAllAttributes(known.build())
                            .startSpan();
                },
                Span.getInvalid());
        OpenSpan open = new OpenSpan(span, context);
        open.enter();
        operation.attach(this, open);
    }

    @Override
    public void succeeded(ObservedOperation operation, OperationResult result) {
        ended(operation, result, null);
    }

    @Override
    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
        ended(operation, result, failure);
    }

    private void ended(ObservedOperation operation, OperationResult result, @Nullable Throwable failure) {
        OpenSpan span = operation.attachment(this, OpenSpan.class).orElse(null);
        if (span == null) {
            return;
        }
        Attributes few = FailSafe.get(() -> few(result, failure), Attributes.empty());
        FailSafe.run(() -> {
            Attributes measured = few.toBuilder()
                    .put(AttributeNames.OPERATION, operation.name())
                    .build();
            durations.recordOperation(result.duration(), measured, span.context());
        });
        span.end(FailSafe.get(() -> all(few, result), few), failure != null);
    }

    /** What is fit for a metric. Of what is no error of ours it is not known what it means for the outcome. */
    private static Attributes few(OperationResult result, @Nullable Throwable failure) {
        AttributesBuilder attributes = Attributes.builder();
        if (failure == null || failure instanceof TelnyxException) {
            attributes.put(AttributeNames.OUTCOME, AttributeNames.value(result.outcome()));
        }
        result.errorType().ifPresent(type -> attributes.put(AttributeNames.ERROR_TYPE, type));
        return attributes.build();
    }

    private static Attributes all(Attributes few, OperationResult result) {
        AttributesBuilder attributes = few.toBuilder().put(AttributeNames.RETRY_COUNT, (long) result.retries());
        result.errorCode().ifPresent(code -> attributes.put(AttributeNames.ERROR_CODE, code));
        result.requestId().ifPresent(id -> attributes.put(AttributeNames.REQUEST_ID, id));
        result.messageId().ifPresent(id -> attributes.put(AttributeNames.MESSAGE_ID, id));
        result.messageParts().ifPresent(parts -> attributes.put(AttributeNames.MESSAGE_PARTS, (long) parts));
        result.costAmount().ifPresent(amount -> attributes.put(AttributeNames.COST_AMOUNT, amount.doubleValue()));
        result.costCurrency().ifPresent(currency -> attributes.put(AttributeNames.COST_CURRENCY, currency));
        result.callControlId().ifPresent(id -> attributes.put(AttributeNames.CALL_CONTROL_ID, id));
        result.commandId().ifPresent(id -> attributes.put(AttributeNames.COMMAND_ID, id));
        return attributes.build();
    }

    @Override
    public void requestStarted(ObservedRequest request) {
        Context context = request.operation()
                .attachment(this, OpenSpan.class)
                .map(OpenSpan::context)
                .orElseGet(() -> FailSafe.get(Context::current, Context.root()));
        if (!httpSpans) {
            // For whoever else reports requests, on the thread of a second request too.
            request.attach(this, FailSafe.get(context::makeCurrent, Scope.noop()));
            return;
        }
        Span span = FailSafe.get(
                () -> tracer.spanBuilder(request.method() + " " + request.pathTemplate())
                        .setParent(context)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAllAttributes(spanAttributes(request))
                        .startSpan(),
                Span.getInvalid());
        OpenSpan open = new OpenSpan(span, context);
        open.enter();
        request.attach(this, open);
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestResult result) {
        request.attachment(this, Scope.class).ifPresent(scope -> FailSafe.run(scope::close));
        OpenSpan span = request.attachment(this, OpenSpan.class).orElse(null);
        if (span == null) {
            return;
        }
        Attributes outcome = FailSafe.get(() -> outcome(result), Attributes.empty());
        FailSafe.run(() -> durations.recordRequest(
                result.duration(), target(request).putAll(outcome).build(), span.context()));
        span.end(outcome, result.error().isPresent());
    }

    private static Attributes spanAttributes(ObservedRequest request) {
        AttributesBuilder attributes = target(request).put(AttributeNames.URL_FULL, request.url());
        return request.resends() > 0
                ? attributes
                        .put(AttributeNames.RESEND_COUNT, (long) request.resends())
                        .build()
                : attributes.build();
    }

    private static AttributesBuilder target(ObservedRequest request) {
        return Attributes.builder()
                .put(AttributeNames.METHOD, request.method())
                .put(AttributeNames.SERVER_ADDRESS, request.serverAddress())
                .put(AttributeNames.SERVER_PORT, (long) request.serverPort())
                .put(AttributeNames.URL_TEMPLATE, request.pathTemplate());
    }

    private static Attributes outcome(RequestResult result) {
        AttributesBuilder attributes = Attributes.builder();
        result.status().ifPresent(status -> attributes.put(AttributeNames.STATUS, (long) status));
        result.error().ifPresent(error -> attributes.put(AttributeNames.ERROR_TYPE, error));
        result.httpVersion().ifPresent(version -> attributes.put(AttributeNames.PROTOCOL_VERSION, version));
        return attributes.build();
    }
}
