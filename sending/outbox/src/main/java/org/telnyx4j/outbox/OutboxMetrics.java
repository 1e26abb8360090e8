package org.telnyx4j.outbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.time.Duration;
import java.util.Objects;

/**
 * Reports how an outbox stands to OpenTelemetry, whenever its metrics are read:
 *
 * <ul>
 *   <li>{@code telnyx4j.outbox.jobs}: how many jobs are in each state ({@code telnyx4j.outbox.state}) of each tenant ({@code
 *       telnyx.tenant.name}, empty for jobs without one);
 *   <li>{@code telnyx4j.outbox.due}: how many are ready and could be sent now;
 *   <li>{@code telnyx4j.outbox.due.age}: for how long the oldest of them waits, in seconds; 0 where none does.
 * </ul>
 *
 * <p>Each reading counts the table, so one process should do it, once a minute or so. While the database is away, there are no
 * values. How many are sent in a second, how long it takes and with what outcome is in the client's own {@code
 * telnyx.client.operation.duration}, and comes to its operation listeners.
 */
public final class OutboxMetrics implements AutoCloseable {
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("telnyx4j.outbox.state");
    private static final AttributeKey<String> TENANT = AttributeKey.stringKey("telnyx.tenant.name");

    private final BatchCallback callback;

    private OutboxMetrics(BatchCallback callback) {
        this.callback = callback;
    }

    /**
     * Starts to report.
     *
     * @param openTelemetry where to; stays the application's to close
     * @param outbox the outbox; needs no workers
     * @return what ends it
     */
    public static OutboxMetrics register(OpenTelemetry openTelemetry, Outbox outbox) {
        Objects.requireNonNull(outbox, "outbox");
        Meter meter = openTelemetry.getMeter("org.telnyx4j.outbox");
        ObservableLongMeasurement jobs = meter.gaugeBuilder("telnyx4j.outbox.jobs")
                .ofLongs()
                .setUnit("{job}")
                .setDescription("Jobs by state and tenant")
                .buildObserver();
        ObservableLongMeasurement due = meter.gaugeBuilder("telnyx4j.outbox.due")
                .ofLongs()
                .setUnit("{job}")
                .setDescription("Jobs that could be sent now")
                .buildObserver();
        ObservableDoubleMeasurement age = meter.gaugeBuilder("telnyx4j.outbox.due.age")
                .setUnit("s")
                .setDescription("For how long the oldest job waits that could be sent now")
                .buildObserver();
        return new OutboxMetrics(meter.batchCallback(() -> read(outbox, jobs, due, age), jobs, due, age));
    }

    private static void read(
            Outbox outbox,
            ObservableLongMeasurement jobs,
            ObservableLongMeasurement due,
            ObservableDoubleMeasurement age) {
        OutboxStatus status;
        try {
            status = outbox.status();
        } catch (OutboxException databaseIsAway) {
            // What is not known has no value.
            return;
        }
        for (OutboxStatus.TenantStatus tenant : status.tenants()) {
            tenant.byName()
                    .forEach((state, number) ->
                            jobs.record(number, Attributes.of(STATE, state, TENANT, tenant.tenant())));
        }
        due.record(status.due());
        age.record(status.oldestDueFor().orElse(Duration.ZERO).toMillis() / 1_000.0);
    }

    /** Ends the reporting. Ending again does nothing. */
    @Override
    public void close() {
        callback.close();
    }
}
