package org.telnyx4j.sandbox.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection: reads requests and sends what the handler responds with, until one side closes. For one thread. */
final class HttpConnection implements Runnable {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LINGER_MILLIS = 1000;
    private static final int LINGER_BYTES = 64 * 1024 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Socket socket;
    private final HttpHandler handler;
    private final CountDownLatch closing;

    HttpConnection(Socket socket, HttpHandler handler, CountDownLatch closing) {
        this.socket = socket;
        this.handler = handler;
        this.closing = closing;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) IDLE.toMillis());
            HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            boolean open = true;
            while (open && closing.getCount() > 0) {
                open = serveNext(reader, out);
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone, or the server is closing. Nobody is left to be told.
        }
    }

    private boolean serveNext(HttpReader reader, OutputStream out) throws IOException, InterruptedException {
        HttpReader.Head head;
        byte[] body;
        try {
            head = reader.head();
            if (head == null) {
                return false;
            }
            if (head.has("expect", "100-continue") && !head.http10()) {
                out.write(CONTINUE);
            }
            body = reader.body(head);
        } catch (BadHttpException e) {
            HttpResponse response = e.toResponse().withHeader("connection", "close");
            out.write(head(response, response.body().length));
            out.write(response.body());
            finish(out);
            return false;
        }
        HttpResponse response = handler.handle(new HttpRequest(head.method(), head.target(), head.headers(), body));
        if (!head.keepsAlive()) {
            response = response.withHeader("connection", "close");
        } else if (head.http10()) {
            response = response.withHeader("connection", "keep-alive");
        }
        byte[] sent = head.method().equals("HEAD") ? new byte[0] : response.body();
        byte[] headOfResponse = head(response, response.body().length);
        for (Wire.Step step : response.wire().steps(headOfResponse, sent)) {
            if (!take(step, out)) {
                return false;
            }
        }
        return head.keepsAlive();
    }

    private boolean take(Wire.Step step, OutputStream out) throws IOException, InterruptedException {
        if (step instanceof Wire.Step.Send send) {
            out.write(send.bytes());
            out.flush();
            return true;
        }
        if (step instanceof Wire.Step.Pause pause) {
            return !closing.await(pause.duration().toNanos(), TimeUnit.NANOSECONDS);
        }
        if (step instanceof Wire.Step.Reset) {
            // With a linger of 0 the close sends RST.
            socket.setSoLinger(true, 0);
            return false;
        }
        finish(out);
        return false;
    }

    /**
     * Ends the response so that the client reads all of it. If it is still sending, what it sends is read for a while: a
     * connection that is closed with unread bytes is reset, and the client might lose the response with it.
     */
    private void finish(OutputStream out) throws IOException {
        out.flush();
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        byte[] rest = new byte[8192];
        for (int left = LINGER_BYTES; left > 0; ) {
            int read = socket.getInputStream().read(rest);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static byte[] head(HttpResponse response, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(ReasonPhrases.of(response.status()))
                .append("\r\n");
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        boolean hasLength = response.headers().containsKey("content-length")
                || response.headers().containsKey("transfer-encoding");
        if (!hasLength && response.status() != 204 && response.status() != 304) {
            head.append("content-length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
