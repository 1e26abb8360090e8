package org.telnyx4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves each connection to a port on a thread of its own. When {@link #close()} has returned, nobody can connect any
 * more and all connections are closed.
 */
final class Listener implements AutoCloseable {
    private final ServerSocket socket;
    private final String name;
    private final Service service;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread acceptor;

    Listener(ServerSocket socket, String name, Service service) {
        this.socket = socket;
        this.name = name;
        this.service = service;
        this.acceptor = Threads.daemon(name, this::accept);
    }

    /** What is done with a connection. It is closed when this returns. */
    @FunctionalInterface
    interface Service {
        void serve(Socket connection) throws IOException, InterruptedException;
    }

    void start() {
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Returns how many connections have been accepted so far. */
    int accepted() {
        return accepted.get();
    }

    /** Returns how many of them neither side has closed. */
    int open() {
        return open.size();
    }

    /** Waits until this is closed. */
    void awaitClose() throws InterruptedException {
        closing.await();
    }

    /** Waits until this is closed, or until a time has passed; returns whether it is closed. */
    boolean awaitClose(long millis) throws InterruptedException {
        return closing.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            // The kernel goes on listening until the thread has left accept().
            acceptor.join();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                open.add(connection);
                Threads.daemon(name + "-connection", () -> serve(connection)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            service.serve(connection);
        } catch (IOException | InterruptedException e) {
            // The client went away or the test is over; what it saw is what the test looks at.
        } finally {
            open.remove(connection);
        }
    }
}
