package org.telnyx4j.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server that never accepts, and whose queue is full, so that the kernel drops whoever else knocks. */
public final class FullBacklog implements AutoCloseable {
    private static final int MOST = 1_000;

    private final ServerSocket server;
    private final List<Socket> queue = new ArrayList<>();

    private FullBacklog(ServerSocket server) {
        this.server = server;
    }

    public static FullBacklog start() throws IOException {
        FullBacklog full = new FullBacklog(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        full.fill();
        return full;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("The queue does not fill");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
        server.close();
    }
}
