package org.telnyx4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.privacy.SensitiveValues;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.RawOperation;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.specification.Samples.Kind;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/**
 * Every operation of the specification, found by reflection, has all that the library does for the best known one:
 * checks before the wire, masked errors, outcome, retries, deadline, a span of its own name.
 */
class AdoptedOperationsTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();
    private static final JsonMapper JSON = new JsonMapper();

    private final FakeTime time = FakeTime.passing();

    static List<RawOperation> all() {
        return RawOperation.all();
    }

    /** Those that take a request or a query, in which something can be wrong. */
    static List<RawOperation> withModel() {
        return all().stream()
                .filter(operation -> arguments(operation).stream().anyMatch(AdoptedOperationsTest::canBeWrong))
                .toList();
    }

    private static List<Object> arguments(RawOperation operation) {
        return new Arguments(DOCUMENT, Kind.FULL, 0).of(operation);
    }

    private static boolean canBeWrong(Object argument) {
        return argument instanceof JsonModel model && textField(model) != null;
    }

    private static @Nullable Field textField(JsonModel model) {
        return model.type().fields().fields().stream()
                .filter(field -> field.type().kind() == JsonType.Kind.TEXT)
                .findFirst()
                .orElse(null);
    }

    private static String success(RawOperation operation) {
        var schema =
                DOCUMENT.endpoint(operation.operation().id()).success(DOCUMENT).path("schema");
        return RawServer.json(
                200,
                schema.isMissingNode()
                        ? ""
                        : new Samples(DOCUMENT, Kind.FULL, 0).of(schema).toString());
    }

    private Telnyx client(RawServer server) {
        return TimedClients.build(Fixtures.client(server), FakeSleeper.source(time));
    }

    @Test
    void thereAreSome() {
        assertThat(all()).hasSizeGreaterThan(90);
        assertThat(all().stream().map(RawOperation::toString))
                .contains(
                        "messages.send_group_mms",
                        "conferences.create",
                        "detail_records.list",
                        "number_lookup.look_up");
        assertThat(withModel()).hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @MethodSource("withModel")
    void whatCannotBeRightIsRefusedBeforeAnythingIsSent(RawOperation operation) throws Exception {
        try (RawServer server = RawServer.answering(success(operation));
                Telnyx telnyx = client(server)) {
            List<Object> wrong = new ArrayList<>(arguments(operation));
            wrong.replaceAll(argument -> canBeWrong(argument) ? withAWrongField((JsonModel) argument) : argument);

            TelnyxValidationException error =
                    catchThrowableOfType(TelnyxValidationException.class, () -> operation.send(telnyx.raw(), wrong));

            assertThat(error.operation()).isEqualTo(operation.operation().name());
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.field()).isPresent();
            assertThat(server.requests()).isEmpty();
        }
    }

    /** A string that is none. */
    private static JsonModel withAWrongField(JsonModel model) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(model.toMap());
        fields.put(Objects.requireNonNull(textField(model)).name(), Map.of("odd", 1));
        return (JsonModel) Arguments.table(model.getClass()).fromMap(fields);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anErrorRepeatsNothingSensitiveOfTheRequest(RawOperation operation) throws Exception {
        List<Object> arguments = arguments(operation);
        List<String> secrets = new ArrayList<>(List.of(Fixtures.KEY));
        for (Object argument : arguments) {
            if (argument instanceof JsonModel model) {
                // Shorter ones stand in ordinary words.
                SensitiveValues.of(model).stream()
                        .filter(value -> value.length() > 5)
                        .forEach(secrets::add);
            }
        }
        try (RawServer server = RawServer.answering(RawServer.json(422, quoting(secrets), "x-request-id: r-1"));
                Telnyx telnyx = client(server)) {
            TelnyxValidationException error = catchThrowableOfType(
                    TelnyxValidationException.class, () -> operation.send(telnyx.raw(), arguments));

            assertThat(error.operation()).isEqualTo(operation.operation().name());
            assertThat(error.requestId()).hasValue("r-1");
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            String printed = printed(error);
            assertThat(secrets).noneMatch(printed::contains);
        }
    }

    private static String quoting(List<String> secrets) throws JsonProcessingException {
        String prose = "The values '" + String.join("', '", secrets) + "' cannot be";
        return JSON.writeValueAsString(
                Map.of("errors", List.of(Map.of("code", "10015", "title", "Bad request", "detail", prose))));
    }

    private static String printed(Throwable error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsSentAgainAsItsIdempotencyAllows(RawOperation operation) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = RawServer.start(RawServer.answeringWith(
                        request -> requests.incrementAndGet() < 3 ? RawServer.json(503, "") : success(operation)));
                Telnyx telnyx = client(server)) {
            if (operation.operation().idempotency() != Idempotency.NOT_IDEMPOTENT) {
                operation.send(telnyx.raw(), arguments(operation));
                assertThat(requests).hasValue(3);
                assertThat(server.requests().stream().map(ReceivedRequest::body).distinct())
                        .hasSize(1);
                return;
            }
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> operation.send(telnyx.raw(), arguments(operation)));
            assertThat(requests).hasValue(1);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(error).hasMessageContaining("Whether it was carried out is unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theErrorOfALookupHasNoOutcomeSentence(RawOperation operation) throws Exception {
        if (!operation.operation().isLookup()) {
            return;
        }
        for (int status : new int[] {404, 422, 503}) {
            try (RawServer server = RawServer.answering(RawServer.json(status, ""));
                    Telnyx telnyx = client(server)) {
                TelnyxException error = catchThrowableOfType(
                        TelnyxException.class, () -> operation.send(telnyx.raw(), arguments(operation)));

                assertThat(error)
                        .hasMessageStartingWith(operation.operation().name() + " failed")
                        .hasMessageContaining("HTTP " + status)
                        .hasMessageNotContaining("carried out");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDeadlineHolds(RawOperation operation) throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitClose);
                Telnyx telnyx = Fixtures.client(server).build()) {
            RequestOptions options = RequestOptions.timeout(Duration.ofMillis(50));

            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> operation.send(telnyx.raw(), arguments(operation), options));

            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.operation()).isEqualTo(operation.operation().name());
            assertThat(error).hasMessageContaining("deadline of 50 ms");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void itHasASpanOfItsOwnName(RawOperation operation) throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                                .build())
                        .build();
                RawServer server = RawServer.answering(success(operation));
                Telnyx telnyx = Fixtures.client(server).openTelemetry(sdk).build()) {
            operation.send(telnyx.raw(), arguments(operation));

            List<SpanData> spans = exporter.getFinishedSpanItems();
            assertThat(spans).hasSize(2);
            SpanData request = spans.get(0);
            SpanData whole = spans.get(1);
            assertThat(whole.getName())
                    .isEqualTo("telnyx." + operation.operation().name());
            assertThat(whole.getKind()).isEqualTo(SpanKind.INTERNAL);
            assertThat(request.getName())
                    .isEqualTo(operation.operation().method() + " /v2"
                            + operation.operation().pathTemplate());
            assertThat(request.getParentSpanId()).isEqualTo(whole.getSpanId());
        }
    }

    /** Sends a message as an operation that is like it but for one word of its constant. */
    @ParameterizedTest
    @EnumSource
    void anotherIdempotencyOfAnOperationIsAnotherBehaviour(Idempotency idempotency) throws Exception {
        ApiOperation own = MessagesApi.SEND_MESSAGE;
        ApiOperation flipped = new ApiOperation(own.id(), own.name(), own.method(), own.pathTemplate(), idempotency);
        boolean repeated = idempotency == Idempotency.IDEMPOTENT || idempotency == Idempotency.KEYED;
        try (Flipped client = new Flipped(RawServer.answering(RawServer.json(503, "")), time)) {
            TelnyxException error = catchThrowableOfType(TelnyxException.class, () -> client.send(flipped));

            assertThat(client.server.requests()).hasSize(repeated ? 3 : 1);
            assertThat(error.attempts()).isEqualTo(repeated ? 3 : 1);
            // A message has no command id, by which alone a repeated command is recognised.
            assertThat(error.advice()).isEqualTo(repeated ? Advice.RETRY_WITH_BACKOFF : Advice.FIND_OUT_FIRST);
            assertThat(client.keys()).hasSize(idempotency == Idempotency.KEYED ? 1 : 0);
        }
    }

    @Test
    void aConflictOfAKeyedRequestIsThatOfTheFirstOneAndIsSentAgainWithTheSameKey() throws Exception {
        ApiOperation own = MessagesApi.SEND_MESSAGE;
        ApiOperation keyed =
                new ApiOperation(own.id(), own.name(), own.method(), own.pathTemplate(), Idempotency.KEYED);
        AtomicInteger requests = new AtomicInteger();
        RawServer server = RawServer.start(RawServer.answeringWith(request -> requests.incrementAndGet() < 3
                ? RawServer.json(409, "{\"errors\":[{\"code\":\"10012\"}]}")
                : RawServer.json(200, Fixtures.SENT)));
        try (Flipped client = new Flipped(server, time)) {
            client.send(keyed);

            assertThat(server.requests()).hasSize(3);
            assertThat(client.keys()).hasSize(1);
        }
    }

    @Test
    void aConflictThatLastsLeavesTheOutcomeOfAKeyedRequestOpenAndThatOfAnotherNot() throws Exception {
        ApiOperation sending = MessagesApi.SEND_MESSAGE;
        ApiOperation own = new ApiOperation(
                sending.id(), sending.name(), sending.method(), sending.pathTemplate(), Idempotency.NOT_IDEMPOTENT);
        ApiOperation keyed =
                new ApiOperation(own.id(), own.name(), own.method(), own.pathTemplate(), Idempotency.KEYED);
        RawServer server = RawServer.answering(RawServer.json(409, "{\"errors\":[{\"code\":\"10012\"}]}"));
        try (Flipped client = new Flipped(server, time)) {
            TelnyxException ofKeyed = catchThrowableOfType(TelnyxException.class, () -> client.send(keyed));
            assertThat(ofKeyed.attempts()).isEqualTo(3);
            assertThat(ofKeyed.outcome()).isEqualTo(Outcome.UNKNOWN);

            TelnyxException ofOwn = catchThrowableOfType(TelnyxException.class, () -> client.send(own));
            assertThat(ofOwn.attempts()).isEqualTo(1);
            assertThat(ofOwn.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(ofOwn.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        }
    }

    /** A client below the facade, which sends whatever operation it is given. */
    private static final class Flipped implements AutoCloseable {
        private final RawServer server;
        private final ClientResources resources;
        private final ApiClient client;

        Flipped(RawServer server, FakeTime time) {
            this.server = server;
            this.resources = new ClientResources(
                    server.baseUrl(),
                    org.telnyx4j.client.HttpOptions.builder().build(),
                    null,
                    FakeSleeper.source(time),
                    new Telemetry(null, false, List.of()),
                    Map.of());
            CallSettings key = new CallSettings(() -> Fixtures.KEY, Duration.ofSeconds(20), null);
            this.client = new TelnyxClient(resources, CallSettings.merge(key, CallSettings.BUILT_IN), null);
        }

        void send(ApiOperation operation) {
            client.call(ApiRequest.of(operation, MessageResponse.TYPE)
                    .body(Fixtures.message().toBuilder().from(Fixtures.FROM).build())
                    .build());
        }

        /** Returns the different idempotency keys of all requests. */
        List<String> keys() {
            return server.requests().stream()
                    .map(request -> request.header("Idempotency-Key"))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        @Override
        public void close() {
            resources.close();
            server.close();
        }
    }
}
