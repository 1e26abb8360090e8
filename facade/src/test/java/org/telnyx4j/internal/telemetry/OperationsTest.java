package org.telnyx4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiOperation;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.messaging.Cost;

class OperationsTest {
    private static final Operation WHOLE = new Operation("test.whole");
    private static final Operation STEP = new Operation("test.step");
    private static final ApiOperation GENERATED = new ApiOperation("sendMessage", "POST", "/messages");

    private final Recorder recorder = new Recorder();
    private final Telemetry telemetry = new Telemetry(recorder.sdk, true);
    private LoopbackServer server;
    private ClientCore core;
    private View view;

    @BeforeEach
    void open() throws IOException {
        server = new LoopbackServer();
        core = new ClientCore(server.baseUrl(), HttpOptions.builder().build(), null, TimeSource.system(), telemetry);
        view = view("acme");
    }

    @AfterEach
    void close() {
        core.close();
        server.close();
        recorder.close();
    }

    private View view(String tenant) {
        SettingsLayer key =
                new SettingsLayer(() -> "KEY0123456789abcdef", null, null, null, null, null, null, RetryOptions.off());
        return new View(core, SettingsLayer.merge(key, SettingsLayer.BUILT_IN), tenant);
    }

    private static String retrieve(View view, Operation operation) {
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, RequestOptions.none());
        view.call(
                operation,
                merged,
                RequestOptions.none(),
                List.of(),
                client -> new MessagesApi(client).retrieveMessageWithHttpInfo(LoopbackServer.MESSAGE_ID, Map.of()));
        return "done";
    }

    @Test
    void aCompositeIsTheParentOfItsSteps() {
        String result = view.operation(WHOLE, facts -> retrieve(view, STEP) + retrieve(view, STEP));

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
        view.operation(WHOLE, facts -> retrieve(view, WHOLE));

        SpanData whole = recorder.span("telnyx.test.whole");
        assertThat(recorder.spans()).hasSize(2);
        assertThat(recorder.span("GET /v2/messages/{id}").getParentSpanId()).isEqualTo(whole.getSpanId());
        assertThat(Recorder.map(whole.getAttributes())).containsEntry("telnyx.request_id", LoopbackServer.REQUEST_ID);
    }

    @Test
    void anotherTenantsOperationOfTheSameNameIsNotPartOfIt() {
        view.operation(WHOLE, facts -> retrieve(view("other"), WHOLE));

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().equals("telnyx.test.whole"))
                .hasSize(2);
    }

    @Test
    void aCallThatFollowsAnOperationIsNotPartOfIt() {
        view.operation(WHOLE, facts -> retrieve(view, WHOLE));
        retrieve(view, WHOLE);

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().equals("telnyx.test.whole"))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid()));
    }

    @Test
    void whatTheCodeNotesStaysEvenIfItFails() {
        server.answer(404, "{\"errors\":[{\"code\":\"10005\"}]}");

        assertThatThrownBy(() -> view.operation(WHOLE, facts -> {
                    facts.callControlId("v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg");
                    facts.commandId("891510ac-f3e4-11e8-af5b-de00688a4901");
                    facts.messageId(null);
                    facts.messageParts(3);
                    facts.messageCost(new Cost(new BigDecimal("1.50"), "CAD"));
                    return retrieve(view, WHOLE);
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
                        entry("telnyx.request_id", LoopbackServer.REQUEST_ID));
    }

    @Test
    void aFailureThatIsNotTelnyxsShowsItsClassAndNotItsWords() {
        assertThatThrownBy(() -> view.operation(WHOLE, facts -> {
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
        HttpUriRequestBase request = new HttpUriRequestBase("POST", URI.create(server.baseUrl() + "/messages"));
        ActiveOperation whole = telemetry.begin("test.whole", null);
        ActiveOperation step = telemetry.begin("test.step", null);
        telemetry.attempt(GENERATED, request, 0).end(null, null);
        telemetry.attempt(GENERATED, request, 1).end(null, null);
        telemetry.attempt(GENERATED, request, 2).end(null, null);
        step.end(null);
        whole.end(null);

        assertThat(recorder.spans())
                .filteredOn(span -> span.getName().startsWith("POST"))
                .map(span -> Recorder.map(span.getAttributes()).get("http.request.resend_count"))
                .containsExactly(null, 1L, 2L);
        assertThat(Recorder.map(recorder.span("telnyx.test.step").getAttributes()))
                .containsEntry("telnyx.retry_count", 2L);
        assertThat(Recorder.map(recorder.span("telnyx.test.whole").getAttributes()))
                .containsEntry("telnyx.retry_count", 2L);
    }

    @Test
    void durationsHaveFewAttributesAndTheBucketsOfTheConventions() {
        retrieve(view, STEP);

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
                        entry("http.response.status_code", 200L));
        assertThat(request.getCount()).isEqualTo(1);
        assertThat(request.getSum()).isBetween(0.0, 10.0).isLessThanOrEqualTo(operation.getSum());
        assertThat(List.of(operation, request))
                .allSatisfy(point -> assertThat(point.getBoundaries())
                        .containsExactly(
                                0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));
    }

    @Test
    void durationsOfFailuresNameTheirKind() {
        server.answer(503, "");

        assertThatThrownBy(() -> retrieve(view, STEP)).isInstanceOf(TelnyxException.class);

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
