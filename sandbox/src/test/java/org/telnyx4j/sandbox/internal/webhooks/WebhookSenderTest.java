package org.telnyx4j.sandbox.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.CallSpeakStartedPayload;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxDelivery.Result;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

class WebhookSenderTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final Timeline timeline = Timeline.manual(START);
    private final WebhookSigner signer = WebhookSigner.generate();
    private final WebhookSender sender = new WebhookSender(timeline, signer);
    private final WebhookSender impatient = new WebhookSender(timeline, signer, SHORT);

    @AfterEach
    void close() {
        sender.close();
        impatient.close();
        timeline.close();
    }

    @Test
    void anEventArrivesSignedWithTheHeadersAndTheEnvelopeOfTelnyx() {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(200, ""));
            String url = url(receiver.port()) + "/hooks?token=a%20b";

            String id =
                    sender.emit(draft("Grüße \"du\" 👋", Targets.of(url, null))).id();
            timeline.awaitIdle(LIMIT);

            ReceivedRequest request = receiver.last();
            assertThat(request.requestLine()).isEqualTo("POST /hooks?token=a%20b HTTP/1.1");
            assertThat(request.header("content-type")).isEqualTo("application/json");
            assertThat(request.header("user-agent")).isEqualTo("telnyx-webhooks");
            assertThat(request.header("telnyx-timestamp")).isEqualTo(Long.toString(START.getEpochSecond()));
            assertThat(request.body())
                    .isEqualTo("{\"data\":{\"event_type\":\"message.sent\",\"id\":\"" + id
                            + "\",\"occurred_at\":\"2026-03-01T12:00:00.25Z\","
                            + "\"payload\":{\"id\":\"m-1\",\"text\":\"Grüße \\\"du\\\" 👋\"},\"record_type\":\"event\"},"
                            + "\"meta\":{\"attempt\":1,\"delivered_to\":\"" + url + "\"}}");
            WebhookVerifier verifier = WebhookVerifier.builder()
                    .publicKey(signer.publicKey())
                    .clock(Clock.fixed(START, ZoneOffset.UTC))
                    .build();
            assertThat(verifier.isValid(
                            request.bodyBytes(),
                            request.header("telnyx-signature-ed25519"),
                            request.header("telnyx-timestamp")))
                    .isTrue();
            assertThat(sender.deliveries()).singleElement().satisfies(delivery -> {
                assertThat(delivery.result()).isEqualTo(Result.DELIVERED);
                assertThat(delivery.httpStatus()).contains(200);
                assertThat(delivery.body()).isEqualTo(request.body());
                assertThat(delivery.duration()).isPresent();
                assertThat(delivery.nextTryAt()).isEmpty();
            });
        }
    }

    @Test
    void threeTriesGoToTheUrlAndThenThreeToTheFailoverUrl() {
        try (ScriptedServer first = ScriptedServer.start();
                ScriptedServer second = ScriptedServer.start()) {
            first.otherwise(Response.of(500, "no"));
            second.then(404, "").then(429, "").otherwise(Response.of(204, ""));

            sender.emit(draft("Hi", Targets.of(url(first.port()) + "/a", url(second.port()) + "/b")));
            timeline.advance(Duration.ofMinutes(1), LIMIT);

            assertThat(sender.deliveries())
                    .extracting(
                            SandboxDelivery::url,
                            SandboxDelivery::attempt,
                            SandboxDelivery::result,
                            delivery -> delivery.httpStatus().orElseThrow(),
                            delivery -> Duration.between(START, delivery.startedAt())
                                    .toSeconds(),
                            delivery -> delivery.nextTryAt()
                                    .map(next -> Duration.between(START, next).toSeconds())
                                    .orElse(-1L))
                    .containsExactly(
                            tuple(url(first.port()) + "/a", 1, Result.REFUSED, 500, 0L, 1L),
                            tuple(url(first.port()) + "/a", 2, Result.REFUSED, 500, 1L, 3L),
                            tuple(url(first.port()) + "/a", 3, Result.REFUSED, 500, 3L, 3L),
                            tuple(url(second.port()) + "/b", 1, Result.REFUSED, 404, 3L, 4L),
                            tuple(url(second.port()) + "/b", 2, Result.REFUSED, 429, 4L, 6L),
                            tuple(url(second.port()) + "/b", 3, Result.DELIVERED, 204, 6L, -1L));
            assertThat(sender.deliveries())
                    .extracting(SandboxDelivery::eventId)
                    .containsOnly(sender.events().get(0).id());
            assertThat(second.requests().get(1).body())
                    .contains("\"attempt\":2,\"delivered_to\":\"" + url(second.port()));
        }
    }

    @Test
    void aCallsOwnRetriesTakeThePlaceOfTheUsualOnes() {
        Targets targets = Targets.of(ClosedPort.url() + "/dead")
                .withRetries(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3)));

        sender.emit(draft("Hi", targets));
        timeline.advance(Duration.ofSeconds(1), LIMIT);

        assertThat(sender.deliveries())
                .extracting(SandboxDelivery::result)
                .containsExactly(Result.UNREACHABLE, Result.UNREACHABLE, Result.UNREACHABLE, Result.UNREACHABLE);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(307, "", "Location: " + url(receiver.port()) + "/other"));

            sender.emit(draft("Hi", Targets.of(url(receiver.port()) + "/first", null)));
            timeline.awaitIdle(LIMIT);

            assertThat(receiver.requests()).extracting(ReceivedRequest::path).containsExactly("/first");
            assertThat(sender.deliveries().get(0).result()).isEqualTo(Result.REFUSED);
        }
    }

    @Test
    void aReceiverThatNeverRespondsTimesOutAndHoldsNobodyUp() throws IOException {
        try (RawServer silent = RawServer.start(RawServer.Connection::ignore)) {
            impatient.emit(draft("Hi", Targets.of(silent.baseUrl(), null)));
            timeline.awaitIdle(LIMIT);

            SandboxDelivery delivery = impatient.deliveries().get(0);
            assertThat(delivery.result()).isEqualTo(Result.TIMED_OUT);
            assertThat(delivery.httpStatus()).isEmpty();
            assertThat(delivery.duration().orElseThrow()).isGreaterThanOrEqualTo(SHORT);
            assertThat(delivery.nextTryAt()).contains(START.plusSeconds(1));
        }
    }

    @Test
    void aHeadThatTricklesTimesOutAndABodyThatTricklesDoesNot() throws IOException {
        try (RawServer slowHead = RawServer.start(connection -> {
                    connection.read();
                    connection.trickle("HTTP/1.1 200 OK\r\nx-slow: " + "x".repeat(500) + "\r\n\r\n", 20);
                });
                RawServer slowBody = RawServer.start(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n");
                    connection.trickle("x".repeat(500), 20);
                });
                // Patient enough for the head that comes at once, also on a busy machine; the others take ten seconds.
                WebhookSender patient = new WebhookSender(timeline, signer, Duration.ofSeconds(4))) {
            patient.emit(draft("Hi", Targets.of(slowHead.baseUrl(), null)));
            patient.emit(draft("Hi", Targets.of(slowBody.baseUrl(), null)));
            timeline.awaitIdle(LIMIT);

            assertThat(patient.deliveries())
                    .extracting(SandboxDelivery::result)
                    .containsExactlyInAnyOrder(Result.TIMED_OUT, Result.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
                "HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nuntil the end",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n"
            })
    void everyFormOfASuccessIsOne(String response) throws IOException {
        try (RawServer receiver = RawServer.answering(response)) {
            sender.emit(draft("Hi", Targets.of(url(receiver.port()), null)));
            timeline.awaitIdle(LIMIT);

            assertThat(sender.deliveries().get(0).result()).isEqualTo(Result.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 200 OK\r\n", "HTTP/2 200\r\n\r\n"})
    void whatIsNoHttpIsNoSuccess(String response) throws IOException {
        try (RawServer receiver = RawServer.answering(response)) {
            impatient.emit(draft("Hi", Targets.of(url(receiver.port()), null)));
            timeline.awaitIdle(LIMIT);

            assertThat(impatient.deliveries().get(0).result()).isNotEqualTo(Result.DELIVERED);
            assertThat(impatient.deliveries().get(0).httpStatus()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://no host/", "nonsense", "http://localhost:99999/", "mailto:a@example.com", "http:///x"})
    void aUrlThatIsNoneIsUnreachable(String url) {
        sender.emit(draft("Hi", Targets.of(url, null)));
        timeline.awaitIdle(LIMIT);

        assertThat(sender.deliveries().get(0).result()).isEqualTo(Result.UNREACHABLE);
    }

    @Test
    void withoutAUrlAnEventIsKeptAndNotSent() {
        sender.emit(draft("Hi", Targets.NONE));
        sender.emit(draft("Hi", Targets.of(" ", null)));
        timeline.awaitIdle(LIMIT);

        assertThat(sender.events()).hasSize(2);
        assertThat(sender.deliveries()).isEmpty();
        String id = sender.events().get(0).id();
        assertThatThrownBy(() -> sender.redeliver(id)).hasMessageContaining("no URL");
        assertThatThrownBy(() -> sender.redeliver("none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPastEventIsDeliveredAgainWithItsId() {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(200, ""));
            String id = sender.emit(draft("Hi", Targets.of(url(receiver.port()), null)))
                    .id();
            timeline.awaitIdle(LIMIT);
            timeline.advance(Duration.ofHours(1), LIMIT);

            sender.redeliver(id);
            timeline.awaitIdle(LIMIT);

            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests())
                    .extracting(ReceivedRequest::body)
                    .containsOnly(receiver.last().body());
            assertThat(receiver.last().header("telnyx-timestamp"))
                    .isEqualTo(Long.toString(START.plusSeconds(3600).getEpochSecond()));
        }
    }

    @Test
    void eventsForOneReceiverKeepTheirOrder() {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(200, ""));
            IntStream.range(0, 200)
                    .forEach(i -> sender.emit(draft("n" + i, Targets.of(url(receiver.port()) + "/" + i, null))));
            timeline.awaitIdle(LIMIT);

            assertThat(receiver.requests())
                    .extracting(ReceivedRequest::path)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).mapToObj(i -> "/" + i).toList());
        }
    }

    @Test
    void aReceiverThatWaitsForTheNextEventGetsIt() throws IOException {
        CountDownLatch second = new CountDownLatch(1);
        try (RawServer receiver = RawServer.start(RawServer.toEach((request, connection) -> {
            if (request.path().equals("/2")) {
                second.countDown();
            }
            boolean came = second.await(30, TimeUnit.SECONDS);
            connection.send(Response.of(came ? 200 : 500, "", "connection: close"));
        }))) {
            sender.emit(draft("Hi", Targets.of(url(receiver.port()) + "/1", null)));
            sender.emit(draft("Hi", Targets.of(url(receiver.port()) + "/2", null)));
            timeline.awaitIdle(LIMIT);

            assertThat(sender.deliveries()).hasSize(2);
            assertThat(sender.deliveries()).extracting(SandboxDelivery::result).containsOnly(Result.DELIVERED);
        }
    }

    @Test
    void disorderSendsCopiesLateAndOutOfOrder() {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(200, ""));
            sender.disorder(WebhookDisorder.NONE
                    .copies(3)
                    .lateBy(Duration.ofSeconds(10), 7)
                    .concurrent());
            IntStream.range(0, 20)
                    .forEach(i -> sender.emit(draft("n" + i, Targets.of(url(receiver.port()) + "/" + i, null))));

            timeline.awaitIdle(LIMIT);
            int atOnce = receiver.requests().size();
            timeline.advance(Duration.ofSeconds(10), LIMIT);

            List<String> inOrder =
                    IntStream.range(0, 60).mapToObj(i -> "/" + i / 3).toList();
            assertThat(atOnce).isLessThan(10);
            assertThat(receiver.requests())
                    .extracting(ReceivedRequest::path)
                    .containsExactlyInAnyOrderElementsOf(inOrder)
                    .isNotEqualTo(inOrder);
        }
    }

    @Test
    void nothingPrivateIsLoggedOrPrinted() {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLoggerName() + " " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(500, "secret words"));
            sender.emit(draft("secret words", Targets.of(url(receiver.port()) + "/secret-token", null)));
            timeline.advance(Duration.ofMinutes(1), LIMIT);
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }

        assertThat(sender.deliveries()).hasSize(3);
        assertThat(logged).noneMatch(line -> line.contains("secret"));
        assertThat(sender.deliveries().toString() + sender.events() + Targets.of("http://x/secret", null))
                .doesNotContain("secret");
    }

    @Test
    void closingEndsWhatIsUnderWay() throws IOException, InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer silent = RawServer.start(connection -> {
            arrived.countDown();
            connection.awaitClose();
            closed.countDown();
        })) {
            // Two minutes: it is closing, not the deadline, that ends the try.
            WebhookSender patient = new WebhookSender(timeline, signer, Duration.ofMinutes(2));
            patient.emit(draft("Hi", Targets.of(silent.baseUrl(), null)));
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

            patient.close();

            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(patient.deliveries()).hasSize(1);
        }
    }

    @Test
    void whatWasForgottenIsNotDeliveredAnyMore() {
        String dead = ClosedPort.url();
        sender.emit(draft("Hi", Targets.of(dead, null)));
        timeline.awaitIdle(LIMIT);

        sender.clear();
        timeline.advance(Duration.ofMinutes(1), LIMIT);

        assertThat(sender.events()).isEmpty();
        assertThat(sender.deliveries()).isEmpty();
    }

    @Test
    void onRealTimeWaitingForIdleWaitsForTheLastTry() {
        try (Timeline real = Timeline.realTime();
                WebhookSender realSender = new WebhookSender(real, signer)) {
            Targets targets =
                    Targets.of(ClosedPort.url()).withRetries(List.of(Duration.ofMillis(300), Duration.ofMillis(300)));
            realSender.emit(new EventDraft(
                    "call.speak.started",
                    CallSpeakStartedPayload.builder().callControlId("v3:x").build(),
                    targets));

            real.awaitIdle(LIMIT);

            assertThat(realSender.deliveries()).hasSize(3);
        }
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static EventDraft draft(String text, Targets targets) {
        return new EventDraft(
                "message.sent", MessagePayload.builder().id("m-1").text(text).build(), targets);
    }
}
