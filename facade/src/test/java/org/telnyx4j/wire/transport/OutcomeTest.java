package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
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
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.ids.PhoneNumberId;
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

    private static void assertSetUpWrong(TelnyxNetworkException error) {
        assertThat(error.failure()).isEqualTo(NetworkFailure.SETUP);
        assertThat(error.stage()).isEqualTo(FailureStage.TLS);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
        assertThat(error.attempts()).isEqualTo(1);
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
                .allowInsecureHttp(true)
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
            assertSetUpWrong(failure(TelnyxNetworkException.class, telnyx));
            assertSetUpWrong(failure(TelnyxNetworkException.class, telnyx));
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
            assertSetUpWrong(failure(TelnyxNetworkException.class, telnyx));
        }
    }

    @Test
    void aConnectionThatIsClosedOnceTheRequestIsReadLeavesTheOutcomeOpen() throws Exception {
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
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
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
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
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
        // Not before the request is there: a connection that is found closed is another case, and nothing was sent
        // then.
        try (RawServer server = RawServer.start(
                        connection -> Threads.await("the request is there", () -> hasBytes(connection.socket())));
                Telnyx telnyx = oneConnection(server)) {
            assertMayHaveBeenSent(failure(TelnyxNetworkException.class, telnyx));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static boolean hasBytes(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-", "garbage\r\n\r\n", "\u0000\u0001\u0002"})
    void anAnswerThatBreaksOffOrIsGarbageInItsHeadLeavesTheOutcomeOpen(String answer) throws Exception {
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
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
                    half by length  | J Content-Length: 500        | {"data":{"id":"40385f64    | CARRIED_OUT | the connection broke within its body
                    half a chunk    | J Transfer-Encoding: chunked | 20~{"data":{"id":          | CARRIED_OUT | the connection broke within its body
                    no last chunk   | J Transfer-Encoding: chunked | 2~{}~                      | CARRIED_OUT | the connection broke within its body
                    a bad chunk     | J Transfer-Encoding: chunked | xyz~                       | CARRIED_OUT | the connection broke within its body
                    too large       | J Content-Length: 2000000    | {                          | CARRIED_OUT | its body is larger than the limit
                    half a page     | H Content-Length: 500        | <html>                     | UNKNOWN     | the connection broke within its body
                    no length given | J X-Nothing: 1               | {"data":{"id":"40385f64    | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    empty           | J Content-Length: 0          | ''                         | UNKNOWN     | its body is empty
                    a login page    | H Content-Length: 9          | <html>Hi!                  | UNKNOWN     | its body is text/html, while Telnyx responds with plain JSON
                    no JSON         | J Content-Length: 9          | <html>Hi!                  | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    compressed      | Z Content-Length: 2          | br                         | UNKNOWN     | its body is compressed (br), which was not asked for
                    no such coding  | G Content-Length: 4          | gzip                       | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    another type    | J Content-Length: 11         | {"data":[]}                | UNKNOWN     | its body has no data, or data without an id
                    a wrong field   | J Content-Length: 23         | {"data":{"to":"+1416"}}    | UNKNOWN     | its body has no data, or data without an id
                    no id           | J Content-Length: 26         | {"data":{"text":"Hello!"}} | UNKNOWN     | its body has no data, or data without an id
                    a blank id      | J Content-Length: 19         | {"data":{"id":" "}}        | UNKNOWN     | its body has no data, or data without an id
                    null            | J Content-Length: 4          | null                       | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    data is null    | J Content-Length: 13         | {"data":null}              | UNKNOWN     | its body has no data, or data without an id
                    data is empty   | J Content-Length: 11         | {"data":{}}                | UNKNOWN     | its body has no data, or data without an id
                    no data         | J Content-Length: 2          | {}                         | UNKNOWN     | its body has no data, or data without an id
                    a bare text     | J Content-Length: 4          | "ok"                       | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    two documents   | J Content-Length: 14         | {"data":{}} {}             | UNKNOWN     | its body is not the JSON that Telnyx responds with
                    """)
    void aSuccessWhoseBodyIsOfNoUseWasCarriedOutOnlyIfItIsTelnyxsAndKeepsStatusAndHeaders(
            String name, String header, String body, Outcome outcome, String problem) throws Exception {
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
        String content = switch (header.charAt(0)) {
            case 'J' -> "application/json; charset=utf-8";
            case 'G' -> "application/json\r\nContent-Encoding: gzip";
            case 'Z' -> "application/json\r\nContent-Encoding: br";
            default -> "text/html";
        };
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nx-request-id: req-7\r\nContent-Type: " + content
                + "\r\n" + header.substring(2) + "\r\n\r\n" + body.replace("~", "\r\n");
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
            assertThat(error.outcome()).isEqualTo(outcome);
            assertThat(error.advice())
                    .isEqualTo(outcome == Outcome.UNKNOWN ? Advice.FIND_OUT_FIRST : Advice.DO_NOT_RETRY);
            assertThat(error.httpStatus()).hasValue(200);
            assertThat(error.requestId()).hasValue("req-7");
            assertThat(server.requests()).hasSize(1);
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    204 | ''
                    200 | ''
                    200 | {}
                    200 | {"data":null}
                    """)
    void aRemovalWithoutABodyIsDone(int status, String body) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(status, body));
                Telnyx telnyx = client(server).build()) {
            assertThat(telnyx.phoneNumbers().release(PhoneNumberId.of("1")).phoneNumber())
                    .isEmpty();
            assertThat(telnyx.messagingProfiles().delete("p-1").id()).isEqualTo("p-1");
            assertThat(telnyx.raw().phoneNumbers().deletePhoneNumber("1").getData())
                    .isNull();
        }
    }

    @Test
    void aRemovalIsNotProvenByALoginPage() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, "<html>Log in</html>"));
                Telnyx telnyx = client(server).build()) {
            TelnyxApiException error = catchThrowableOfType(
                    TelnyxApiException.class, () -> telnyx.phoneNumbers().release(PhoneNumberId.of("1")));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aBodyOverTheLimitIsNotReadHoweverLongItGoesOn() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
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
