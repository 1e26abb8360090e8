package org.telnyx4j.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpServerTest {
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server = HttpServer.start(0, request -> {
        requests.add(request);
        return HttpResponse.text(200, "text/plain", request.method() + " " + request.body().length);
    });

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aConnectionServesManyRequests() throws IOException {
        String responses = raw(
                "GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two?x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(responses.split("HTTP/1.1 200 OK", -1)).hasSize(3);
        assertThat(requests).extracting(HttpRequest::path).containsExactly("/one", "/two");
        assertThat(requests.get(1).query()).isEqualTo("x=1");
    }

    @Test
    void aBodyInChunksIsReadWhole() throws IOException {
        String head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunks = "4;note=1\r\nWiki\r\n5\r\npedia\r\n0\r\nX-Trailer: 1\r\n\r\n";
        String response = raw(head + chunks);

        assertThat(response).endsWith("POST 9");
        assertThat(new String(requests.get(0).body(), StandardCharsets.UTF_8)).isEqualTo("Wikipedia");
    }

    @Test
    void aClientThatExpectsToBeAskedIsAsked() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            String asked = new String(socket.getInputStream().readNBytes(25), StandardCharsets.US_ASCII);
            write(socket, "ok");
            String response = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);

            assertThat(asked).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(response).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void theHeadOfAResponseComesWithoutItsBody() throws IOException {
        String response = raw("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(response).contains("content-length: 6").endsWith("\r\n\r\n");
    }

    @Test
    void anOldClientIsServedOnceUnlessItAsksForMore() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).contains("connection: close").endsWith("GET 0");
        assertThat(raw("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n")
                        .split("HTTP/1.1 200", -1))
                .hasSize(3);
    }

    @Test
    void aTargetWithSchemeAndHostIsTakenToo() throws IOException {
        raw("GET http://localhost/v2/x?y=%20z HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(requests.get(0).path()).isEqualTo("/v2/x");
        assertThat(requests.get(0).queryParameters()).containsEntry("y", List.of(" z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | GET /                                                                   | nothing
            400 | GET / HTTP/1.1                                                          | Hos t: a
            400 | GET / HTTP/1.1                                                          | X-Host: a
            505 | GET / HTTP/2.0                                                          | Host: a
            400 | POST / HTTP/1.1                                                         | Host: a~Content-Length: x
            400 | POST / HTTP/1.1                                                         | Host: a~Content-Length: -1
            400 | POST / HTTP/1.1                                                         | Host: a~Content-Length: 1~Content-Length: 2
            400 | POST / HTTP/1.1                                                         | Host: a~Content-Length: 1~Transfer-Encoding: chunked
            501 | POST / HTTP/1.1                                                         | Host: a~Transfer-Encoding: gzip
            413 | POST / HTTP/1.1                                                         | Host: a~Content-Length: 99999999999999999999
            """)
    void whatIsNoHttpIsRefusedAndTheConnectionClosed(int status, String line, String headers) throws IOException {
        String response = raw(line + "\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 " + status).contains("connection: close");
        assertThat(requests).isEmpty();
    }

    @Test
    void aHeadWithoutEndIsRefused() throws IOException {
        String response = raw("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 431");
    }

    @Test
    void aClientThatBreaksOffHarmsNobody() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
        }

        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .endsWith("GET 0");
        assertThat(requests).hasSize(1);
    }

    /** Closing a socket leaves the kernel listening while another thread is about to accept from it. */
    @RepeatedTest(100)
    void nobodyListensAtAServerThatIsClosed() {
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
