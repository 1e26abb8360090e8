package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.HttpOptions.Proxy;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Through a proxy: in plain text, through a tunnel, with credentials, and what it means when the proxy fails. */
class ProxyTest {
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("bob:s3cret".getBytes(StandardCharsets.UTF_8));
    private static final String CHALLENGE = RawServer.json(407, "", "Proxy-Authenticate: Basic realm=\"proxy\"");

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificates = Certificates.selfSigned(folder);
    }

    private static HttpOptions.Builder through(RawServer proxy, @Nullable String user, @Nullable String password) {
        return HttpOptions.builder().maxConnections(1).proxy(new Proxy("localhost", proxy.port(), user, password));
    }

    private static Telnyx tunnelled(RawServer proxy, RawServer server) throws Exception {
        return client(server)
                .http(through(proxy, "bob", "s3cret")
                        .sslContext(certificates.client())
                        .build())
                .build();
    }

    private static RawServer tlsServer() throws Exception {
        return RawServer.startTls(certificates.server(), RawServer.answeringWith(request -> RawServer.json(200, SENT)));
    }

    /** Opens tunnels for those who say who they are. */
    private static void tunnel(RawServer.Connection connection) throws IOException {
        ReceivedRequest request = connection.read();
        while (request != null && request.header("Proxy-Authorization") == null) {
            connection.send(CHALLENGE);
            request = connection.read();
        }
        if (request == null) {
            return;
        }
        int port = Integer.parseInt(request.requestLine().replaceAll("CONNECT localhost:([0-9]+) HTTP/1.1", "$1"));
        try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.send("HTTP/1.1 200 Go on\r\n\r\n");
            Thread back = new Thread(() -> copy(onward, connection.socket()), "proxy");
            back.setDaemon(true);
            back.start();
            copy(connection.socket(), onward);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone; the other learns it when its socket is closed.
        }
    }

    private static TelnyxNetworkException failure(Telnyx telnyx) {
        TelnyxNetworkException error = catchThrowableOfType(
                TelnyxNetworkException.class, () -> telnyx.messages().send(message()));
        assertThat(error).isNotNull();
        return error;
    }

    @Test
    void aPlainRequestGoesToTheProxyWithItsWholeAddress() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.json(200, SENT));
                RawServer server = RawServer.answering(RawServer.json(500, ""));
                Telnyx telnyx =
                        client(server).http(through(proxy, null, null).build()).build()) {
            telnyx.messages().send(message());

            ReceivedRequest request = proxy.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST " + server.baseUrl() + "/messages HTTP/1.1");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
            assertThat(request.header("Proxy-Authorization")).isNull();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aProxyThatAsksIsToldTheCredentials() throws Exception {
        try (RawServer proxy = RawServer.start(RawServer.answeringWith(request ->
                        request.header("Proxy-Authorization") == null ? CHALLENGE : RawServer.json(200, SENT)));
                RawServer server = RawServer.answering(RawServer.json(500, ""));
                Telnyx telnyx = client(server)
                        .http(through(proxy, "bob", "s3cret").build())
                        .build()) {
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();

            ReceivedRequest last = proxy.requests().get(proxy.requests().size() - 1);
            assertThat(last.header("Proxy-Authorization")).isEqualTo(CREDENTIALS);
            assertThat(last.header("Authorization")).isEqualTo("Bearer " + KEY);
        }
    }

    @Test
    void aProxyThatRefusesTheCredentialsIsNotAskedForever() throws Exception {
        try (RawServer proxy = RawServer.answering(CHALLENGE);
                RawServer server = RawServer.answering(RawServer.json(500, ""));
                Telnyx telnyx = client(server)
                        .http(through(proxy, "bob", "s3cret").build())
                        .build()) {
            var error = catchThrowableOfType(
                    TelnyxApiException.class, () -> telnyx.messages().send(message()));
            assertThat(error.httpStatus()).hasValue(407);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(proxy.requests()).hasSize(2);
        }
    }

    @Test
    void aProxyThatGoesAwayOnceItWasToldTheCredentialsLeavesTheOutcomeOpen() throws Exception {
        try (RawServer proxy = RawServer.start(connection -> {
                    connection.read();
                    connection.send(CHALLENGE);
                    connection.read();
                });
                RawServer server = RawServer.answering(RawServer.json(500, ""));
                Telnyx telnyx = client(server)
                        .http(through(proxy, "bob", "s3cret").build())
                        .build()) {
            assertThat(failure(telnyx).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void anEncryptedRequestGoesThroughATunnelThatSeesNeitherKeyNorText() throws Exception {
        try (RawServer proxy = RawServer.start(ProxyTest::tunnel);
                RawServer server = tlsServer();
                Telnyx telnyx = tunnelled(proxy, server)) {
            telnyx.messages().send(message());
            telnyx.messages().send(message());

            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(0).requestLine()).isEqualTo("POST /v2/messages HTTP/1.1");
            assertThat(server.requests().get(0).header("Proxy-Authorization")).isNull();
            assertThat(proxy.requests()).allSatisfy(request -> {
                assertThat(request.requestLine()).isEqualTo("CONNECT localhost:" + server.port() + " HTTP/1.1");
                assertThat(request.header("Authorization")).isNull();
            });
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502, 503})
    void aTunnelThatIsRefusedCarriedNothingOut(int status) throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.json(status, "{\"errors\":[{\"code\":\"10015\"}]}"));
                RawServer server = tlsServer();
                Telnyx telnyx = tunnelled(proxy, server)) {
            TelnyxNetworkException error = failure(telnyx);
            assertThat(error.stage()).isEqualTo(FailureStage.CONNECT);
            assertThat(error.failure()).isEqualTo(status < 500 ? NetworkFailure.SETUP : NetworkFailure.CONNECTION);
            assertThat(proxy.connections() == 1).isEqualTo(status < 500);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error).hasMessageContaining("the proxy refused the tunnel (HTTP " + status + ")");
            assertThat(server.connections()).isZero();
            assertThat(proxy.requests())
                    .allSatisfy(request -> assertThat(request.requestLine()).startsWith("CONNECT "));
        }
    }

    @Test
    void aTunnelThatIsCutOffWhileItIsOpenedCarriedNothingOut() throws Exception {
        try (RawServer proxy = RawServer.start(RawServer.Connection::read);
                RawServer server = tlsServer();
                Telnyx telnyx = tunnelled(proxy, server)) {
            TelnyxNetworkException error = failure(telnyx);
            assertThat(error.stage()).isEqualTo(FailureStage.CONNECT);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void theDeadlineHoldsForAProxyThatSaysNothing() throws Exception {
        try (RawServer proxy = RawServer.start(RawServer.Connection::awaitClose);
                RawServer server = tlsServer();
                Telnyx telnyx = tunnelled(proxy, server)) {
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class,
                    () -> telnyx.messages().send(message(), RequestOptions.timeout(Duration.ofSeconds(3))));
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.stage()).isEqualTo(FailureStage.CONNECT);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void anInterruptedTunnelCarriedNothingOut() throws Exception {
        try (RawServer proxy = RawServer.start(connection -> {
                    connection.read();
                    connection.awaitClose();
                });
                RawServer server = tlsServer();
                Telnyx telnyx = tunnelled(proxy, server)) {
            Running call = Threads.start(() -> telnyx.messages().send(message()));
            proxy.awaitRequest();
            TelnyxNetworkException error = call.interrupt().thrown(TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(call.interruptedAfterwards()).isTrue();
        }
    }

    @Test
    void aTlsHandshakeThatFailsWithinTheTunnelCarriedNothingOut() throws Exception {
        try (RawServer proxy = RawServer.start(ProxyTest::tunnel);
                RawServer server = RawServer.start(connection -> connection.send("no TLS here\r\n\r\n"));
                Telnyx telnyx = client(server)
                        .baseUrl(server.baseUrl().replace("http:", "https:"))
                        .http(through(proxy, "bob", "s3cret").build())
                        .build()) {
            TelnyxNetworkException error = failure(telnyx);
            assertThat(error.stage()).isEqualTo(FailureStage.TLS);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void aServerThatGoesAwayWithinTheTunnelLeavesTheOutcomeOpen() throws Exception {
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
        try (RawServer proxy = RawServer.start(ProxyTest::tunnel);
                RawServer server = RawServer.startTls(certificates.server(), RawServer.Connection::read);
                Telnyx telnyx = tunnelled(proxy, server)) {
            assertThat(failure(telnyx).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProxysTextHidesItsCredentials() {
        assertThat(new Proxy("proxy", 3128, "bob", "s3cret")).hasToString("proxy:3128 with credentials");
        assertThat(HttpOptions.builder()
                        .proxy(new Proxy("proxy", 3128, "bob", "s3cret"))
                        .build()
                        .toString())
                .contains("proxy:3128 with credentials")
                .doesNotContain("bob", "s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, a, b",
        "' ', 1, a, b",
        "http://proxy, 1, a, b",
        "proxy, 0, a, b",
        "proxy, 65536, a, b",
        "proxy, 1, a,",
        "proxy, 1,, b"
    })
    void aProxyThatCannotBeIsRefused(String host, int port, @Nullable String user, @Nullable String password) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proxy(host, port, user, password));
    }
}
