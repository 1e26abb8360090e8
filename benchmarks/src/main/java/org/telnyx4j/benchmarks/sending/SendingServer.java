package org.telnyx4j.benchmarks.sending;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes texts on loopback and confirms each at once with a response of the usual size. A process of its own. */
public final class SendingServer {
    private static final String BODY =
            "{\"data\":{\"record_type\":\"message\",\"direction\":\"outbound\",\"id\":\"40385f64-5717-4562-b3fc-2c963f66afa6\","
                    + "\"type\":\"SMS\",\"messaging_profile_id\":\"4000eba1-a0c0-4563-9925-b25e842a7cb6\",\"organization_id\":"
                    + "\"b448f9cc-a842-4784-98e9-03c1a5872950\",\"from\":{\"phone_number\":\"+14165550199\",\"carrier\":\"\","
                    + "\"line_type\":\"long_code\"},\"to\":[{\"phone_number\":\"+14165550123\",\"status\":\"queued\",\"carrier\":"
                    + "\"Bell\",\"line_type\":\"Wireless\"}],\"cc\":[],\"text\":\"" + Sender.TEXT
                    + "\",\"subject\":null,"
                    + "\"media\":[],\"webhook_url\":\"https://example.com/telnyx\",\"webhook_failover_url\":null,\"encoding\":"
                    + "\"GSM-7\",\"parts\":1,\"tags\":[],\"cost\":null,\"cost_breakdown\":null,\"tcr_campaign_id\":null,"
                    + "\"received_at\":\"2026-01-01T12:00:00.000+00:00\",\"sent_at\":null,\"completed_at\":null,"
                    + "\"valid_until\":\"2026-01-01T13:00:00.000+00:00\",\"errors\":[]}}";
    private static final byte[] RESPONSE = ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
                    + "x-request-id: 3f2a1b4c-0000-4000-8000-000000000000\r\nx-ratelimit-limit: 1000\r\n"
                    + "x-ratelimit-remaining: 999\r\nx-ratelimit-reset: 1\r\nContent-Length: " + BODY.length()
                    + "\r\n\r\n"
                    + BODY)
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);

    private SendingServer() {}

    /** Prints its port and serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(server), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
    }

    private static void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                int length = head(in);
                if (length < 0) {
                    return;
                }
                in.skipNBytes(length);
                out.write(RESPONSE);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    /** Reads a request's head. Returns the length of its body, or -1 where there is no further request. */
    private static int head(InputStream in) throws IOException {
        int length = 0;
        int matched = 0;
        int lineLength = 0;
        boolean inLength = false;
        while (true) {
            int c = in.read();
            if (c < 0) {
                return -1;
            }
            if (c == '\n') {
                if (lineLength == 0) {
                    return length;
                }
                lineLength = 0;
                matched = 0;
                inLength = false;
            } else if (c != '\r') {
                lineLength++;
                if (inLength && c >= '0' && c <= '9') {
                    length = length * 10 + (c - '0');
                } else if (!inLength && matched == lineLength - 1 && Character.toLowerCase(c) == LENGTH[matched]) {
                    matched++;
                    inLength = matched == LENGTH.length;
                }
            }
        }
    }
}
