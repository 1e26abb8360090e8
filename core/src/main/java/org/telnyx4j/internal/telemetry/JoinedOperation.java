package org.telnyx4j.internal.telemetry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is a part of one with the same name, which alone is reported, and ends later.
 *
 * @param whole the operation
 */
record JoinedOperation(OperationRun whole) implements ActiveOperation {
    @Override
    public void messageId(@Nullable String id) {
        whole.messageId(id);
    }

    @Override
    public void messageParts(@Nullable Integer parts) {
        whole.messageParts(parts);
    }

    @Override
    public void messageCost(@Nullable BigDecimal amount, @Nullable String currency) {
        whole.messageCost(amount, currency);
    }

    @Override
    public void callControlId(@Nullable String id) {
        whole.callControlId(id);
    }

    @Override
    public void commandId(@Nullable String id) {
        whole.commandId(id);
    }

    @Override
    public boolean isObserved() {
        return true;
    }

    @Override
    public void end(@Nullable Throwable failure) {}
}
