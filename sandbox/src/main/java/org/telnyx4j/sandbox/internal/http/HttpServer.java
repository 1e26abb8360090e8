package org.telnyx4j.sandbox.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens on a loopback port and serves each connection on a thread of its own. All threads are daemons. Closing it
 * closes all connections, those in the midst of a response too; when {@link #close()} has returned, nobody can connect
 * any more.
 */
public final class HttpServer implements AutoCloseable {
    /** Loopback by number: a name could resolve to an address that the server doesn't listen on. */
    public static final String ADDRESS = "127.0.0.1";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** By default 50, and the kernel drops whoever connects while so many wait. */
    private static final int BACKLOG = 1024;

    private static final long STACK = 512 * 1024;

    private final ServerSocket listener;
    private final HttpHandler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final Thread acceptor;

    private HttpServer(ServerSocket listener, HttpHandler handler) {
        this.listener = listener;
        this.handler = handler;
        this.acceptor = thread("telnyx4j-sandbox-accept", this::accept);
    }

    /**
     * Starts a server.
     *
     * @param port where to listen; 0 for a free one
     * @throws IllegalStateException if it can't listen there
     */
    public static HttpServer start(int port, HttpHandler handler) {
        HttpServer server;
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            server = new HttpServer(listener, handler);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The sandbox could not listen on " + ADDRESS + ":" + port + "; the port may be taken", e);
        }
        server.acceptor.start();
        return server;
    }

    /** Returns the port that it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                // Closed, or one connection that broke before it was there.
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        connections.add(socket);
        if (closing.getCount() == 0) {
            socket.close();
            return;
        }
        HttpConnection connection = new HttpConnection(socket, handler, closing);
        String name = "telnyx4j-sandbox-" + count.incrementAndGet();
        thread(name, () -> {
                    try {
                        connection.run();
                    } finally {
                        connections.remove(socket);
                    }
                })
                .start();
    }

    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listener);
        awaitAcceptor();
        connections.forEach(HttpServer::closeQuietly);
    }

    /** The kernel goes on listening until the thread has left {@code accept()}. */
    private void awaitAcceptor() {
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed, or as good as closed.
        }
    }
}
