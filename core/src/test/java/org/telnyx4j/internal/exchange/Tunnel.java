package org.telnyx4j.internal.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.telnyx4j.testing.RawServer;

/** What a proxy does once it has agreed to a tunnel. */
final class Tunnel {
    private Tunnel() {}

    /** Carries bytes both ways until one side closes. */
    static void through(RawServer.Connection client, int port) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread back = new Thread(() -> copy(server, client.socket()));
            back.setDaemon(true);
            back.start();
            copy(client.socket(), server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed.
        }
    }
}
