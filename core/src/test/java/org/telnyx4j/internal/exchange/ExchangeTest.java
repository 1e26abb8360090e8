package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** The chain of steps as a whole, with a server. */
class ExchangeTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();
    private static final ThingRequest WITH_COMMAND_ID =
            ThingRequest.builder().commandId("c1").text("Hello there").build();
    private static final String OK = "{\"text\":\"yes\"}";

    private static RawServer answering(int... statuses) throws IOException {
        AtomicInteger next = new AtomicInteger();
        return RawServer.start(RawServer.answeringWith(request -> {
            int index = next.getAndIncrement();
            int status = index < statuses.length ? statuses[index] : 200;
            return RawServer.json(status, status == 200 ? OK : "", "x-request-id: r" + index);
        }));
    }

    private static TelnyxException failure(ThrowingCallable call) {
        TelnyxException error = catchThrowableOfType(TelnyxException.class, call);
        assertThat(error).isNotNull();
        return error;
    }

    @Test
    void aCallIsSentOnceWithKeyHeadersAndBody() throws IOException {
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            ApiResponse<ThingRequest> response = clients.send(
                    Clients.CREATION,
                    BODY,
                    RequestOptions.builder().header("X-Own", "1").build());

            assertThat(response.data().get("text")).isEqualTo("yes");
            assertThat(response.requestId()).hasValue("r0");
            assertThat(response.attempts()).isEqualTo(1);
            ReceivedRequest request = server.requests().get(0);
            assertThat(request.requestLine()).startsWith("POST /v2/things ");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + Clients.KEY);
            assertThat(request.header("Accept")).isEqualTo("application/json");
            assertThat(request.header("User-Agent")).startsWith("telnyx4j/");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("X-Own")).isEqualTo("1");
            assertThat(request.header("Idempotency-Key")).isNull();
            assertThat(request.body()).isEqualTo("{\"text\":\"Hello there\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Idempotency.class)
    void theConstantOfAnOperationDecidesWhetherItIsRepeated(Idempotency idempotency) throws IOException {
        ApiOperation operation = Clients.operation("POST", "/things", idempotency);
        try (RawServer server = answering(503, 503);
                Clients clients = new Clients(server)) {
            if (idempotency == Idempotency.NOT_IDEMPOTENT) {
                TelnyxException error = failure(() -> clients.send(operation, WITH_COMMAND_ID));
                assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
                assertThat(error).hasMessageContaining("look for the thing before creating another");
                assertThat(server.requests()).hasSize(1);
            } else {
                assertThat(clients.send(operation, WITH_COMMAND_ID).attempts()).isEqualTo(3);
                assertThat(server.requests()).hasSize(3);
            }
        }
    }

    @Test
    void aCommandWithoutACommandIdIsNotRepeated() throws IOException {
        for (ThingRequest body :
                List.of(BODY, ThingRequest.builder().commandId(" ").build())) {
            try (RawServer server = answering(503);
                    Clients clients = new Clients(server)) {
                TelnyxException error = failure(() -> clients.send(Clients.COMMAND, body));
                assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
                assertThat(error.commandId()).isEmpty();
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void theBodyStaysTheSameAndTheKeyIsAskedForAnew() throws IOException {
        try (RawServer server = answering(503, 502);
                Clients clients = new Clients(server)) {
            clients.send(Clients.COMMAND, WITH_COMMAND_ID);
            assertThat(server.requests().stream().map(ReceivedRequest::body).distinct())
                    .hasSize(1);
            assertThat(clients.time().sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
            assertThat(clients.keysAsked()).isEqualTo(3);
        }
    }

    @Test
    void theErrorOfACommandHasItsIdAndTheErrorsBefore() throws IOException {
        try (RawServer server = answering(503, 502, 500);
                Clients clients = new Clients(server)) {
            TelnyxException error = failure(() -> clients.send(Clients.COMMAND, WITH_COMMAND_ID));
            assertThat(error.attempts()).isEqualTo(3);
            assertThat(error.commandId()).hasValue("c1");
            assertThat(error.getSuppressed()).hasSize(2);
            assertThat(error).hasMessageContaining("within 60 s with the same command_id");
        }
    }

    @Test
    void aLookupIsRepeatedAndItsErrorHasNoOutcomeSentence() throws IOException {
        try (RawServer server = answering(503, 503, 503);
                Clients clients = new Clients(server)) {
            assertThat(failure(() -> clients.lookUp("1")))
                    .hasMessage("things.get failed after 3 attempts: HTTP 503, no error details in the response. "
                            + "Try again, with a wait that grows from try to try. Request id: r2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505})
    void whatTheServerCannotDoIsNotRepeatedAndNotAdvised(int status) throws IOException {
        try (RawServer server = answering(status);
                Clients clients = new Clients(server)) {
            assertThat(failure(() -> clients.lookUp("1")).advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {507, 520, 522, 524, 530})
    void whatAGatewayFailsAtIsRepeatedAndAdvised(int status) throws IOException {
        try (RawServer server = answering(status, status, status);
                Clients clients = new Clients(server)) {
            assertThat(failure(() -> clients.lookUp("1")).advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatIsNoneIsRefusedBeforeAnythingIsSent(String id) throws IOException {
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            TelnyxValidationException error =
                    catchThrowableOfType(TelnyxValidationException.class, () -> clients.lookUp(id));
            assertThat(error.field()).hasValue("id");
            assertThat(error.operation()).isEqualTo("things.get");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aBodyThatBreaksARuleIsRefusedBeforeAnythingIsSent() throws IOException {
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            ThingRequest eleven = ThingRequest.builder().count(11).build();
            TelnyxValidationException error =
                    catchThrowableOfType(TelnyxValidationException.class, () -> clients.send(Clients.CREATION, eleven));
            assertThat(error.field()).hasValue("count");
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in</html>", "", "null", "[]", "\"ok\"", "{\"text\":", "\u001f\u008b\u0008"})
    void aSuccessThatTelnyxDoesNotSendProvesNothing(String body) throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(200, body));
                Clients clients = new Clients(server)) {
            TelnyxException error = failure(() -> clients.send(Clients.CREATION, BODY));
            assertThat(error).isInstanceOf(TelnyxApiException.class);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(error)
                    .hasMessageContaining("check the base URL and any proxy, and look for the thing before creating");
            assertThat(failure(() -> clients.lookUp("1")).getMessage()).doesNotContain("carried out");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"204", "200"})
    void whatIsRemovedNeedsNoBody(int status) throws IOException {
        ApiOperation removal = Clients.operation("DELETE", "/things", Idempotency.IDEMPOTENT);
        try (RawServer server = RawServer.answering(RawServer.json(status, ""));
                Clients clients = new Clients(server)) {
            assertThat(clients.send(removal, BODY).data().fieldNames()).isEmpty();
        }
    }

    @Test
    void noErrorRepeatsASensitiveValue() throws IOException {
        String body = "{\"errors\":[{\"code\":\"40302\",\"title\":\"Bad\",\"detail\":\"Hello there is spam\"}]}";
        try (RawServer server = RawServer.answering(RawServer.json(400, body));
                Clients clients = new Clients(server)) {
            assertThat(failure(() -> clients.send(Clients.CREATION, BODY)))
                    .hasMessageStartingWith("things.post failed: HTTP 400, 40302 Bad. It was not carried out;");
        }
    }

    @Test
    void withoutAKeyNothingIsSent() throws IOException {
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            TelnyxException error = failure(() -> clients.send(
                    Clients.CREATION, BODY, RequestOptions.builder().apiKey(" ").build()));
            assertThat(error).isInstanceOf(TelnyxAuthenticationException.class);
            assertThat(error.attempts()).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aClosedClientThrowsATelnyxException() throws IOException {
        try (RawServer server = answering()) {
            Clients clients = new Clients(server);
            clients.closeEarly();
            TelnyxNetworkException error =
                    catchThrowableOfType(TelnyxNetworkException.class, () -> clients.lookUp("1"));
            assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(error.attempts()).isZero();
            assertThat(error).hasMessageContaining("this Telnyx client is closed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closingBetweenTwoAttemptsEndsTheCallWithItsLastError() throws IOException {
        try (RawServer server = answering(503);
                Clients clients = new Clients(server)) {
            clients.time().onSleep(duration -> clients.closeEarly());
            TelnyxException error = failure(() -> clients.send(Clients.COMMAND, WITH_COMMAND_ID));
            assertThat(error.httpStatus()).hasValue(503);
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error).hasMessageContaining("not tried again, as the client was closed");
        }
    }

    @Test
    void aCommandIsHedgedAndTheFirstResponseTaken() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        RetryOptions hedged = RetryOptions.builder()
                .maxRetries(0)
                .hedgeCallCommands(Duration.ofMillis(30))
                .build();
        try (RawServer server = RawServer.start(connection -> {
                    while (connection.read() != null) {
                        if (requests.incrementAndGet() == 1) {
                            connection.awaitClose();
                            return;
                        }
                        connection.send(RawServer.json(200, OK));
                    }
                });
                Clients clients = new Clients(server, hedged, OpenTelemetry.noop())) {
            assertThat(clients.send(Clients.COMMAND, WITH_COMMAND_ID).attempts())
                    .isEqualTo(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anOperationAndEachOfItsRequestsHaveASpan() throws IOException {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        try (RawServer server = answering(503);
                Clients clients = new Clients(server, RetryOptions.defaults(), sdk)) {
            clients.client().operation("things.composite", RequestOptions.none(), operation -> {
                operation.attributes().messageId("m1");
                return operation
                        .client()
                        .call(ApiRequest.of(Clients.COMMAND, ThingRequest.TYPE)
                                .body(WITH_COMMAND_ID)
                                .build());
            });

            assertThat(spans.getFinishedSpanItems().stream().map(SpanData::getName))
                    .containsExactly(
                            "POST /v2/things", "POST /v2/things", "telnyx.things.post", "telnyx.things.composite");
            SpanData step = spans.getFinishedSpanItems().get(2);
            assertThat(step.getAttributes().get(AttributeKey.stringKey("telnyx.call.command_id")))
                    .isEqualTo("c1");
            assertThat(step.getAttributes().get(AttributeKey.longKey("telnyx.retry_count")))
                    .isEqualTo(1);
            SpanData whole = spans.getFinishedSpanItems().get(3);
            assertThat(step.getParentSpanId()).isEqualTo(whole.getSpanId());
            assertThat(whole.getAttributes().get(AttributeKey.stringKey("telnyx.message.id")))
                    .isEqualTo("m1");
            assertThat(whole.getAttributes().get(AttributeKey.stringKey("telnyx.tenant.name")))
                    .isEqualTo("acme");
        }
    }

    @Test
    void theStepsOfACompositeOperationShareItsDeadline() throws IOException {
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            RequestOptions options = RequestOptions.timeout(Duration.ofSeconds(8));
            clients.client().operation("things.composite", options, operation -> {
                clients.time().pass(Duration.ofSeconds(6));
                assertThat(operation.client().settings().timeout()).isLessThanOrEqualTo(Duration.ofSeconds(2));
                assertThat(operation.client(Duration.ofSeconds(1)).settings().timeout())
                        .isEqualTo(Duration.ofSeconds(1));
                return "";
            });
        }
    }

    /** The facade's own method and a generated one come on top. */
    @Test
    void thereAreFewFramesBetweenTheCallerAndHttpClient() throws IOException {
        AtomicReference<StackTraceElement[]> trace = new AtomicReference<>();
        try (RawServer server = answering();
                Clients clients = new Clients(server)) {
            CloseableHttpClient watching = HttpClientBuilder.create()
                    .addRequestInterceptorFirst((request, entity, context) ->
                            trace.set(Thread.currentThread().getStackTrace()))
                    .build();
            ClientResources resources = new ClientResources(
                    server.baseUrl(),
                    HttpOptions.builder().build(),
                    watching,
                    TimeSource.system(),
                    new Telemetry(OpenTelemetry.noop(), true, List.of()),
                    Map.of());
            new TelnyxClient(resources, clients.client().settings(), null)
                    .call(ApiRequest.of(Clients.CREATION, ThingRequest.TYPE)
                            .body(BODY)
                            .build());
            resources.close();
            List<String> ours = Arrays.stream(trace.get())
                    .map(StackTraceElement::getClassName)
                    .filter(name -> name.startsWith("org.telnyx4j.") && !name.contains("Test"))
                    .toList();
            assertThat(ours).hasSizeLessThanOrEqualTo(9);
        }
    }
}
