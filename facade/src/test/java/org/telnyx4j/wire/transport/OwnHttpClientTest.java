package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
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
import org.telnyx4j.testing.Threads.Running;

/** On an HTTP client of the application's own, which tells less, outcomes are never too hopeful. */
class OwnHttpClientTest {
    private final CloseableHttpClient own =
            HttpClientBuilder.create().disableAutomaticRetries().build();

    @AfterEach
    void close() throws IOException {
        own.close();
    }

    private static TelnyxNetworkException failure(Telnyx telnyx) {
        TelnyxNetworkException error = catchThrowableOfType(
                TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
        assertThat(error).isNotNull();
        return error;
    }

    @Test
    void itSendsAndStaysOpen() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            try (Telnyx telnyx = client(server).httpClient(own).build()) {
                assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
                assertThat(telnyx.messages().retrieve("id").isAccepted()).isTrue();
            }
            int status = own.execute(new HttpGet(server.baseUrl()), response -> response.getCode());
            assertThat(status).isEqualTo(200);
            assertThat(server.requests().get(0).header("User-Agent")).startsWith("telnyx4j/");
        }
    }

    @Test
    void theDeadlineHolds() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.trickle("HTTP/1.1 200 OK\r\nX-Slow: " + "a".repeat(10_000), 20);
                });
                Telnyx telnyx = client(server).httpClient(own).build()) {
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class,
                    () -> telnyx.messages().send(message(), RequestOptions.timeout(Duration.ofSeconds(3))));
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.stage()).isEqualTo(FailureStage.AWAIT_RESPONSE);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void theLimitOfAnswersHolds() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server)
                        .httpClient(own)
                        .http(HttpOptions.builder().maxResponseBytes(10).build())
                        .build()) {
            TelnyxApiException error = catchThrowableOfType(
                    TelnyxApiException.class, () -> telnyx.messages().send(message()));
            assertThat(error).hasMessageContaining("larger than the limit");
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    @Test
    void aBodyThatIsCutOffIsStillASuccess() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                });
                Telnyx telnyx = client(server).httpClient(own).build()) {
            TelnyxApiException error = catchThrowableOfType(
                    TelnyxApiException.class, () -> telnyx.messages().send(message()));
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    @Test
    void anInterruptEndsTheCall() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.awaitClose();
                });
                Telnyx telnyx = client(server).httpClient(own).build()) {
            Running call = Threads.start(() -> telnyx.messages().send(message()));
            server.awaitRequest();
            TelnyxNetworkException error = call.interrupt().thrown(TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(call.interruptedAfterwards()).isTrue();
        }
    }

    @Test
    void closingTheTelnyxClientEndsItsCallsAndNoOthers() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            Telnyx telnyx = client(server).httpClient(own).build();
            Running call = Threads.start(() -> telnyx.messages().send(message()));
            server.awaitRequest();
            telnyx.close();
            assertThat(call.join().thrown(TelnyxNetworkException.class).outcome())
                    .isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void whatCanOnlyHappenBeforeTheRequestCarriedNothingOut() throws Exception {
        String closed = ClosedPort.url();
        try (RawServer server = RawServer.start(RawServer.Connection::read);
                Telnyx refused = client(server).baseUrl(closed).httpClient(own).build();
                Telnyx unknown = client(server)
                        .baseUrl("http://no-such-host.invalid")
                        .allowInsecureHttp(true)
                        .httpClient(own)
                        .build();
                Telnyx cut = client(server).httpClient(own).build()) {
            assertThat(failure(refused).stage()).isEqualTo(FailureStage.CONNECT);
            assertThat(failure(refused).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(failure(unknown).stage()).isEqualTo(FailureStage.RESOLVE);
            assertThat(failure(unknown).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(failure(cut).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedAndAPortWithoutTlsAreSetUpsThatCannotHeal(@TempDir Path folder) throws Exception {
        try (RawServer untrusted = RawServer.startTls(
                        Certificates.selfSigned(folder).server(),
                        RawServer.answeringWith(request -> RawServer.json(200, SENT)));
                RawServer plain = RawServer.start(connection -> connection.send(RawServer.json(400, "")));
                Telnyx first = client(untrusted).httpClient(own).build();
                Telnyx second = client(plain)
                        .baseUrl(plain.baseUrl().replace("http:", "https:"))
                        .httpClient(own)
                        .build()) {
            for (Telnyx telnyx : List.of(first, second)) {
                TelnyxNetworkException error = failure(telnyx);
                assertThat(error.stage()).isEqualTo(FailureStage.TLS);
                assertThat(error.failure()).isEqualTo(NetworkFailure.SETUP);
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(error.attempts()).isOne();
            }
            assertThat(untrusted.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedConnectionAfterARepeatOfItsOwnLeavesTheOutcomeOpen(boolean answers) throws Exception {
        String busy = RawServer.json(503, "", "Retry-After: 0", "Connection: close");
        ServerSocket once = new ServerSocket(0);
        try (CloseableHttpClient repeating = HttpClientBuilder.create()
                .setRetryStrategy(new RepeatEverything())
                .build()) {
            // May carry the message out, and is gone when the client knocks again.
            Running serving = Threads.start(() -> {
                try (Socket socket = acceptOne(once)) {
                    String received = "";
                    while (!received.endsWith("}")) {
                        received += (char) socket.getInputStream().read();
                    }
                    if (answers) {
                        socket.getOutputStream().write(busy.getBytes(StandardCharsets.US_ASCII));
                    }
                }
                return once;
            });
            try (Telnyx telnyx = Telnyx.builder()
                    .baseUrl("http://127.0.0.1:" + once.getLocalPort())
                    .apiKey("key")
                    .from("+14165550199")
                    .httpClient(repeating)
                    .build()) {
                TelnyxException error = catchThrowableOfType(
                        TelnyxException.class, () -> telnyx.messages().send(message()));
                assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(serving.join().succeeded()).isTrue();
            }
        }
    }

    private static Socket acceptOne(ServerSocket server) throws IOException {
        try (server) {
            return server.accept();
        }
    }

    private static final class RepeatEverything extends DefaultHttpRequestRetryStrategy {
        RepeatEverything() {
            super(1, TimeValue.ofMilliseconds(1));
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return true;
        }
    }
}
