package org.telnyx4j.spring.internal.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;

/**
 * Makes an observation of each operation: a timer, and where the application traces with Micrometer, a span. The steps of an
 * operation are its children.
 */
public final class ObservationListener implements OperationListener {
    private final ObservationRegistry registry;

    /**
     * Creates a listener.
     *
     * @param registry the application's
     */
    public ObservationListener(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void started(ObservedOperation operation) {
        Observation observation = Observation.createNotStarted(OperationTags.NAME, registry)
                .contextualName("telnyx." + operation.name())
                .lowCardinalityKeyValue(OperationTags.OPERATION, operation.name());
        operation.tenant().ifPresent(tenant -> observation.highCardinalityKeyValue("telnyx.tenant", tenant));
        operation.attach(this, observation.start().openScope());
    }

    @Override
    public void succeeded(ObservedOperation operation, OperationResult result) {
        end(operation, result, OperationTags.SUCCESS, null);
    }

    @Override
    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
        end(operation, result, OperationTags.outcome(result), failure);
    }

    private void end(ObservedOperation operation, OperationResult result, String outcome, @Nullable Throwable failure) {
        operation.attachment(this, Observation.Scope.class).ifPresent(scope -> {
            scope.close();
            Observation observation = scope.getCurrentObservation();
            observation.lowCardinalityKeyValue(OperationTags.OUTCOME, outcome);
            result.requestId().ifPresent(id -> observation.highCardinalityKeyValue("telnyx.request.id", id));
            result.messageId().ifPresent(id -> observation.highCardinalityKeyValue("telnyx.message.id", id));
            if (failure != null) {
                observation.error(failure);
            }
            observation.stop();
        });
    }
}
