package org.telnyx4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on loopback at which nobody listens. */
public final class ClosedPort {
    private ClosedPort() {}

    /** Returns one that was free a moment ago. */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an address at which nobody responds. */
    public static String url() {
        return "http://127.0.0.1:" + find();
    }
}
