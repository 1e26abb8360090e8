package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.model.OutgoingMessage;

/** How an outbox stands, as OpenTelemetry gets it. */
class OutboxMetricsTest {
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("telnyx4j.outbox.state");
    private static final AttributeKey<String> TENANT = AttributeKey.stringKey("telnyx.tenant.name");

    private final TestDatabase database = TestDatabase.h2();
    private final FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    private Outbox outbox;

    @BeforeEach
    void start() {
        OutboxSchema.apply(database.dataSource());
        outbox = Outbox.builder(faulty).build();
    }

    @AfterEach
    void stop() {
        outbox.close();
        sdk.close();
        database.close();
    }

    private OutboxJob.Builder job() {
        return OutboxJob.of(
                OutgoingMessage.builder().to("+14165550123").text("Hello").build());
    }

    private MetricData metric(Collection<MetricData> all, String name) {
        return all.stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<List<String>, Long> jobs(Collection<MetricData> all) {
        return metric(all, "telnyx4j.outbox.jobs").getLongGaugeData().getPoints().stream()
                .filter(point -> point.getValue() > 0)
                .collect(Collectors.toMap(
                        point -> List.of(
                                String.valueOf(point.getAttributes().get(TENANT)),
                                String.valueOf(point.getAttributes().get(STATE))),
                        point -> point.getValue()));
    }

    @Test
    void jobsAreReportedByStateAndTenantAndTheOldestThatIsDue() {
        JobId cancelled = outbox.enqueue(job().tenant("acme").build()).id();
        outbox.enqueue(job().tenant("acme").build());
        outbox.enqueue(job().build());
        outbox.cancel(cancelled);
        OutboxMetrics metrics = OutboxMetrics.register(sdk, outbox);
        Collection<MetricData> all = reader.collectAllMetrics();

        assertThat(jobs(all))
                .isEqualTo(Map.of(
                        List.of("acme", "READY"), 1L, List.of("acme", "DISCARDED"), 1L, List.of("", "READY"), 1L));
        assertThat(metric(all, "telnyx4j.outbox.due").getLongGaugeData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getValue()).isEqualTo(2));
        assertThat(metric(all, "telnyx4j.outbox.due.age").getDoubleGaugeData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getValue())
                        .isBetween(0.0, (double) Duration.ofHours(1).toSeconds()));
        assertThat(all.toString()).doesNotContain("+14165550123", "Hello");
        metrics.close();
        assertThat(reader.collectAllMetrics()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayThereAreNoValues() {
        outbox.enqueue(job().build());
        OutboxMetrics metrics = OutboxMetrics.register(sdk, outbox);
        faulty.refuseConnections();
        assertThat(reader.collectAllMetrics()).isEmpty();
        faulty.heal();
        assertThat(jobs(reader.collectAllMetrics())).hasSize(1);
        metrics.close();
    }
}
