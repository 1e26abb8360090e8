package org.telnyx4j.wire.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;

class HedgedCommandsTest {
    private static final CallControlId LEG = CallControlId.of("v3:leg");
    private static final String DONE = RawServer.json(200, "{\"data\":{\"result\":\"ok\"}}");
    private static final RetryOptions HEDGED = RetryOptions.builder()
            .maxRetries(0)
            .hedgeCallCommands(Duration.ofMillis(30))
            .build();

    /** Does to the first request one thing, and to the second another. */
    private static RawServer.Handler first(RawServer.Handler one, RawServer.Handler two) {
        AtomicInteger requests = new AtomicInteger();
        return connection -> {
            while (connection.read() != null) {
                (requests.incrementAndGet() == 1 ? one : two).handle(connection);
            }
        };
    }

    private static final RawServer.Handler SILENT = RawServer.Connection::awaitClose;

    private static RawServer.Handler answer(String answer) {
        return connection -> connection.send(answer);
    }

    @Test
    void theSecondRequestGoesOutOnAnotherConnectionAndItsAnswerIsTaken() throws Exception {
        try (RawServer server = RawServer.start(first(SILENT, answer(DONE)));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            assertThat(telnyx.calls().hangUp(LEG).status()).hasValue("ok");

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests().stream().map(ReceivedRequest::body).distinct())
                    .hasSize(1);
            Threads.await("the first request is given up", () -> server.openConnections() == 1);
            // Neither of the two has spoilt anything for the next.
            assertThat(telnyx.calls().hangUp(LEG).status()).hasValue("ok");
            assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void anAnswerInTimeKeepsTheSecondRequestFromBeingSent() throws Exception {
        try (RawServer server = RawServer.answering(DONE);
                Telnyx telnyx = client(server)
                        .retries(RetryOptions.builder()
                                .hedgeCallCommands(Duration.ofSeconds(15))
                                .build())
                        .build()) {
            telnyx.calls().hangUp(LEG);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatCarriesNoCommandIdIsNeverHedged() throws Exception {
        isNotHedged(telnyx -> telnyx.messages().send(message()));
        isNotHedged(telnyx -> telnyx.messages().retrieve("id"));
    }

    /** Holds the response back until a command that began later has been sent a second time. */
    private static void isNotHedged(Function<Telnyx, ?> call) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch hedged = new CountDownLatch(1);
        AtomicInteger commands = new AtomicInteger();
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    if (!isCommand(request)) {
                        arrived.countDown();
                        hedged.await();
                        connection.send(RawServer.json(200, SENT));
                    } else if (commands.incrementAndGet() == 1) {
                        connection.awaitClose();
                    } else {
                        connection.send(DONE);
                        hedged.countDown();
                    }
                }));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            Threads.Running running = Threads.start(() -> call.apply(telnyx));
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            telnyx.calls().hangUp(LEG);

            assertThat(running.join().succeeded()).isTrue();
            assertThat(commands).hasValue(2);
            assertThat(server.requests())
                    .filteredOn(request -> !isCommand(request))
                    .hasSize(1);
        }
    }

    private static boolean isCommand(ReceivedRequest request) {
        return request.path().contains("/actions/");
    }

    @Test
    void aFailureThatWouldBeRepeatedWaitsForTheOtherAnswer() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        try (RawServer server = RawServer.start(first(
                        connection -> {
                            failed.await();
                            connection.send(DONE);
                        },
                        connection -> {
                            connection.send(RawServer.json(503, ""));
                            failed.countDown();
                        }));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            assertThat(telnyx.calls().hangUp(LEG).status()).hasValue("ok");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusalIsTakenAndTheOtherRequestLeavesTheOutcomeOpen() throws Exception {
        try (RawServer server = RawServer.start(first(SILENT, answer(RawServer.json(422, ""))));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.calls().hangUp(LEG));
            assertThat(error.httpStatus()).hasValue(422);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.attempts()).isEqualTo(2);
        }
    }

    @Test
    void bothFailuresMakeOneError() throws Exception {
        CountDownLatch limited = new CountDownLatch(1);
        try (RawServer server = RawServer.start(first(
                        connection -> {
                            limited.await();
                            connection.send(RawServer.json(503, ""));
                        },
                        connection -> {
                            connection.send(RawServer.json(429, ""));
                            limited.countDown();
                        }));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.calls().hangUp(LEG));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.attempts()).isEqualTo(2);
            assertThat(error.commandId()).isPresent();
        }
    }

    @Test
    void anInterruptEndsBoth() throws Exception {
        try (RawServer server = RawServer.start(first(SILENT, SILENT));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            Threads.Running call = Threads.start(() -> telnyx.calls().hangUp(LEG));
            server.awaitRequest();
            server.awaitRequest();
            TelnyxNetworkException error = call.interrupt().thrown(TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(call.interruptedAfterwards()).isTrue();
            Threads.await("both connections are cut", () -> server.openConnections() == 0);
        }
    }

    @Test
    void theDeadlineEndsBoth() throws Exception {
        try (RawServer server = RawServer.start(first(SILENT, SILENT));
                Telnyx telnyx = client(server)
                        .retries(HEDGED)
                        .timeout(Duration.ofSeconds(3))
                        .build()) {
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.calls().hangUp(LEG));
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            Threads.await("both connections are cut", () -> server.openConnections() == 0);
        }
    }

    @Test
    void noThreadOutlivesTheClient() throws IOException, InterruptedException {
        try (RawServer server = RawServer.start(first(SILENT, answer(DONE)));
                Telnyx telnyx = client(server).retries(HEDGED).build()) {
            telnyx.calls().hangUp(LEG);
        }
        Threads.await(
                "the threads have ended",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("telnyx4j-hedge")));
    }

    @Test
    void bothRequestsAreSpansBelowTheOperation() throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
        try (sdk;
                RawServer server = RawServer.start(first(SILENT, answer(DONE)));
                Telnyx telnyx =
                        client(server).retries(HEDGED).openTelemetry(sdk).build()) {
            telnyx.calls().hangUp(LEG);
            Threads.await(
                    "all spans have ended",
                    () -> exporter.getFinishedSpanItems().size() == 3);
            List<SpanData> spans = exporter.getFinishedSpanItems();
            SpanData operation = spans.stream()
                    .filter(span -> span.getKind() == SpanKind.INTERNAL)
                    .findFirst()
                    .orElseThrow();
            List<SpanData> requests = spans.stream()
                    .filter(span -> span.getKind() == SpanKind.CLIENT)
                    .toList();
            assertThat(requests)
                    .hasSize(2)
                    .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(operation.getSpanId()));
            // On a busy machine the second may overtake the first, so each is looked for by itself.
            assertThat(requests)
                    .extracting(span -> span.getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
                    .containsExactlyInAnyOrder(null, 1L);
            assertThat(requests)
                    .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .containsExactlyInAnyOrder(null, "cancelled");
        }
    }
}
