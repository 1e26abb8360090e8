package org.telnyx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers of the kit, seen from a client that sends and reads bytes. */
class ServersTest {
    private static final byte[] TEXT = "{\"text\":\"Grüße 👋\"}".getBytes(StandardCharsets.UTF_8);

    private static RawClient.Reply post(int port, String target) throws IOException {
        return RawClient.send(
                port,
                "POST " + target + " HTTP/1.1",
                List.of("Content-Length: " + TEXT.length, "X-Two: a", "X-Two: b"),
                TEXT);
    }

    @Test
    void aRequestIsRecordedAsItWasOnTheWire() throws Exception {
        try (RawServer server = RawServer.answering(Response.json(200, "{}"))) {
            post(server.port(), "/v2/messages?a=b%20c");

            ReceivedRequest request = server.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST /v2/messages?a=b%20c HTTP/1.1");
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/v2/messages?a=b%20c");
            assertThat(request.path()).isEqualTo("/v2/messages");
            assertThat(request.header("x-two")).isEqualTo("a");
            assertThat(request.headers("X-Two")).containsExactly("a", "b");
            assertThat(request.headers("x-two")).isEmpty();
            assertThat(request.header("X-Three")).isNull();
            assertThat(request.headerNames()).contains("Host", "X-Two");
            assertThat(request.body()).isEqualTo("{\"text\":\"Grüße 👋\"}");
            assertThat(request.bodyBytes()).isEqualTo(TEXT);
            assertThat(server.requests()).containsExactly(request);
            assertThat(server.waitingRequests()).isZero();
        }
    }

    @Test
    void aResponseCanBeWholeOrHalfOrAnnounceAnotherLength() {
        Response response = Response.json(422, "{\"é\":1}", "Retry-After: 2");

        assertThat(response.text())
                .isEqualTo("HTTP/1.1 422 Status\r\nContent-Type: application/json\r\nRetry-After: 2\r\n"
                        + "Content-Length: 8\r\n\r\n{\"é\":1}");
        assertThat(new String(response.half(), StandardCharsets.UTF_8)).endsWith("\r\n\r\n{\"é");
        assertThat(response.announcing(9).text()).contains("Content-Length: 9");
        assertThat(response.withBody("").text()).endsWith("Content-Length: 0\r\n\r\n");
        assertThat(response.header("retry-after")).isEqualTo("2");
        assertThat(Response.chunk("abc".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("3\r\nabc\r\n");
        assertThat(Response.head(204, "X-A: b"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("HTTP/1.1 204 Status\r\nX-A: b\r\n\r\n");
    }

    @Test
    void aScriptIsFollowedInItsOrderAndThenSomethingElseResponds() throws IOException {
        try (ScriptedServer server = ScriptedServer.start("x-request-id: r1")
                .then(200, "one")
                .then(Response.json(404, "two"))
                .otherwise(request -> Response.json(200, request.target()))) {
            assertThat(post(server.port(), "/a").body()).isEqualTo("one");
            assertThat(post(server.port(), "/a").status()).isEqualTo(404);
            RawClient.Reply other = post(server.port(), "/b");

            assertThat(other.body()).isEqualTo("/b");
            assertThat(other.hasHeader("x-request-id: r1")).isTrue();
            assertThat(server.last().target()).isEqualTo("/b");
            assertThat(server.requests()).hasSize(3);
            server.forget();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theProxyPassesOnAndLosesAndChanges() throws IOException {
        try (ScriptedServer behind = ScriptedServer.start()
                        .otherwise(request -> Response.json(201, request.target() + request.body(), "X-A: b"));
                FaultyProxy proxy = FaultyProxy.inFrontOf(URI.create(behind.baseUrl()), passage -> {
                    switch (passage.request().path()) {
                        case "/lost" -> passage.close();
                        case "/late" -> {
                            passage.forward();
                            passage.close();
                        }
                        case "/half" -> passage.sendHalf(passage.forward());
                        case "/other" ->
                            passage.send(passage.forward(passage.request().withTarget("/changed"))
                                    .withBody("changed too"));
                        default -> passage.send(passage.forward());
                    }
                })) {
            int port = URI.create(proxy.baseUrl()).getPort();

            RawClient.Reply whole = post(port, "/whole");
            assertThat(whole.status()).isEqualTo(201);
            assertThat(whole.body().getBytes(StandardCharsets.ISO_8859_1))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("/whole{\"text\":\"Grüße 👋\"}");
            assertThat(whole.hasHeader("x-a: b")).isTrue();
            assertThat(post(port, "/lost").status()).isZero();
            assertThat(post(port, "/late").status()).isZero();
            assertThat(post(port, "/half").body()).isEqualTo("/half{\"text\":\"");
            assertThat(post(port, "/other").body()).isEqualTo("changed too");
            assertThat(proxy.requests())
                    .extracting(ReceivedRequest::target)
                    .containsExactly("/whole", "/lost", "/late", "/half", "/other");
            assertThat(behind.requests())
                    .extracting(ReceivedRequest::target)
                    .containsExactly("/whole", "/late", "/half", "/changed");
        }
    }

    @Test
    void aServerSpeaksTlsWithACertificateThatTheClientTrusts(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.selfSigned(folder);
        try (RawServer server = RawServer.startTls(certificates.server(), connection -> connection.send("over TLS"));
                SSLSocket socket =
                        (SSLSocket) certificates.client().getSocketFactory().createSocket("localhost", server.port())) {
            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("over TLS");
            assertThat(server.baseUrl()).startsWith("https://localhost:");
        }
    }

    @Test
    void nobodyListensAtAClosedPort() {
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), ClosedPort.find()).close())
                .isInstanceOf(ConnectException.class);
    }

    /** Closing a socket leaves the kernel listening while another thread is about to accept from it. */
    @RepeatedTest(100)
    void nobodyListensAtAServerThatIsClosed() throws IOException {
        RawServer server = RawServer.answering("");
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
