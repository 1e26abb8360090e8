package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.ScriptedServer;

/** Operations of several steps, as code of the library runs them, and what telemetry shows of them. */
class OperationsTest {
    private static final String WHOLE = "test.whole";
    private static final String STEP = "test.step";

    private final Recorder recorder = new Recorder();
    private final FakeTime time = FakeTime.passing();
    private ScriptedServer server;
    private ClientResources resources;
    private TelnyxClient client;

    @BeforeEach
    void open() {
        server = Account.server();
        resources = new ClientResources(
                server.baseUrl(),
                HttpOptions.builder().build(),
                null,
                FakeSleeper.source(time),
                new Telemetry(recorder.sdk, true, List.of()),
                Map.of());
        client = client("acme");
    }

    @AfterEach
    void close() {
        resources.close();
        server.close();
        recorder.close();
    }

    private TelnyxClient client(String tenant) {
        CallSettings key = new CallSettings(() -> "KEY0123456789abcdef", null, RetryOptions.off());
        return new TelnyxClient(resources, CallSettings.merge(key, CallSettings.BUILT_IN), tenant);
    }

    private static String retrieve(TelnyxClient client, String name) {
        new MessagesApi(client.named(name)).retrieveMessage(Account.MESSAGE_ID);
        return "done";
    }

    @Test
    void aCompositeIsTheParentOfItsSteps() {
        String result = client.operation(
                WHOLE, RequestOptions.none(), whole -> retrieve(whole.client(), STEP) + retrieve(whole.client(), STEP));

        assertThat(result).isEqualTo("donedone");
        SpanData whole = recorder.span("telnyx.test.whole");
        List<SpanData> steps = recorder.spans().stream()
                .filter(span -> span.getName().equals("telnyx.test.step"))
                .toList();
        assertThat(steps).hasSize(2);
        assertThat(steps).allSatisfy(step -> assertThat(step.getParentSpanId()).isEqualTo(whole.getSpanId()));
        assertThat(recorder.spans()).hasSize(5);
        assertThat(Recorder.map(whole.getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "test.whole"),
                        entry("telnyx.tenant.name", "acme"),
                        entry("telnyx.outcome", "carried_out"),
                        entry("telnyx.retry_count", 0L));
    }

    @Test
    void aCallOfTheSameOperationIsPartOfIt() {
        client.operation(WHOLE, RequestOptions.none(), whole -> retrieve(whole.client(), WHOLE));

        SpanData whole = recorder.span("telnyx.test.whole");
        assertThat(recorder.spans()).hasSize(2);
        assertThat(recorder.span("GET /v2/messages/{id}").getParentSpanId()).isEqualTo(whole.getSpanId());
        assertThat(Recorder.map(whole.getAttributes())).containsEntry("telnyx.request_id", Account.REQUEST_ID);
    }

