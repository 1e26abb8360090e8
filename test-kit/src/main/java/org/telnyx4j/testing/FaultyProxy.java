package org.telnyx4j.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server that behaves, and lets a rule decide of each request whether it gets through
 * and what the client gets to see of the response: late, in part, another one, or nothing. It has no state of its own.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final URI upstream;
    private final RawServer server;

    private FaultyProxy(URI upstream, Rule rule) throws IOException {
        this.upstream = upstream;
        this.server = RawServer.start(
                RawServer.toEach((request, connection) -> rule.handle(new Passage(request, connection))));
    }

    /**
     * Starts a proxy.
     *
     * @param upstream the address of the server behind it, without TLS; only host and port count
     * @param rule what happens to each request, on a thread for each connection
     */
    public static FaultyProxy inFrontOf(URI upstream, Rule rule) throws IOException {
        return new FaultyProxy(upstream, rule);
    }

    /** Returns the address that a client under test is given. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Returns all requests so far, those included that did not get through. */
    public List<ReceivedRequest> requests() {
        return server.requests();
    }

    /** Waits for the next request that nobody has waited for yet. */
    public ReceivedRequest awaitRequest() throws InterruptedException {
        return server.awaitRequest();
    }

    @Override
    public void close() {
        server.close();
    }

    /** What happens to one request. The connection stays open unless this closes it. */
    @FunctionalInterface
    public interface Rule {
        void handle(Passage passage) throws IOException, InterruptedException;
    }

    /** A request on its way through the proxy. */
    public final class Passage {
        private final ReceivedRequest request;
        private final RawServer.Connection client;

        private Passage(ReceivedRequest request, RawServer.Connection client) {
            this.request = request;
            this.client = client;
        }

        /** Returns the request as the client sent it. */
        public ReceivedRequest request() {
            return request;
        }

        /** Lets the request through, and returns the response, which the client has not got yet. */
        public Response forward() throws IOException {
            return forward(request);
        }

        /** Lets another request through in its place, and returns the response. */
        public Response forward(ReceivedRequest changed) throws IOException {
            try (Socket socket = new Socket(upstream.getHost(), upstream.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.getOutputStream()
                        .write(Response.concat(
                                changed.head().getBytes(StandardCharsets.ISO_8859_1), changed.bodyBytes()));
                socket.getOutputStream().flush();
                return read(new BufferedInputStream(socket.getInputStream()));
            }
        }

        /** Sends the client a response. */
        public void send(Response response) throws IOException {
            client.send(response);
        }

        /** Sends the client the head and half of the body, and closes the connection. */
        public void sendHalf(Response response) throws IOException {
            client.send(response.half());
            client.close();
        }

        /** Closes the client's connection. */
        public void close() throws IOException {
            client.close();
        }

        /** Does nothing until the test is over. */
        public void ignore() throws InterruptedException {
            client.ignore();
        }
    }

    private static Response read(InputStream in) throws IOException {
        String head = HttpHead.read(in);
        if (head == null) {
            throw new IOException("The server behind the proxy closed the connection");
        }
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        int status = Integer.parseInt(lines.remove(0).split(" ", -1)[1]);
        Response bare = Response.of(status, "", lines.toArray(String[]::new));
        @Nullable String length = bare.header("Content-Length");
        byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        lines.removeIf(line -> line.regionMatches(true, 0, "content-length:", 0, "content-length:".length()));
        return Response.of(status, body, lines.toArray(String[]::new));
    }
}
