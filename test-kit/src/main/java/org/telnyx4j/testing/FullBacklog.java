package org.telnyx4j.testing;

import java.io.IOException;
import java.net.InetAddress;
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
        return start(InetAddress.getLoopbackAddress(), 0);
    }

    /** Starts one at an address of this machine, such as 127.0.0.2, and at a port. */
    public static FullBacklog start(InetAddress address, int port) throws IOException {
        FullBacklog full = new FullBacklog(new ServerSocket(port, 1, address));
        full.fill();
        return full;
    }

    public String baseUrl() {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 100);
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
