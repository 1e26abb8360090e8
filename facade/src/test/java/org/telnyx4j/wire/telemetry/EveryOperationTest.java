package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.wire.telemetry.Account.MESSAGE_ID;
import static org.telnyx4j.wire.telemetry.Account.REQUEST_ID;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.wire.telemetry.FacadeOperation.Use;

/** Every operation of the facade, span by span and attribute by attribute. */
class EveryOperationTest {
    private static final String REFUSAL = "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad request\"}]}";
    private static final JsonMapper JSON = new JsonMapper();

    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = Account.server().otherwise(Account::answer);
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    static Stream<FacadeOperation> all() {
        return FacadeOperation.all();
    }

    /** Those whose failure is that of their one request. Waiting for an order goes on for as long as it was told to. */
    static Stream<FacadeOperation> ofOneRequest() {
        return all().filter(
                        operation -> operation.isSimple() && !operation.name().endsWith("await_completion"));
    }

    static Stream<FacadeOperation> thatCanBeRefused() {
        return all().filter(operation -> operation.refused() != null);
    }

    /** All but the one that expects no data. */
    static Stream<FacadeOperation> thatExpectData() {
        return all().filter(operation ->
                !Set.of("phone_numbers.release", "messaging_profiles.delete").contains(operation.name()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMethodIsShownUnderTheNameThatItSuggests(FacadeOperation operation) {
        for (Use use : operation.overloads()) {
            List<SpanData> spans = watching(use::on);
            assertThat(spans.get(0).getName()).as("%s", use.method()).isEqualTo("telnyx." + operation.name());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSuccessIsTheOperationAndItsStepsAndTheirRequests(FacadeOperation operation) {
        for (Use use : operation.overloads()) {
            server.forget();
            List<SpanData> spans = watching(use::on);

            assertThat(tree(spans)).isEqualTo(expectedTree(operation));
            for (SpanData span : spans) {
                assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
                if (span.getKind() == SpanKind.INTERNAL) {
                    Map<String, Object> expected = operation(span);
                    expected.put("telnyx.outcome", "carried_out");
                    expected.putAll(operation.isSimple() ? facts(operation, true) : Map.of());
                    if (operation.isSimple() || !span.getName().equals("telnyx." + operation.name())) {
                        expected.put("telnyx.request_id", REQUEST_ID);
                    }
                    assertThat(Recorder.map(span.getAttributes())).isEqualTo(expected);
                }
            }
            SpanData request = requests(spans).get(0);
            Map<String, Object> expected = request(operation);
            expected.put("http.response.status_code", 200L);
            expected.put("network.protocol.version", "1.1");
            assertThat(Recorder.map(request.getAttributes())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("ofOneRequest")
    void whatTelnyxRefusesIsAnErrorOnTheOperationAndItsRequest(FacadeOperation operation) {
        server.otherwise(request -> Response.json(400, REFUSAL));
        for (Use use : operation.overloads()) {
            server.forget();
            List<SpanData> spans = watching(
                    telnyx -> assertThat(catchThrowableOfType(TelnyxValidationException.class, () -> use.on(telnyx)))
                            .isNotNull());

            assertThat(tree(spans)).isEqualTo(expectedTree(operation));
            Map<String, Object> expected = failed(operation, spans, "validation");
            expected.put("telnyx.error.code", "10015");
            expected.put("telnyx.request_id", REQUEST_ID);
            assertThat(Recorder.map(spans.get(0).getAttributes())).isEqualTo(expected);
            Map<String, Object> below = request(operation);
            below.put("http.response.status_code", 400L);
            below.put("network.protocol.version", "1.1");
            below.put("error.type", "400");
            assertThat(Recorder.map(requests(spans).get(0).getAttributes())).isEqualTo(below);
        }
    }

    @ParameterizedTest
    @MethodSource("ofOneRequest")
    void aServerThatCannotBeReachedIsAnErrorOnTheOperationAndEachOfItsRequests(FacadeOperation operation)
            throws IOException {
        int port = ClosedPort.find();
        for (Use use : operation.overloads()) {
            server.forget();
            // What it would send.
            watching(use::on);
            List<SpanData> spans = watching(
                    port,
                    telnyx -> assertThat(catchThrowableOfType(TelnyxNetworkException.class, () -> use.on(telnyx)))
                            .isNotNull());

            Map<String, Object> shown = Recorder.map(spans.get(0).getAttributes());
            // It is another one each time.
            shown.remove("telnyx.call.command_id");
            Map<String, Object> expected = failed(operation, spans, "network");
            expected.remove("telnyx.call.command_id");
            assertThat(shown).isEqualTo(expected);
            for (int i = 0; i < requests(spans).size(); i++) {
                Map<String, Object> below = request(operation, port);
                below.put("error.type", "connection");
                if (i > 0) {
                    below.put("http.request.resend_count", (long) i);
                }
                SpanData request = requests(spans).get(i);
                assertThat(Recorder.map(request.getAttributes())).isEqualTo(below);
                assertThat(request.getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("thatCanBeRefused")
    void whatIsRefusedHereIsAnOperationAlone(FacadeOperation operation) {
        Use use = Objects.requireNonNull(operation.refused());
        List<SpanData> spans = watching(
                telnyx -> assertThat(catchThrowableOfType(TelnyxValidationException.class, () -> use.on(telnyx)))
                        .isNotNull());

        assertThat(server.requests()).isEmpty();
        assertThat(spans).hasSize(1);
        Map<String, Object> expected = operation(spans.get(0));
        expected.put("telnyx.operation", operation.name());
        expected.put("telnyx.outcome", "not_carried_out");
        expected.put("error.type", "validation");
        Map<String, Object> shown = Recorder.map(spans.get(0).getAttributes());
        shown.keySet().removeIf(key -> key.startsWith("telnyx.call."));
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("thatExpectData")
    void aSuccessWithoutDataIsAFailedOperation(FacadeOperation operation) {
        server.otherwise(request -> Response.json(200, "{}"));
        for (Use use : operation.overloads()) {
            List<SpanData> spans =
                    watching(telnyx -> assertThat(catchThrowableOfType(TelnyxException.class, () -> use.on(telnyx)))
                            .isNotNull());

            assertThat(spans.get(0).getName()).isEqualTo("telnyx." + operation.name());
            assertThat(spans.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(Recorder.map(spans.get(0).getAttributes())).containsEntry("error.type", "api");
            assertThat(requests(spans).get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void durationsHaveFewAttributes(FacadeOperation operation) {
        try (Recorder recorder = new Recorder()) {
            run(recorder, server.port(), operation.overloads().get(0)::on);

            for (HistogramPointData point : recorder.metric("telnyx.client.operation.duration")
                    .getHistogramData()
                    .getPoints()) {
                assertThat(Recorder.map(point.getAttributes())).containsOnlyKeys("telnyx.operation", "telnyx.outcome");
            }
            HistogramPointData point =
                    recorder.metric("http.client.request.duration").getHistogramData().getPoints().stream()
                            .filter(each -> operation
                                    .request()
                                    .equals(each.getAttributes().get(AttributeKey.stringKey("http.request.method"))
                                            + " "
                                            + Objects.requireNonNull(each.getAttributes()
                                                            .get(AttributeKey.stringKey("url.template")))
                                                    .substring("/v2".length())))
                            .findFirst()
                            .orElseThrow();
            Map<String, Object> expected = request(operation);
            expected.remove("url.full");
            expected.put("http.response.status_code", 200L);
            expected.put("network.protocol.version", "1.1");
            assertThat(Recorder.map(point.getAttributes())).isEqualTo(expected);
        }
    }

    private List<SpanData> watching(Consumer<TelnyxOperations> call) {
        return watching(server.port(), call);
    }

    /** Runs something, and returns all spans, each behind its parent and in the order in which they began. */
    private List<SpanData> watching(int port, Consumer<TelnyxOperations> call) {
        try (Recorder recorder = new Recorder()) {
            run(recorder, port, call);
            assertThat(recorder.spans()).allSatisfy(span -> {
                assertThat(span.getStatus().getDescription()).isEmpty();
                assertThat(span.getEvents()).isEmpty();
                assertThat(span.getLinks()).isEmpty();
                assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("org.telnyx4j");
            });
            return recorder.inOrder();
        }
    }

    private static void run(Recorder recorder, int port, Consumer<TelnyxOperations> call) {
        Tenant tenant = Tenant.builder("acme").apiKey(PrivateValues.KEY).build();
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl("http://127.0.0.1:" + port + "/v2")
                .from(PrivateValues.SENDER)
                .connectionId("1293384261075731500")
                .openTelemetry(recorder.sdk)
                .retries(RetryOptions.off())
                .build()) {
            call.accept(telnyx.withTenant(tenant));
        }
    }

    /** What every operation has. Whatever the number of retries is, it is that of the requests below. */
    private static Map<String, Object> operation(SpanData span) {
        Map<String, Object> expected = new HashMap<>();
        expected.put("telnyx.operation", span.getName().substring("telnyx.".length()));
        expected.put("telnyx.tenant.name", "acme");
        expected.put("telnyx.retry_count", 0L);
        assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
        return expected;
    }

    private Map<String, Object> failed(FacadeOperation operation, List<SpanData> spans, String type) {
        Map<String, Object> expected = operation(spans.get(0));
        expected.put("telnyx.outcome", "not_carried_out");
        expected.put("error.type", type);
        expected.put("telnyx.retry_count", requests(spans).size() - 1L);
        expected.putAll(facts(operation, false));
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
        return expected;
    }

    /** What only some operations have. */
    private Map<String, Object> facts(FacadeOperation operation, boolean succeeded) {
        Map<String, Object> facts = new HashMap<>();
        if (operation.isAboutAMessage()) {
            if (succeeded) {
                facts.put("telnyx.message.parts", 4L);
                facts.put("telnyx.message.cost.amount", 0.008);
                facts.put("telnyx.message.cost.currency", "USD");
            }
            if (succeeded || !operation.name().startsWith("messages.send")) {
                facts.put("telnyx.message.id", MESSAGE_ID);
            }
        }
        if (operation.name().startsWith("calls.")) {
            if (succeeded || !operation.name().endsWith("dial")) {
                facts.put("telnyx.call.control_id", Account.LEG);
            }
            String sent = server.requests().isEmpty()
                    ? null
                    : commandId(server.requests().get(0).body());
            if (sent != null) {
                facts.put("telnyx.call.command_id", sent);
            }
        }
        return facts;
    }

    private static @Nullable String commandId(String body) {
        try {
            return body.isEmpty()
                    ? null
                    : JSON.readTree(body).path("command_id").textValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> request(FacadeOperation operation) {
        return request(operation, server.port());
    }

    /** What follows the path of the first request: as it was sent, with nothing but the page in the clear. */
    private String query() {
        if (server.requests().isEmpty()) {
            return "";
        }
        String target = server.requests().get(0).target();
        if (!target.contains("?")) {
            return "";
        }
        return Stream.of(target.substring(target.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.startsWith("page[") || pair.startsWith("page%5B")
                        ? pair
                        : pair.replaceFirst("=.*", "=REDACTED"))
                .collect(Collectors.joining("&", "?", ""));
    }

    private Map<String, Object> request(FacadeOperation operation, int port) {
        String method = operation.request().substring(0, operation.request().indexOf(' '));
        Map<String, Object> expected = new HashMap<>();
        expected.put("http.request.method", method);
        expected.put("server.address", "127.0.0.1");
        expected.put("server.port", (long) port);
        expected.put("url.template", "/v2" + operation.request().substring(method.length() + 1));
        expected.put("url.full", "http://127.0.0.1:" + port + "/v2" + operation.path() + query());
        return expected;
    }

    private static List<SpanData> requests(List<SpanData> spans) {
        return spans.stream().filter(span -> span.getKind() == SpanKind.CLIENT).toList();
    }

    /** The spans as lines, each behind two spaces for each span above it. */
    private static List<String> tree(List<SpanData> spans) {
        Map<String, Integer> depths = new HashMap<>();
        depths.put(SpanId.getInvalid(), -1);
        return spans.stream()
                .map(span -> {
                    int depth = Objects.requireNonNull(depths.get(span.getParentSpanId()), "the parent of " + span) + 1;
                    depths.put(span.getSpanId(), depth);
                    return "  ".repeat(depth) + span.getName() + " "
                            + span.getKind().name().toLowerCase(Locale.ROOT);
                })
                .toList();
    }

    private static List<String> expectedTree(FacadeOperation operation) {
        boolean[] within = {false};
        Stream<String> below = operation.tree().stream().map(line -> {
            within[0] |= line.startsWith("+");
            String what = line.substring(2);
            return line.startsWith("+")
                    ? "  telnyx." + what + " internal"
                    : (within[0] ? "    " : "  ") + what.replaceFirst(" ", " /v2") + " client";
        });
        return Stream.concat(Stream.of("telnyx." + operation.name() + " internal"), below)
                .toList();
    }
}
