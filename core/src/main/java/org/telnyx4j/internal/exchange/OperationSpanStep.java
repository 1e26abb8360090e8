package org.telnyx4j.internal.exchange;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.call.PathParameters;
import org.telnyx4j.internal.telemetry.ActiveOperation;
import org.telnyx4j.internal.telemetry.Telemetry;

/**
 * Reports an operation as a whole: local checks, requests, reading the result. A call within a composite operation of the
 * same name is a part of it; one with another name has a span of its own below.
 */
record OperationSpanStep(CallStep next, Telemetry telemetry) implements CallStep {
    @Override
    public ApiResponse<?> send(Call call, Attempt first) {
        ActiveOperation operation = telemetry.begin(call.name(), call.tenant());
        try {
            ApiResponse<?> response = next.send(call, first);
            describe(operation, call, response);
            operation.end(null);
            return response;
        } catch (Throwable e) {
            describe(operation, call, null);
            operation.end(e);
            throw e;
        }
    }

    private void describe(ActiveOperation operation, Call call, @Nullable ApiResponse<?> response) {
        if (!telemetry.isObserved()) {
            return;
        }
        try {
            operation.commandId(call.correlationIds().commandId());
            operation.callControlId(PathParameters.value(call.request(), "call_control_id"));
            call.spanDetails().add(operation, call.request(), response);
        } catch (RuntimeException e) {
            // What was sent must not turn into an exception because it could not be described.
        }
    }
}
