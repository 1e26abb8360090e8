package org.telnyx4j.benchmarks.faults.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A port that accepts connections, breaks some of them off, and serves the others, each on a thread of its own. */
final class Port implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final ServerSocket listening;
    private final Door door;
    private final @Nullable SSLContext tls;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final Thread acceptor;

    private Port(ServerSocket listening, Door door, @Nullable SSLContext tls, Handler handler) {
        this.listening = listening;
        this.door = door;
        this.tls = tls;
        this.handler = handler;
        this.acceptor = thread(this::accept, "proof-server");
    }

    static Port open(Door door, @Nullable SSLContext tls, Handler handler) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        Port port = new Port(listening, door, tls, handler);
        port.acceptor.start();
        return port;
    }

    int number() {
        return listening.getLocalPort();
    }

    /** Tells whether no connection holds anything that is not read yet. */
    boolean isQuiet() {
        return open.stream().noneMatch(Port::hasUnread);
    }

    private static boolean hasUnread(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            // It is closed, so nobody will read what it may hold.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            // The kernel goes on listening until the thread has left accept().
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                long number = accepted.getAndIncrement();
                thread(() -> serve(socket, number), "proof-connection").start();
            } catch (IOException e) {
                // Closed: the loop ends. Anything else is this one connection's trouble.
            }
        }
    }

    private void serve(Socket socket, long number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (door == Door.SLAMMED && number % 2 == 0) {
                return;
            }
            if (door == Door.TLS_CUT && number % 4 != 3) {
                breakOff(socket, (int) (number % 4));
                return;
            }
            // Only the socket itself is closed: TLS is cut off without the farewell that it has of its own.
            handler.serve(tls == null ? socket : secured(socket, tls));
        } catch (IOException | InterruptedException e) {
            // The client went away or was cut off; the books and the reports tell what came of it.
        } finally {
            open.remove(socket);
        }
    }

    private static void breakOff(Socket socket, int way) throws IOException {
        InputStream in = socket.getInputStream();
        if (way == 1) {
            in.readNBytes(5);
            socket.setSoLinger(true, 0);
        } else if (way == 2) {
            in.readNBytes(5);
            in.skip(in.available());
            // The first bytes of a server's hello that promises more than it holds.
            socket.getOutputStream().write(new byte[] {22, 3, 3, 0, 80, 2, 0, 0});
        }
    }

    private static Socket secured(Socket socket, SSLContext tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }

    /** Serves a connection until it is of no use any more. */
    interface Handler {
        void serve(Socket socket) throws IOException, InterruptedException;
    }
}
