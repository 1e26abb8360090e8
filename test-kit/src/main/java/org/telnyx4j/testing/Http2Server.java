package org.telnyx4j.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 server on loopback that does to each connection and stream what a test tells it to, down to the frame, and
 * records what it gets.
 */
public final class Http2Server implements AutoCloseable {
    private final ServerSocket socket;
    private final Handler handler;
    private final int[] settings;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<Http2Request> requests = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Http2Request> arrivals = new LinkedBlockingQueue<>();
    private final Queue<Http2ServerConnection> connections = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Http2Server(ServerSocket socket, Handler handler, int... settings) {
        this.socket = socket;
        this.handler = handler;
        this.settings = settings;
        daemon(this::accept, "http2-server").start();
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
        return socket.getLocalPort();
    }

    /** Returns the address that a client under test is given. */
    public String baseUrl() {
        return "https://localhost:" + port() + "/v2";
    }

    /** Returns how many connections have been accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Returns how many of them neither side has closed. */
    public int openConnections() {
        return open.size();
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
        closing.await();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SSLSocket connection = (SSLSocket) socket.accept();
                accepted.incrementAndGet();
                open.add(connection);
                daemon(() -> serve(connection), "http2-server-connection").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            SSLParameters parameters = connection.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            connection.setSSLParameters(parameters);
            Http2ServerConnection begun = new Http2ServerConnection(connection, this::arrived, handler);
            handler.connected(begun);
            connection.startHandshake();
            connections.add(begun);
            begun.serve(new DataInputStream(connection.getInputStream()), settings);
        } catch (IOException | InterruptedException e) {
            // The client went away or the test is over; what it saw is what the test looks at.
        } finally {
            open.remove(connection);
        }
    }

    private void arrived(@Nullable Http2Request request) {
        if (request == null) {
            return;
        }
        requests.add(request);
        arrivals.add(request);
        daemon(
                        () -> {
                            try {
                                handler.handle(request);
                            } catch (IOException | InterruptedException e) {
                                // As above.
                            }
                        },
                        "http2-server-stream")
                .start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
