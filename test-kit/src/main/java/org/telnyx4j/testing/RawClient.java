package org.telnyx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests byte for byte, and reads the response as it comes: no client library corrects anything. */
public final class RawClient {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");

    private RawClient() {}

    /** What came back. */
    public record Reply(int status, String head, String body) {
        /** Returns whether the head has this line, in any case. */
        public boolean hasHeader(String line) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + line.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }

    /** Sends a request whose head ends with the given lines, and a {@code Connection: close}. */
    public static Reply send(int port, String requestLine, List<String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        return send(port, head.append("\r\n").toString(), body, false);
    }

    /** Sends a head and a body as they are; shuts down its side of the connection if told so. */
    public static Reply send(int port, String head, byte[] body, boolean thenShutDown) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(ISO_8859_1));
                out.write(body);
                out.flush();
                if (thenShutDown) {
                    socket.shutdownOutput();
                }
            } catch (IOException e) {
                // The server may respond and close before it has read everything.
            }
            return parse(readAll(socket));
        }
    }

    /** A body in chunks of the given size. */
    public static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < body.length; start += size) {
            int length = Math.min(size, body.length - start);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            out.write(body, start, length);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] readAll(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count; !isComplete(all) && (count = socket.getInputStream().read(buffer)) >= 0; ) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException e) {
            // A reset after the response: the server closed without having read everything.
        }
        return all.toByteArray();
    }

    /** Returns whether a body has arrived whole by its announced length: the server may not close for a while. */
    private static boolean isComplete(ByteArrayOutputStream all) {
        String text = all.toString(ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        return end >= 0
                && length.find()
                && Integer.parseInt(length.group(1)) > 0
                && text.length() >= end + 4 + Integer.parseInt(length.group(1));
    }

    private static Reply parse(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, all, "");
        }
        int status = Integer.parseInt(all.substring(9, 12));
        return new Reply(status, all.substring(0, end + 2), all.substring(end + 4));
    }
}
