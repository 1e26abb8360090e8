package org.telnyx4j.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that does to each connection what a test tells it to, down to the byte, and records what it gets.
 */
public final class RawServer implements AutoCloseable {
    private final Listener listener;
    private final Queue<ReceivedRequest> requests = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<ReceivedRequest> arrivals = new LinkedBlockingQueue<>();
    private final boolean tls;

    private RawServer(ServerSocket socket, boolean tls, Handler handler) {
        this.tls = tls;
        this.listener = new Listener(socket, "raw-server", connection -> handler.handle(new Connection(connection)));
        listener.start();
    }

    /** Starts a server that hands each connection to a handler. */
    public static RawServer start(Handler handler) throws IOException {
        return new RawServer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), false, handler);
    }

    /** Starts a server that speaks TLS. */
    public static RawServer startTls(SSLContext context, Handler handler) throws IOException {
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 128, InetAddress.getLoopbackAddress());
        return new RawServer(socket, true, handler);
    }

    /** Starts a server that responds to each request with the same bytes, and keeps connections open. */
    public static RawServer answering(String response) throws IOException {
        return start(answeringWith(request -> response));
    }

    /** Starts a server that responds to each request with the same response, and keeps connections open. */
    public static RawServer answering(Response response) throws IOException {
        return answering(response.bytes());
    }

    /** Starts a server that responds to each request with the same bytes, and keeps connections open. */
    public static RawServer answering(byte[] response) throws IOException {
        return start(toEach((request, connection) -> connection.send(response)));
    }

    /** Returns a handler that responds to each request, and keeps connections open. */
    public static Handler answeringWith(Function<ReceivedRequest, String> answer) {
        return toEach((request, connection) -> connection.send(answer.apply(request)));
    }

    /** Returns a handler that hands over each request of a connection, until one side closes it. */
    public static Handler toEach(RequestHandler each) {
        return connection -> {
            ReceivedRequest request = connection.read();
            while (request != null) {
                each.handle(request, connection);
                request = connection.isClosed() ? null : connection.read();
            }
        };
    }

    /** Returns a whole response in JSON, as text. */
    public static String json(int status, String body, String... headerLines) {
        return Response.json(status, body, headerLines).text();
    }

    /** Returns the port on loopback. */
    public int port() {
        return listener.port();
    }

    /** Returns the address that a client under test is given. */
    public String baseUrl() {
        return (tls ? "https" : "http") + "://localhost:" + port() + "/v2";
    }

    /** Returns how many connections have been accepted so far. */
    public int connections() {
        return listener.accepted();
    }

    /** Returns how many of them neither side has closed. */
    public int openConnections() {
        return listener.open();
    }

    /** Returns all whole requests so far. */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns how many whole requests nobody has waited for yet. */
    public int waitingRequests() {
        return arrivals.size();
    }

    /** Waits for the next whole request that nobody has waited for yet. */
    public ReceivedRequest awaitRequest() throws InterruptedException {
        ReceivedRequest request = arrivals.poll(Threads.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request arrived");
        }
        return request;
    }

    /** Forgets the requests so far. */
    public void forget() {
        requests.clear();
        arrivals.clear();
    }

    @Override
    public void close() {
        listener.close();
    }

    /** What happens to one connection. It is closed when this returns. */
    @FunctionalInterface
    public interface Handler {
        void handle(Connection connection) throws IOException, InterruptedException;
    }

    /** What happens to one request. The connection stays open unless this closes it. */
    @FunctionalInterface
    public interface RequestHandler {
        void handle(ReceivedRequest request, Connection connection) throws IOException, InterruptedException;
    }

    /** One connection, from the server's side. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** Returns the connection itself. */
        public Socket socket() {
            return socket;
        }

        /** Reads one whole request; null where the client closed the connection instead. */
        public @Nullable ReceivedRequest read() throws IOException {
            String head = HttpHead.read(in);
            if (head == null) {
                return null;
            }
            ReceivedRequest bare = new ReceivedRequest(head, new byte[0]);
            String length = bare.header("Content-Length");
            byte[] body = length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
            ReceivedRequest request = new ReceivedRequest(head, body);
            requests.add(request);
            arrivals.add(request);
            return request;
        }

        /** Sends text as UTF-8. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends a whole response. */
        public void send(Response response) throws IOException {
            send(response.bytes());
        }

        /** Sends bytes as they are. */
        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Sends text slowly: one byte, a pause, the next byte, until the client goes away. */
        public void trickle(String text, long pauseMillis) throws IOException, InterruptedException {
            for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(each);
                socket.getOutputStream().flush();
                if (listener.awaitClose(pauseMillis)) {
                    return;
                }
            }
        }

        /** Does nothing until the client closes the connection. */
        public void awaitClose() throws IOException {
            while (in.read() >= 0) {
                // Whatever it says is not of interest.
            }
        }

        /** Does nothing, and does not even read, until the test is over. */
        public void ignore() throws InterruptedException {
            listener.awaitClose();
        }

        /** Closes the connection. */
        public void close() throws IOException {
            socket.close();
        }

        /** Returns whether this side has closed the connection. */
        public boolean isClosed() {
            return socket.isClosed();
        }

        /** Cuts the connection with a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
