package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.messaging.Cost;

/** An operation with a span. For the thread that began it. */
final class ObservedOperation implements ActiveOperation {
    private final Instruments instruments;
    private final @Nullable ObservedOperation outer;
    private final String name;
    private final @Nullable String tenant;
    private final OpenSpan span;
    private final Thread thread = Thread.currentThread();
    private final AttributesBuilder facts = Attributes.builder();
    private @Nullable String requestId;
    private long retries;
    private boolean ended;

    ObservedOperation(
            Instruments instruments,
            @Nullable ObservedOperation outer,
            String name,
            @Nullable String tenant,
            OpenSpan span) {
        this.instruments = instruments;
        this.outer = outer;
        this.name = name;
        this.tenant = tenant;
        this.span = span;
        span.enter(this);
    }

    /** Tells whether an operation that begins now is this one. */
    boolean includes(Instruments by, String beginning, @Nullable String forTenant) {
        return by == instruments && isUnderWay() && beginning.equals(name) && Objects.equals(forTenant, tenant);
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
        if (id != null && !id.isEmpty()) {
            facts.put(Keys.MESSAGE_ID, Exportable.id(id));
        }
    }

    @Override
    public void messageParts(@Nullable Integer parts) {
        if (parts != null) {
            facts.put(Keys.MESSAGE_PARTS, parts.longValue());
        }
    }

    @Override
    public void messageCost(@Nullable Cost cost) {
        if (cost != null) {
            facts.put(Keys.COST_AMOUNT, cost.amount().doubleValue());
            facts.put(Keys.COST_CURRENCY, Exportable.currency(cost.currency()));
        }
    }

    @Override
    public void callControlId(@Nullable String id) {
        if (id != null) {
            facts.put(Keys.CALL_CONTROL_ID, Exportable.id(id));
        }
    }

    @Override
    public void commandId(@Nullable String id) {
        if (id != null) {
            facts.put(Keys.COMMAND_ID, Exportable.id(id));
        }
    }

    @Override
    public void end(@Nullable Throwable failure) {
        ended = true;
        Attributes result = Guarded.get(() -> result(failure), Attributes.empty());
        Guarded.run(() -> {
            Attributes measured = result.toBuilder().put(Keys.OPERATION, name).build();
            instruments.recordOperation(span.startNanos(), measured, span.context());
        });
        Attributes all = Guarded.get(() -> all(result, failure), result);
        span.end(all, failure != null);
    }

    private Attributes all(Attributes result, @Nullable Throwable failure) {
        facts.putAll(result).put(Keys.RETRY_COUNT, retries);
        if (failure instanceof TelnyxException known) {
            known.requestId().ifPresent(this::requestId);
            known.errors().stream()
                    .map(TelnyxError::code)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(code -> facts.put(Keys.ERROR_CODE, Exportable.code(code)));
        }
        if (requestId != null) {
            facts.put(Keys.REQUEST_ID, Exportable.requestId(requestId));
        }
        return facts.build();
    }

    private static Attributes result(@Nullable Throwable failure) {
        if (failure == null) {
            return Attributes.of(Keys.OUTCOME, text(Outcome.CARRIED_OUT));
        }
        return failure instanceof TelnyxException known
                ? Attributes.of(Keys.OUTCOME, text(known.outcome()), Keys.ERROR_TYPE, text(known.type()))
                : Attributes.of(Keys.ERROR_TYPE, failure.getClass().getName());
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
