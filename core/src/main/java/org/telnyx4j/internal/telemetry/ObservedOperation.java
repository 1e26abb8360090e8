package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.ContextKey;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;

/** An operation with a span. For the thread that began it. */
final class ObservedOperation implements ActiveOperation {
    /** Where the operation under way stands in the context. */
    static final ContextKey<ObservedOperation> KEY = ContextKey.named("telnyx4j-operation");

    private final DurationMetrics durations;
    private final @Nullable ObservedOperation outer;
    private final String name;
    private final @Nullable String tenant;
    private final OpenSpan span;
    private final Thread thread = Thread.currentThread();
    private final AttributesBuilder attributes = Attributes.builder();
    private @Nullable String requestId;
    private long retries;
    private boolean ended;

    ObservedOperation(
            DurationMetrics durations,
            @Nullable ObservedOperation outer,
            String name,
            @Nullable String tenant,
            OpenSpan span) {
        this.durations = durations;
        this.outer = outer;
        this.name = name;
        this.tenant = tenant;
        this.span = span;
        span.enter(KEY, this);
    }

    /** Returns whether an operation that begins now is this one. */
    boolean includes(DurationMetrics by, String beginning, @Nullable String forTenant) {
        return by == durations && isUnderWay() && beginning.equals(name) && Objects.equals(forTenant, tenant);
    }

    /** A context can be carried to another thread, and outlive what it speaks of. */
    boolean isUnderWay() {
        return thread == Thread.currentThread() && !ended;
    }

    /** Counts a retry here and in every operation that this is a step of. */
    void retried() {
        retries++;
        if (outer != null && outer.isUnderWay()) {
            outer.retried();
        }
    }

    void requestId(@Nullable String id) {
        requestId = id == null || id.isBlank() ? requestId : id;
    }

    @Override
    public void messageId(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            attributes.put(AttributeNames.MESSAGE_ID, Redaction.id(id));
        }
    }

    @Override
    public void messageParts(@Nullable Integer parts) {
        if (parts != null) {
            attributes.put(AttributeNames.MESSAGE_PARTS, parts.longValue());
        }
    }

    @Override
    public void messageCost(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount != null && currency != null) {
            attributes.put(AttributeNames.COST_AMOUNT, amount.doubleValue());
            attributes.put(AttributeNames.COST_CURRENCY, Redaction.currency(currency));
        }
    }

    @Override
    public void callControlId(@Nullable String id) {
        if (id != null) {
            attributes.put(AttributeNames.CALL_CONTROL_ID, Redaction.id(id));
        }
    }

    @Override
    public void commandId(@Nullable String id) {
        if (id != null) {
            attributes.put(AttributeNames.COMMAND_ID, Redaction.id(id));
        }
    }

    @Override
    public void end(@Nullable Throwable failure) {
        ended = true;
        Attributes result = FailSafe.get(() -> result(failure), Attributes.empty());
        FailSafe.run(() -> {
            Attributes measured =
                    result.toBuilder().put(AttributeNames.OPERATION, name).build();
            durations.recordOperation(span.startNanos(), measured, span.context());
        });
        Attributes all = FailSafe.get(() -> all(result, failure), result);
        span.end(all, failure != null);
    }

    private Attributes all(Attributes result, @Nullable Throwable failure) {
        attributes.putAll(result).put(AttributeNames.RETRY_COUNT, retries);
        if (failure instanceof TelnyxException known) {
            known.requestId().ifPresent(this::requestId);
            known.errors().stream()
                    .map(TelnyxError::code)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(code -> attributes.put(AttributeNames.ERROR_CODE, Redaction.code(code)));
        }
        if (requestId != null) {
            attributes.put(AttributeNames.REQUEST_ID, Redaction.requestId(requestId));
        }
        return attributes.build();
    }

    private static Attributes result(@Nullable Throwable failure) {
        if (failure == null) {
            return Attributes.of(AttributeNames.OUTCOME, text(Outcome.CARRIED_OUT));
        }
        return failure instanceof TelnyxException known
                ? Attributes.of(
                        AttributeNames.OUTCOME, text(known.outcome()), AttributeNames.ERROR_TYPE, text(known.type()))
                : Attributes.of(AttributeNames.ERROR_TYPE, failure.getClass().getName());
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
