package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** How far a call came, and so whether the message may have gone out, for each way in which a server can fail. */
class OutcomeTest {
    private static final String OK = RawServer.json(200, SENT);

    @TempDir
    Path folder;

    private static <T extends TelnyxException> T failure(Class<T> type, Telnyx telnyx) {
        T error = catchThrowableOfType(type, () -> telnyx.messages().send(message()));
        assertThat(error).isNotNull();
        return error;
    }

    private static Telnyx oneConnection(RawServer server) {
        return client(server)
                .http(HttpOptions.builder().maxConnections(1).build())
                .build();
    }

    private static void assertNotSent(TelnyxNetworkException error, FailureStage stage) {
        assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
        assertThat(error.stage()).isEqualTo(stage);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
    }

    private static void assertMayHaveBeenSent(TelnyxNetworkException error) {
        assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
        assertThat(error.stage().requestMayHaveLeft()).isTrue();
        assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
    }

    @Test
    void aRefusedConnectionCarriedNothingOut() throws IOException {
        String closed = ClosedPort.url();
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl(closed)
                .apiKey("key")
                .from("Acme")
                .messagingProfileId("p")
                .build()) {
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.CONNECT);
        }
    }

    @Test
    void anUnknownHostCarriedNothingOut() {
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl("http://no-such-host.invalid")
                .apiKey("key")
                .from("+14165550199")
                .build()) {
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.RESOLVE);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedCarriedNothingOut() throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        try (RawServer server = RawServer.startTls(certificates.server(), RawServer.answeringWith(request -> OK));
                Telnyx telnyx = oneConnection(server)) {
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.TLS);
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.TLS);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatCutsTheTlsHandshakeOffCarriedNothingOut() throws Exception {
        try (RawServer server = RawServer.start(
                        connection -> connection.socket().getInputStream().readNBytes(5));
                Telnyx telnyx = client(server)
                        .baseUrl(server.baseUrl().replace("http:", "https:"))
                        .build()) {
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.TLS);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsCarriedNothingOut() throws Exception {
        try (RawServer server = RawServer.start(connection -> connection.send("HTTP/1.1 400 Bad\r\n\r\n"));
                Telnyx telnyx = client(server)
                        .baseUrl(server.baseUrl().replace("http:", "https:"))
                        .build()) {
            assertNotSent(failure(TelnyxNetworkException.class, telnyx), FailureStage.TLS);
        }
    }

    @Test
    void aConnectionThatIsClosedOnceTheRequestIsReadLeavesTheOutcomeOpen() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::read);
                Telnyx telnyx = oneConnection(server)) {
            TelnyxNetworkException error = failure(TelnyxNetworkException.class, telnyx);
            assertMayHaveBeenSent(error);
            assertThat(error.stage()).isEqualTo(FailureStage.AWAIT_RESPONSE);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsResetOnceTheRequestIsReadLeavesTheOutcomeOpen() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.reset();
                });
                Telnyx telnyx = oneConnection(server)) {
            assertMayHaveBeenSent(failure(TelnyxNetworkException.class, telnyx));
            assertThat(server.requests()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsClosedBeforeAnythingIsReadLeavesTheOutcomeOpen() throws Exception {
        try (RawServer server = RawServer.start(connection -> {});
                Telnyx telnyx = oneConnection(server)) {
            assertMayHaveBeenSent(failure(TelnyxNetworkException.class, telnyx));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-", "garbage\r\n\r\n", "\u0000\u0001\u0002"})
    void anAnswerThatBreaksOffOrIsGarbageInItsHeadLeavesTheOutcomeOpen(String answer) throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(answer);
                });
                Telnyx telnyx = oneConnection(server)) {
            assertMayHaveBeenSent(failure(TelnyxNetworkException.class, telnyx));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    half by length  | Content-Length: 500      | {"data":{"id":"40385f64     | the connection broke within its body
                    half a chunk    | Transfer-Encoding: chunked | 20~{"data":{"id":         | the connection broke within its body
                    no last chunk   | Transfer-Encoding: chunked | 2~{}~                    | the connection broke within its body
                    a bad chunk     | Transfer-Encoding: chunked | xyz~                     | the connection broke within its body
                    no length given | X-Nothing: 1             | {"data":{"id":"40385f64     | its body is not what the API documents
                    empty           | Content-Length: 0        | ''                          | its body is empty
                    no JSON         | Content-Length: 9        | <html>Hi!                   | its body is not what the API documents
                    another type    | Content-Length: 11       | {"data":[]}                 | its body is not what the API documents
                    a wrong field   | Content-Length: 22       | {"data":{"to":"+1416"}}     | its body is not what the API documents
                    null            | Content-Length: 4        | null                        | its body is not what the API documents
                    data is null    | Content-Length: 13       | {"data":null}               | its body is not what the API documents
                    no data         | Content-Length: 2        | {}                          | its body is not what the API documents
                    a bare text     | Content-Length: 4        | "ok"                        | its body is not what the API documents
                    two documents   | Content-Length: 14       | {"data":{}} {}              | its body is not what the API documents
                    too large       | Content-Length: 2000000  | {                           | its body is larger than the limit
                    """)
    void aSuccessWhoseBodyIsOfNoUseWasCarriedOutAndKeepsStatusAndHeaders(
            String name, String header, String body, String problem) throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nx-request-id: req-7\r\n" + header + "\r\n\r\n"
                + body.replace("~", "\r\n");
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
                    if (connections.incrementAndGet() > 1) {
                        RawServer.answeringWith(request -> OK).handle(connection);
                        return;
                    }
                    connection.read();
                    connection.send(answer);
                });
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder()
                                .maxConnections(1)
                                .maxResponseBytes(1_000_000)
                                .build())
                        .build()) {
            TelnyxApiException error = failure(TelnyxApiException.class, telnyx);

            assertThat(error).as(name).hasMessageContaining("HTTP 200, " + problem);
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(error.httpStatus()).hasValue(200);
            assertThat(error.requestId()).hasValue("req-7");
            assertThat(server.requests()).hasSize(1);
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
        }
    }

    @Test
    void aBodyOverTheLimitIsNotReadHoweverLongItGoesOn() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        connection.send(" ".repeat(10_000));
                    }
                });
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder().maxResponseBytes(1_000).build())
                        .build()) {
            TelnyxApiException error = failure(TelnyxApiException.class, telnyx);
            assertThat(error).hasMessageContaining("its body is larger than the limit");
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    @Test
    void aConnectionThatTheServerClosedWhileItRestedIsNotUsedAgain() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(OK);
                    answered.incrementAndGet();
                });
                Telnyx telnyx = oneConnection(server)) {
            for (int sent = 1; sent <= 3; sent++) {
                telnyx.messages().send(message());
                assertThat(server.requests()).hasSize(sent);
                int count = sent;
                Threads.await("the server has closed", () -> answered.get() == count && server.openConnections() == 0);
                // HttpClient, which has its own clock, checks a connection that has not been used for 100 ms.
                long closed = System.nanoTime();
                Threads.await(
                        "the connection has rested",
                        () -> System.nanoTime() - closed
                                > Duration.ofMillis(120).toNanos());
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aConnectionThatTheServerAnnouncesToCloseIsNotUsedAgain() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(RawServer.json(200, SENT, "Connection: close"));
                });
                Telnyx telnyx = oneConnection(server)) {
            for (int i = 0; i < 10; i++) {
                telnyx.messages().send(message());
            }
            assertThat(server.requests()).hasSize(10);
            assertThat(server.connections()).isEqualTo(10);
        }
    }

    @Test
    void aConnectionThatHasIdledTooLongIsClosedByUs() throws Exception {
        try (RawServer server = RawServer.start(RawServer.answeringWith(request -> OK));
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder()
                                .keepAlive(Duration.ofMillis(50))
                                .build())
                        .build()) {
            telnyx.messages().send(message());
            Threads.await("the idle connection is closed", () -> server.openConnections() == 0);
            telnyx.messages().send(message());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerBeforeTheRequestIsWholeStillCounts() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.send(RawServer.json(413, "{\"errors\":[{\"code\":\"10015\"}]}", "Connection: close"));
                    connection.awaitClose();
                });
                Telnyx telnyx = oneConnection(server)) {
            TelnyxApiException error = failure(TelnyxApiException.class, telnyx);
            assertThat(error.httpStatus()).hasValue(413);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void failuresOfARawCallSayAsMuch() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::read);
                Telnyx telnyx = oneConnection(server)) {
            TelnyxNetworkException lookup = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.raw().messages().retrieveMessage("id"));
            assertThat(lookup.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(lookup.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        }
    }
}
