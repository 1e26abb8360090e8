package org.telnyx4j.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 server on loopback that does to each connection and stream what a test tells it to, down to the frame, and
 * records what it gets.
 */
public final class Http2Server implements AutoCloseable {
    private final Listener listener;
    private final Handler handler;
    private final int[] settings;
    private final Queue<Http2Request> requests = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Http2Request> arrivals = new LinkedBlockingQueue<>();
    private final Queue<Http2ServerConnection> connections = new ConcurrentLinkedQueue<>();

    private Http2Server(ServerSocket socket, Handler handler, int... settings) {
        this.handler = handler;
        this.settings = settings;
        this.listener = new Listener(socket, "http2-server", connection -> serve((SSLSocket) connection));
        listener.start();
    }

    /** What happens to requests. */
    @FunctionalInterface
    public interface Handler {
        /** Handles a whole request, on a thread of its own. */
        void handle(Http2Request request) throws IOException, InterruptedException;

        /** Notes the head of a request whose body is still to come; the connection is not read meanwhile. */
        default void begun(Http2Request request) throws IOException, InterruptedException {
            // Nothing, unless the test is about it.
        }

        /** Begins a connection; nothing was read or written yet. */
        default void connected(Http2ServerConnection connection) throws IOException, InterruptedException {
            // Nothing, unless the test is about it.
        }
    }

    /**
     * Starts a server.
     *
     * @param context its certificate
     * @param handler what happens to requests
     * @param settings names and values in turns, as they go into the SETTINGS frame
     */
    public static Http2Server start(SSLContext context, Handler handler, int... settings) throws IOException {
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 512, InetAddress.getLoopbackAddress());
        return new Http2Server(socket, handler, settings);
    }

    /** Returns the port on loopback. */
    public int port() {
        return listener.port();
    }

    /** Returns the address that a client under test is given. */
    public String baseUrl() {
        return "https://localhost:" + port() + "/v2";
    }

    /** Returns how many connections have been accepted so far. */
    public int accepted() {
        return listener.accepted();
    }

    /** Returns how many of them neither side has closed. */
    public int openConnections() {
        return listener.open();
    }

    /** Returns all connections that began HTTP/2, in their order. */
    public List<Http2ServerConnection> connections() {
        return List.copyOf(connections);
    }

    /** Returns all whole requests so far. */
    public List<Http2Request> requests() {
        return List.copyOf(requests);
    }

    /** Waits for the next whole request that nobody has waited for yet. */
    public Http2Request awaitRequest() throws InterruptedException {
        Http2Request request = arrivals.poll(Threads.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request arrived");
        }
        return request;
    }

    /** Does nothing until the test is over. */
    public void ignore() throws InterruptedException {
        listener.awaitClose();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(SSLSocket connection) throws IOException, InterruptedException {
        SSLParameters parameters = connection.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        connection.setSSLParameters(parameters);
        Http2ServerConnection begun = new Http2ServerConnection(connection, this::arrived, handler);
        handler.connected(begun);
        connection.startHandshake();
        connections.add(begun);
        begun.serve(new DataInputStream(connection.getInputStream()), settings);
    }

    private void arrived(@Nullable Http2Request request) {
        if (request == null) {
            return;
        }
        requests.add(request);
        arrivals.add(request);
        Threads.daemon("http2-server-stream", () -> {
                    try {
                        handler.handle(request);
                    } catch (IOException | InterruptedException e) {
                        // The client went away or the test is over; what it saw is what the test looks at.
                    }
                })
                .start();
    }
}
