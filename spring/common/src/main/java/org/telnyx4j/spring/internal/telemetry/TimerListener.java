package org.telnyx4j.spring.internal.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;

/** Times each operation, under the name and with the tags that an observation of it would have. */
public final class TimerListener implements OperationListener {
    private final MeterRegistry registry;

    /**
     * Creates a listener.
     *
     * @param registry the application's
     */
    public TimerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void succeeded(ObservedOperation operation, OperationResult result) {
        record(operation, result, OperationTags.SUCCESS, OperationTags.NO_ERROR);
    }

    @Override
    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
        record(
                operation,
                result,
                OperationTags.outcome(result),
                failure.getClass().getSimpleName());
    }

    private void record(ObservedOperation operation, OperationResult result, String outcome, String error) {
        Timer.builder(OperationTags.NAME)
                .description("Operations of the Telnyx client, with all their requests")
                .tag(OperationTags.OPERATION, operation.name())
                .tag(OperationTags.OUTCOME, outcome)
                .tag(OperationTags.ERROR, error)
                .register(registry)
                .record(result.duration());
    }
}