    @Test
    void anotherTenantsOperationOfTheSameNameIsNotPartOfIt() {
        client.operation(WHOLE, RequestOptions.none(), whole -> retrieve(client("other"), WHOLE));

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().equals("telnyx.test.whole"))
                .hasSize(2);
    }

    @Test
    void aCallThatFollowsAnOperationIsNotPartOfIt() {
        client.operation(WHOLE, RequestOptions.none(), whole -> retrieve(whole.client(), WHOLE));
        retrieve(client, WHOLE);

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().equals("telnyx.test.whole"))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid()));
    }

    @Test
    void whatTheCodeNotesStaysEvenIfItFails() {
        server.then(404, "{\"errors\":[{\"code\":\"10005\"}]}");

        assertThatThrownBy(() -> client.operation(WHOLE, RequestOptions.none(), whole -> {
                    whole.attributes().callControlId("v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg");
                    whole.attributes().commandId("891510ac-f3e4-11e8-af5b-de00688a4901");
                    whole.attributes().messageId(null);
                    whole.attributes().messageParts(3);
                    whole.attributes().messageCost(new BigDecimal("1.50"), "CAD");
                    return retrieve(whole.client(), WHOLE);
                }))
                .isInstanceOf(TelnyxException.class);

        assertThat(Recorder.map(recorder.span("telnyx.test.whole").getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "test.whole"),
                        entry("telnyx.tenant.name", "acme"),
                        entry("telnyx.call.control_id", "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg"),
                        entry("telnyx.call.command_id", "891510ac-f3e4-11e8-af5b-de00688a4901"),
                        entry("telnyx.message.parts", 3L),
                        entry("telnyx.message.cost.amount", 1.5),
                        entry("telnyx.message.cost.currency", "CAD"),
                        entry("telnyx.outcome", "not_carried_out"),
                        entry("error.type", "api"),
                        entry("telnyx.error.code", "10005"),
                        entry("telnyx.retry_count", 0L),
                        entry("telnyx.request_id", Account.REQUEST_ID));
    }

    @Test
    void aFailureThatIsNotTelnyxsShowsItsClassAndNotItsWords() {
        assertThatThrownBy(() -> client.operation(WHOLE, RequestOptions.none(), whole -> {
                    throw new IllegalStateException("+14165550123");
                }))
                .isInstanceOf(IllegalStateException.class);

        SpanData span = recorder.span("telnyx.test.whole");
        assertThat(Recorder.map(span.getAttributes()))
                .containsEntry("error.type", "java.lang.IllegalStateException")
                .doesNotContainKey("telnyx.outcome");
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(span.getEvents()).isEmpty();
    }

    @Test
    void retriesAreCountedOnTheOperationAndOnWhatItIsAStepOf() {
        server.then(503, "").then(503, "");
        RequestOptions retried =
                RequestOptions.builder().retries(RetryOptions.defaults()).build();
        client.operation(WHOLE, retried, whole -> retrieve(whole.client(), STEP));

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().startsWith("GET"))
                .map(span -> Recorder.map(span.getAttributes()).get("http.request.resend_count"))
                .containsExactly(null, 1L, 2L);
        assertThat(Recorder.map(recorder.span("telnyx.test.step").getAttributes()))
                .containsEntry("telnyx.retry_count", 2L);
        assertThat(Recorder.map(recorder.span("telnyx.test.whole").getAttributes()))
                .containsEntry("telnyx.retry_count", 2L);
    }

    @Test
    void durationsHaveFewAttributesAndTheBucketsOfTheConventions() {
        retrieve(client, STEP);

        HistogramPointData operation = recorder.point("telnyx.client.operation.duration");
        HistogramPointData request = recorder.point("http.client.request.duration");
        assertThat(recorder.metrics())
                .hasSize(2)
                .allSatisfy(metric -> assertThat(metric.getUnit()).isEqualTo("s"));
        assertThat(Recorder.map(operation.getAttributes()))
                .containsOnly(entry("telnyx.operation", "test.step"), entry("telnyx.outcome", "carried_out"));
        assertThat(Recorder.map(request.getAttributes()))
                .containsOnly(
                        entry("http.request.method", "GET"),
                        entry("server.address", "127.0.0.1"),
                        entry("server.port", (long) server.port()),
                        entry("url.template", "/v2/messages/{id}"),
                        entry("http.response.status_code", 200L),
                        entry("network.protocol.version", "1.1"));
        assertThat(request.getCount()).isEqualTo(1);
        assertThat(request.getSum()).isBetween(0.0, 10.0).isLessThanOrEqualTo(operation.getSum());
        assertThat(List.of(operation, request))
                .allSatisfy(point -> assertThat(point.getBoundaries())
                        .containsExactly(
                                0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));
    }

    @Test
    void durationsOfFailuresNameTheirKind() {
        server.then(503, "");

        assertThatThrownBy(() -> retrieve(client, STEP)).isInstanceOf(TelnyxException.class);

        assertThat(Recorder.map(
                        recorder.point("telnyx.client.operation.duration").getAttributes()))
                .containsOnly(
                        entry("telnyx.operation", "test.step"),
                        entry("telnyx.outcome", "unknown"),
                        entry("error.type", "api"));
        assertThat(Recorder.map(recorder.point("http.client.request.duration").getAttributes()))
                .containsEntry("error.type", "503")
                .containsEntry("http.response.status_code", 503L);
    }
}
