package org.telnyx4j.benchmarks.faults.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Writes to a connection, whole, in part, or slowly. */
final class Wire {
    private static final int PIECES = 12;

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    static byte[] head(int status, String headers, int length) {
        String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n"
                + "x-request-id: 5a3f0c1e-0000-4000-8000-000000000000\r\n" + headers + "Content-Length: " + length
                + "\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    void send(byte[]... parts) throws IOException {
        OutputStream out = socket.getOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        // In one write, so that only the faults that mean to do it cut an answer into pieces.
        out.write(all);
        out.flush();
    }

    void sendHalf(byte[] bytes) throws IOException {
        send(Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** Sends in pieces that are spread evenly over some time. */
    void trickle(byte[] bytes, Duration time) throws IOException, InterruptedException {
        int piece = Math.max(1, bytes.length / PIECES);
        for (int from = 0; from < bytes.length; from += piece) {
            send(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
            Thread.sleep(time.dividedBy(PIECES + 1).toMillis());
        }
    }

    /** Closes with a reset instead of a farewell. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says that nothing more will come, and waits until the client has closed as well, but not for ever. */
    void halfClose(Duration atMost) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) atMost.toMillis());
        while (in.read() >= 0) {
            // Whatever it says comes too late.
        }
    }

    /** Resets the connection at the first byte of another request; returns if there is none. */
    void resetAtNextByte() throws IOException {
        if (in.read() >= 0) {
            reset();
        }
    }
}
