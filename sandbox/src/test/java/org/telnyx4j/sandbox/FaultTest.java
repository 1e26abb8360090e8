package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.sandbox.TestClient.Answer;
import org.telnyx4j.testing.Threads;

@Timeout(60)
class FaultTest {
    private final TelnyxSandbox sandbox = TelnyxSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aStatusFailsOneRequestWithoutCarryingItOut() throws IOException {
        sandbox.failNext(Fault.status(503));

        Answer failed = client.sendText("Hello");
        Answer next = client.sendText("Hello");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.error().get("code").textValue()).isEqualTo("10007");
        assertThat(failed.header("x-request-id"))
                .isEqualTo(sandbox.requests().get(0).requestId());
        assertThat(next.status()).isEqualTo(200);
        assertThat(sandbox.messages().all()).hasSize(1);
        assertThat(sandbox.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 10009", "403 10010", "404 10005", "408 10008", "429 10011", "400 10015", "500 10007"})
    void aStatusComesWithTheCodeThatSuitsIt(String statusAndCode) throws IOException {
        int status = Integer.parseInt(statusAndCode.substring(0, 3));
        sandbox.failNext(Fault.status(status));

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error().get("code").textValue()).isEqualTo(statusAndCode.substring(4));
    }

    @Test
    void anErrorComesWithTheCodeThatWasGiven() throws IOException {
        sandbox.failNext(Fault.error(403, "40318").header("X-Extra", "yes"));

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("code").textValue()).isEqualTo("40318");
        assertThat(answer.header("x-extra")).isEqualTo("yes");
    }

    @Test
    void aRateLimitSaysWhenToComeBack() throws IOException {
        sandbox.failNext(Fault.rateLimited(Duration.ofMillis(1500)));

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10011");
        assertThat(answer.header("retry-after")).isEqualTo("2");
        assertThat(answer.header("x-ratelimit-reset")).isEqualTo("2");
        assertThat(answer.header("x-ratelimit-remaining")).isEqualTo("0");
    }

    @Test
    void aGatewayAnswersInItsOwnWords() throws IOException {
        sandbox.failNext(Fault.answer(502, "text/html", "<h1>Bad gateway</h1>"));

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(new String(answer.response().body(), StandardCharsets.UTF_8)).isEqualTo("<h1>Bad gateway</h1>");
        assertThat(answer.response().headers().firstValue("x-request-id")).isEmpty();
    }

    @Test
    void aGatewayCanFailAfterTheRequestWasCarriedOut() throws IOException {
        sandbox.failNext(Fault.status(502).afterCarryingOut());

        assertThat(client.sendText("Hello").status()).isEqualTo(502);

        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void anAnswerCanBeEmptyAndStillBeASuccess() throws IOException {
        sandbox.failNext(Fault.answer(200, "application/json", "").afterCarryingOut());

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEmpty();
        assertThat(sandbox.messages().all()).hasSize(1);
    }

    static Stream<Fault> brokenConnections() {
        return Stream.of(
                Fault.connectionClosed(), Fault.connectionReset(), Fault.malformedResponse(), Fault.truncatedBody());
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void aBrokenConnectionReachesTheCallerAndTheNextRequestSucceeds(Fault fault) throws IOException {
        sandbox.failNext(fault.on("POST", "/messages"));

        assertThatThrownBy(() -> client.sendText("Hello")).isInstanceOf(IOException.class);

        assertThat(sandbox.pendingFaults()).isZero();
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(client.sendText("Hello").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void aBrokenConnectionCanComeAfterTheRequestWasCarriedOut(Fault fault) {
        sandbox.failNext(fault.afterCarryingOut());

        assertThatThrownBy(() -> client.sendText("Hello")).isInstanceOf(IOException.class);

        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void aBrokenConnectionAloneCarriesNothingOut() {
        sandbox.failNext(Fault.connectionClosed());
        sandbox.failNext(Fault.connectionReset());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.sendText("Hello")).isInstanceOf(IOException.class);
        }

        assertThat(sandbox.messages().all()).isEmpty();
    }

    @Test
    void aClosedConnectionEndsWithoutAByte() throws IOException {
        sandbox.failNext(Fault.connectionClosed());

        assertThat(rawAnswer()).isEmpty();
    }

    @Test
    void aResetConnectionIsReallyReset() {
        sandbox.failNext(Fault.connectionReset());

        assertThatThrownBy(this::rawAnswer).isInstanceOf(SocketException.class);
    }

    @Test
    void aMalformedResponseIsNotHttp() throws IOException {
        sandbox.failNext(Fault.malformedResponse());

        assertThat(rawAnswer()).isNotEmpty().doesNotStartWith("HTTP/");
    }

    @Test
    void aTruncatedBodyStopsHalfwayToWhatItsLengthPromises() throws IOException {
        sandbox.failNext(Fault.truncatedBody());

        String[] headAndBody = rawAnswer().split("\r\n\r\n", 2);

        assertThat(headAndBody[0]).startsWith("HTTP/1.1 200");
        int promised = Integer.parseInt(headAndBody[0].replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        assertThat(headAndBody[1]).hasSize(promised / 2).startsWith("{\"data\":{");
    }

    @Test
    void aLateAnswerIsCarriedOutAtOnce() throws InterruptedException {
        sandbox.failNext(Fault.delayed(Duration.ofHours(1)));

        CompletableFuture<Answer> answer = client.sendAsync(
                client.postRequest("/messages", TestClient.textBody("Hello")).build());

        Threads.await("the message is accepted", () -> !sandbox.messages().all().isEmpty());
        assertThat(answer).isNotDone();
    }

    @Test
    void aDelayedAnswerComesInTheEnd() throws IOException {
        sandbox.failNext(Fault.delayed(Duration.ofMillis(200)));
        long start = System.nanoTime();

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aStalledRequestGetsNoAnswerAndIsNotCarriedOut() throws IOException, InterruptedException {
        sandbox.failNext(Fault.stalled());

        CompletableFuture<Answer> stalled = client.sendAsync(
                client.postRequest("/messages", TestClient.textBody("Stalled")).build());
        Threads.await("the fault has happened", () -> sandbox.pendingFaults() == 0);
        client.sendText("Served");

        assertThat(stalled).isNotDone();
        assertThat(sandbox.requests()).hasSize(2);
        assertThat(sandbox.messages().all())
                .extracting(message -> message.text().orElseThrow())
                .containsExactly("Served");
    }

    @Test
    void aTrickledAnswerComesWholeButSlowly() throws IOException {
        sandbox.failNext(Fault.trickled(Duration.ofMillis(300), 3));
        long start = System.nanoTime();

        Answer answer = client.sendText("Hello 👋");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("text").textValue()).isEqualTo("Hello 👋");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void aTrickledAnswerStartsLongBeforeItEnds() throws IOException {
        sandbox.failNext(Fault.trickled(Duration.ofMinutes(3), 100_000));

        try (Socket socket = openWithRequest()) {
            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void aFaultHitsAsManyRequestsAsItWasToldTo() throws IOException {
        sandbox.failNext(Fault.status(500).times(2));
        sandbox.failNext(Fault.status(503));
        assertThat(sandbox.pendingFaults()).isEqualTo(3);

        assertThat(client.sendText("1").status()).isEqualTo(500);
        assertThat(client.sendText("2").status()).isEqualTo(500);
        assertThat(client.sendText("3").status()).isEqualTo(503);
        assertThat(client.sendText("4").status()).isEqualTo(200);

        assertThat(sandbox.pendingFaults()).isZero();
    }

    @Test
    void aFaultHitsOnlyTheMethodAndPathThatItIsFor() throws IOException {
        sandbox.failNext(Fault.status(500).on("get", "/messages"));
        sandbox.failNext(Fault.status(501).on("POST", "/messages/schedule"));
        sandbox.failNext(Fault.status(502).on("POST", "/mess"));

        assertThat(client.sendText("Hello").status()).isEqualTo(200);
        assertThat(client.post("/messages/schedule", "{}").status()).isEqualTo(501);
        assertThat(client.get("/messages/some-id").status()).isEqualTo(500);

        assertThat(sandbox.pendingFaults()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aResponseBreaksOffWhereItIsToldTo(Cut place) throws IOException {
        sandbox.failNext(Fault.cut(place));

        String received = rawAnswer();

        assertThat(sandbox.messages().all()).hasSize(1);
        switch (place) {
            case BEFORE_STATUS -> assertThat(received).isEmpty();
            case IN_STATUS -> assertThat(received).isEqualTo("HTTP/1.1 2");
            case IN_HEADERS ->
                assertThat(received).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("\r\n\r\n");
            case BEFORE_BODY -> assertThat(received).endsWith("\r\n\r\n");
            case IN_BODY -> assertThat(received).contains("\r\n\r\n{").doesNotEndWith("}}");
            case BEFORE_LAST_BYTE -> assertThat(received).endsWith("}");
        }
    }

    @Test
    void aLostResponseIsCarriedOut() {
        sandbox.failNext(Fault.responseLost());

        assertThatThrownBy(() -> client.sendText("Hello")).isInstanceOf(IOException.class);

        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void aResponseCanComeTwice() throws IOException {
        sandbox.failNext(Fault.sentTwice());

        try (Socket socket = openWithRequest()) {
            socket.shutdownOutput();
            String received = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(received.split("HTTP/1.1 200 OK", -1)).hasSize(3);
        }
        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void aBodyCanBeGluedToItself() throws IOException {
        sandbox.failNext(Fault.gluedBody());

        String body = new String(client.sendText("Hello").response().body(), StandardCharsets.UTF_8);

        String half = body.substring(0, body.length() / 2);
        assertThat(body).isEqualTo(half + half);
        assertThat(TestClient.parse(half).get("data").get("text").textValue()).isEqualTo("Hello");
    }

    @Test
    void aBodyCanBeCompressedThoughNobodyAskedForIt() throws IOException {
        sandbox.failNext(Fault.gzipped());

        Answer answer = client.sendText("Hello");

        assertThat(answer.header("content-encoding")).isEqualTo("gzip");
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Hello");
        }
    }

    @Test
    void aRateLimitCanKeepToItselfWhenToComeBack() throws IOException {
        sandbox.failNext(Fault.rateLimited());

        Answer answer = client.sendText("Hello");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void aFaultCanHitAShareOfTheRequestsTheSameInEachRun() throws IOException {
        List<Integer> hit = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            sandbox.reset();
            sandbox.failNext(Fault.status(503).share(0.25));
            hit.clear();
            for (int i = 0; i < 40; i++) {
                if (client.get("/messaging_profiles").status() == 503) {
                    hit.add(i);
                }
            }
        }
        List<Integer> first = List.copyOf(hit);
        assertThat(first).hasSizeBetween(4, 18);
        assertThat(sandbox.pendingFaults()).isZero();

        sandbox.clearFaults();
        assertThat(client.get("/messaging_profiles").status()).isEqualTo(200);

        sandbox.failNext(Fault.status(503).share(0.25));
        for (int i : IntStream.range(0, 40).toArray()) {
            assertThat(client.get("/messaging_profiles").status() == 503).isEqualTo(first.contains(i));
        }
    }

    @Test
    void aFaultCanBeForOneOperation() throws IOException {
        sandbox.failNext(Fault.status(500).onOperation("retrieveMessage"));
        sandbox.failNext(Fault.status(502).on(MessagesApi.SCHEDULE_MESSAGE));

        assertThat(client.sendText("Hello").status()).isEqualTo(200);
        assertThat(client.post("/messages/schedule", "{}").status()).isEqualTo(502);
        assertThat(client.get("/messages/some-id").status()).isEqualTo(500);
        assertThatThrownBy(() -> Fault.status(500).onOperation("fly")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.status(500).share(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaultThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Fault.status(200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.error(600, "10007")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.answer(99, "text/plain", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.status(500).times(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.status(500).on("GET", "messages")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.delayed(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.delayed(Duration.ofDays(2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.trickled(Duration.ofSeconds(1), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.connectionReset().header("a", "b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFaultSaysWhatItDoes() {
        assertThat(Fault.status(503).times(2).on("POST", "/messages"))
                .hasToString("Fault[answer 503 without carrying out, 2 times, on POST /messages]");
    }

    private String rawAnswer() throws IOException {
        try (Socket socket = openWithRequest()) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket openWithRequest() throws IOException {
        byte[] body = TestClient.textBody("Hello").getBytes(StandardCharsets.UTF_8);
        String head = "POST /v2/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sandbox.apiKey()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }
}
