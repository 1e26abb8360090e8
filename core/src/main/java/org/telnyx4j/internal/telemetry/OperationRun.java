package org.telnyx4j.internal.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.telemetry.ObservedOperation;

/** An operation that listeners are called for. For the thread that began it, except for what says otherwise. */
final class OperationRun implements ActiveOperation, ObservedOperation {
    private final Listeners listeners;
    private final GlobalLookup global;
    private final @Nullable OperationRun parent;
    private final String name;
    private final @Nullable String tenant;
    private final Thread thread = Thread.currentThread();
    private final long startNanos = System.nanoTime();
    private final Attachments attachments = new Attachments();
    private final OperationData data = new OperationData();
    private volatile boolean ended;

    OperationRun(
            Listeners listeners,
            GlobalLookup global,
            @Nullable OperationRun parent,
            String name,
            @Nullable String tenant) {
        this.listeners = listeners;
        this.global = global;
        this.parent = parent;
        this.name = name;
        this.tenant = tenant;
    }

    /** Returns what to call for its requests. */
    Listeners listeners() {
        return listeners;
    }

    /** Returns whether an operation that begins within this one is this one. */
    boolean includes(String beginning, @Nullable String forTenant) {
        return beginning.equals(name) && Objects.equals(forTenant, tenant);
    }

    /** Returns whether it goes on, on this very thread. For any thread. */
    boolean isUnderWay() {
        return !ended && thread == Thread.currentThread();
    }

    /** Counts a retry here and in every operation that this is a step of. */
    void retried() {
        data.retries++;
        if (parent != null && parent.isUnderWay()) {
            parent.retried();
        }
    }

    void responded(@Nullable RawResponse response) {
        if (response != null) {
            data.requestId(response.header("x-request-id"));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    @Override
    public Optional<ObservedOperation> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public void attach(Object key, Object value) {
        attachments.put(key, value);
    }

    @Override
    public <T> Optional<T> attachment(Object key, Class<T> type) {
        return attachments.get(key, type);
    }

    @Override
    public boolean isObserved() {
        return true;
    }

    @Override
    public void messageId(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            data.messageId = Redaction.id(id);
        }
    }

    @Override
    public void messageParts(@Nullable Integer parts) {
        if (parts != null) {
            data.messageParts = parts;
        }
    }

    @Override
    public void messageCost(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount != null && currency != null) {
            data.costAmount = amount;
            data.costCurrency = Redaction.currency(currency);
        }
    }

    @Override
    public void callControlId(@Nullable String id) {
        if (id != null) {
            data.callControlId = Redaction.id(id);
        }
    }

    @Override
    public void commandId(@Nullable String id) {
        if (id != null) {
            data.commandId = Redaction.id(id);
        }
    }

    @Override
    public void end(@Nullable Throwable failure) {
        ended = true;
        global.firstIsOver();
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        listeners.ended(this, OperationOutcome.of(duration, data, failure), failure);
    }

    /** Shows its name alone. */
    @Override
    public String toString() {
        return "ObservedOperation[" + name + "]";
    }
}
