package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.Cost;

/**
 * A part of an operation that has a span already, which ends later.
 *
 * @param whole the operation
 */
record PartOfOperation(ActiveOperation whole) implements ActiveOperation {
    @Override
    public void messageId(@Nullable String id) {
        whole.messageId(id);
    }

    @Override
    public void messageParts(@Nullable Integer parts) {
        whole.messageParts(parts);
    }

    @Override
    public void messageCost(@Nullable Cost cost) {
        whole.messageCost(cost);
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
    public void end(@Nullable Throwable failure) {}
}
