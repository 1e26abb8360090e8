package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.errors.FailureStage.AWAIT_RESPONSE;
import static org.telnyx4j.errors.FailureStage.READ_BODY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.TO;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;

/** The total deadline holds wherever a server keeps a call waiting, and the pool is whole afterwards. */
class DeadlineTest {
    // The first deadline that is tried. On a busy machine a call may not even get to the server in it: then it is tried
    // with a longer one, up to the last.
    private static final Duration FIRST = Duration.ofMillis(150);
    private static final Duration LAST = Duration.ofSeconds(10);
    // Far more than a call needs to end, for machines that are busy, and far less than the servers would take.
    private static final Duration PROMPT = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned(folder);
        // The first TLS connection of a JVM takes long: no deadline of the tests is to pass over that.
        try (RawServer server = RawServer.startTls(
                        certificates.server(), RawServer.answeringWith(request -> RawServer.json(200, SENT)));
                Telnyx telnyx = trusting(server).build()) {
            telnyx.messages().send(message());
        }
    }

    private final AtomicBoolean isWell = new AtomicBoolean();

    /** Makes connections misbehave until a call has been left at its deadline, and respond from then on. */
    private RawServer.Handler firstThenWell(RawServer.Handler first) {
        RawServer.Handler well = RawServer.answeringWith(request -> RawServer.json(200, SENT));
        return connection -> (isWell.get() ? well : first).handle(connection);
    }

    private static Telnyx.Builder oneConnection(RawServer server) {
        // By its address: on a busy machine, looking the name up can take all of a short deadline.
        return client(server)
                .baseUrl(server.baseUrl().replace("localhost", "127.0.0.1"))
                .http(HttpOptions.builder().maxConnections(1).build());
    }

    /** Returns how a call ends at its deadline, when it had got as far as to a stage. */
    private TelnyxException left(FailureStage stage, Function<RequestOptions, ?> call) {
        for (Duration deadline = FIRST; ; deadline = deadline.multipliedBy(4)) {
            RequestOptions options = RequestOptions.timeout(deadline);
            long start = System.nanoTime();
            TelnyxException error = catchThrowableOfType(TelnyxException.class, () -> call.apply(options));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(deadline, deadline.plus(PROMPT));
            assertThat(error).isNotNull();
            FailureStage reached = error instanceof TelnyxNetworkException network ? network.stage() : READ_BODY;
            if (error instanceof TelnyxNetworkException network) {
                assertThat(network.failure()).isEqualTo(NetworkFailure.DEADLINE);
                assertThat(network).hasMessageContaining("its deadline of " + deadline.toMillis() + " ms passed");
            }
            if (reached.compareTo(stage) >= 0 || deadline.multipliedBy(4).compareTo(LAST) > 0) {
                isWell.set(true);
                return error;
            }
            assertThat(error.outcome())
                    .isEqualTo(reached.requestMayHaveLeft() ? Outcome.UNKNOWN : Outcome.NOT_CARRIED_OUT);
        }
    }

    private TelnyxNetworkException deadline(FailureStage stage, Telnyx telnyx) {
        return (TelnyxNetworkException) left(stage, options -> telnyx.messages().send(message(), options));
    }

    private static void assertUnknown(TelnyxNetworkException error) {
        assertThat(error.stage()).isEqualTo(AWAIT_RESPONSE);
        assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(error.advice()).isEqualTo(Fixtures.ofUnknownSend());
    }

    private static void assertNotCarriedOut(TelnyxNetworkException error, FailureStage stage) {
        assertThat(error.stage()).isEqualTo(stage);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
    }

    @Test
    void aServerThatTricklesItsHeadersIsLeft() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(connection -> {
                    connection.read();
                    connection.trickle("HTTP/1.1 200 OK\r\nX-Slow: " + "a".repeat(10_000), 20);
                }));
                Telnyx telnyx = oneConnection(server).build()) {
            assertUnknown(deadline(AWAIT_RESPONSE, telnyx));
            telnyx.messages().send(message());
        }
    }

    @Test
    void aServerThatTricklesItsBodyIsLeftAndTheMessageCountsAsCarriedOut() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\nx-request-id: req-7\r\n\r\n");
                    connection.trickle(" ".repeat(10_000), 20);
                }));
                Telnyx telnyx = oneConnection(server).build()) {
            TelnyxApiException error = (TelnyxApiException)
                    left(READ_BODY, options -> telnyx.messages().send(message(), options));
            assertThat(error).hasMessageContaining("HTTP 200, the deadline passed within its body");
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(error.requestId()).hasValue("req-7");
            telnyx.messages().send(message());
        }
    }

    @Test
    void aRefusalWhoseBodyTricklesIsStillARefusal() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\nRetry-After: 3\r\n\r\n");
                    connection.trickle("1\r\na\r\n".repeat(1_000), 20);
                }));
                Telnyx telnyx = oneConnection(server).build()) {
            TelnyxApiException error = (TelnyxApiException)
                    left(READ_BODY, options -> telnyx.messages().send(message(), options));
            assertThat(error.httpStatus()).hasValue(503);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(3));
            telnyx.messages().send(message());
        }
    }

    @Test
    void aServerThatReadsAndSaysNothingIsLeft() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(RawServer.Connection::awaitClose));
                Telnyx telnyx = oneConnection(server).build()) {
            assertUnknown(deadline(AWAIT_RESPONSE, telnyx));
            telnyx.messages().send(message());
        }
    }

    @Test
    void aLookupOfAServerThatSaysNothingMayBeRepeated() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(RawServer.Connection::awaitClose));
                Telnyx telnyx = oneConnection(server).build()) {
            TelnyxNetworkException error = (TelnyxNetworkException)
                    left(AWAIT_RESPONSE, options -> telnyx.messages().retrieve("id", options));
            assertThat(error.stage()).isEqualTo(AWAIT_RESPONSE);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
            telnyx.messages().retrieve("id");
        }
    }

    @Test
    void aServerThatSendsInterimAnswersForeverIsLeft() throws Exception {
        try (RawServer server = RawServer.start(firstThenWell(connection -> {
                    connection.read();
                    connection.trickle("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000), 1);
                }));
                Telnyx telnyx = oneConnection(server).build()) {
            assertUnknown(deadline(AWAIT_RESPONSE, telnyx));
            telnyx.messages().send(message());
        }
    }

    @Test
    void aServerThatAcceptsButDoesNotReadALargeRequestIsLeft() throws Exception {
        OutgoingMessage large = OutgoingMessage.builder()
                .to(TO)
                .text("x".repeat(8_000_000))
                .addMediaUrl("https://example.com/a.png")
                .build();
        try (RawServer server = RawServer.start(firstThenWell(RawServer.Connection::ignore));
                Telnyx telnyx = oneConnection(server).build()) {
            TelnyxNetworkException error = (TelnyxNetworkException)
                    left(FailureStage.SEND, options -> telnyx.messages().send(large, options));
            assertThat(error.stage()).isEqualTo(FailureStage.SEND);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            telnyx.messages().send(message());
        }
    }

    @Test
    void aTlsServerThatDoesNotReadALargeRequestIsLeft() throws Exception {
        OutgoingMessage large = OutgoingMessage.builder()
                .to(TO)
                .text("x".repeat(8_000_000))
                .addMediaUrl("https://example.com/a.png")
                .build();
        try (RawServer server = RawServer.startTls(certificates.server(), firstThenWell(connection -> {
                    ((SSLSocket) connection.socket()).startHandshake();
                    connection.ignore();
                }));
                Telnyx telnyx = trusting(server).build()) {
            TelnyxNetworkException error = (TelnyxNetworkException)
                    left(FailureStage.SEND, options -> telnyx.messages().send(large, options));
            assertThat(error.stage()).isEqualTo(FailureStage.SEND);
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            telnyx.messages().send(message());
        }
    }

    @Test
    void aServerThatSaysNothingInTheTlsHandshakeIsLeft() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::ignore);
                Telnyx telnyx = oneConnection(server).baseUrl(https(server)).build()) {
            assertNotCarriedOut(deadline(FailureStage.TLS, telnyx), FailureStage.TLS);
            assertNotCarriedOut(deadline(FailureStage.TLS, telnyx), FailureStage.TLS);
        }
    }

    @Test
    void aServerThatTricklesItsTlsHandshakeIsLeft() throws Exception {
        // The head of a record that announces 4,096 bytes of handshake, which then come one by one.
        String record = "\u0016\u0003\u0003\u0010\u0000\u0002\u0000\u000f\u0000" + "\u0001".repeat(4_000);
        try (RawServer server = RawServer.start(connection -> connection.trickle(record, 20));
                Telnyx telnyx = oneConnection(server).baseUrl(https(server)).build()) {
            assertNotCarriedOut(deadline(FailureStage.TLS, telnyx), FailureStage.TLS);
            assertNotCarriedOut(deadline(FailureStage.TLS, telnyx), FailureStage.TLS);
        }
    }

    @Test
    void aTlsServerThatTricklesItsAnswerIsLeft() throws Exception {
        try (RawServer server = RawServer.startTls(certificates.server(), firstThenWell(connection -> {
                    connection.read();
                    connection.trickle("HTTP/1.1 200 OK\r\nX-Slow: " + "a".repeat(10_000), 20);
                }));
                Telnyx telnyx = trusting(server).build()) {
            assertUnknown(deadline(AWAIT_RESPONSE, telnyx));
            telnyx.messages().send(message());
        }
    }

    @Test
    void waitingForAConnectionOfTheFullPoolCountsToo() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
                    ReceivedRequest request = connection.read();
                    while (request != null) {
                        finish.await();
                        connection.send(RawServer.json(200, SENT));
                        request = connection.read();
                    }
                });
                Telnyx telnyx = oneConnection(server).build()) {
            Threads.Running first = Threads.start(() -> telnyx.messages().send(message()));
            server.awaitRequest();

            assertNotCarriedOut(deadline(FailureStage.LEASE, telnyx), FailureStage.LEASE);
            finish.countDown();

            assertThat(first.join().succeeded()).isTrue();
            telnyx.messages().send(message());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatIsNeverAcceptedEndsAtTheDeadline() throws Exception {
        try (FullBacklog full = FullBacklog.start();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(full.baseUrl())
                        .apiKey("key")
                        .from(TO)
                        .build()) {
            assertNotCarriedOut(deadline(FailureStage.CONNECT, telnyx), FailureStage.CONNECT);
        }
    }

    @Test
    void theConnectTimeoutHoldsWithinTheDeadline() throws Exception {
        try (FullBacklog full = FullBacklog.start();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(full.baseUrl())
                        .apiKey("key")
                        .from(TO)
                        .http(HttpOptions.builder()
                                .connectTimeout(Duration.ofMillis(100))
                                .build())
                        .build()) {
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertNotCarriedOut(error, FailureStage.CONNECT);
        }
    }

    @Test
    void deadlinesLongerThanAnybodyLivesAreNoTrouble() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = oneConnection(server)
                        .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .http(HttpOptions.builder()
                                .connectTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                                .keepAlive(Duration.ofSeconds(Long.MAX_VALUE))
                                .build())
                        .build()) {
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
        }
    }

    private static Telnyx.Builder trusting(RawServer server) throws Exception {
        SSLContext context = certificates.client();
        return client(server)
                .http(HttpOptions.builder()
                        .maxConnections(1)
                        .sslContext(context)
                        .build());
    }

    private static String https(RawServer server) {
        return server.baseUrl().replace("http:", "https:");
    }
}
