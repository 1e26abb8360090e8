package org.telnyx4j.sandbox.internal.webhooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One POST of a webhook on a connection of its own, which is closed at the deadline whatever the receiver does. It follows
 * no redirect, keeps nothing, and logs nothing, for what it sends is private.
 */
final class HttpTry {
    private static final int MOST_HEAD_BYTES = 64 * 1024;
    private static final int MOST_BODY_BYTES = 64 * 1024;

    private final URI url;
    private final Duration timeout;
    private volatile boolean expired;
    private volatile boolean aborted;
    private volatile @Nullable Socket open;

    HttpTry(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /** What came of a try: the status, or why there is none. */
    record Response(@Nullable Integer status, boolean timedOut) {}

    Response send(Map<String, String> headers, byte[] body, ScheduledExecutorService timer) {
        ScheduledFuture<?> deadline = timer.schedule(this::expire, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request(headers, body));
            socket.getOutputStream().flush();
            return new Response(status(new BufferedInputStream(socket.getInputStream())), false);
        } catch (SocketTimeoutException e) {
            // The socket's own limit, which is as long as the deadline and can come first.
            return new Response(null, true);
        } catch (IOException | RuntimeException e) {
            // A RuntimeException: a host or a port that no URL can have.
            return new Response(null, expired);
        } finally {
            deadline.cancel(false);
        }
    }

    /** Ends the try from another thread. */
    void abort() {
        aborted = true;
        closeQuietly();
    }

    private void expire() {
        expired = true;
        closeQuietly();
    }

    private void closeQuietly() {
        Socket socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
                open = null;
            }
        }
    }

    private Socket connect() throws IOException {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        String host = url.getHost();
        if (host == null) {
            throw new IOException("the URL has no host");
        }
        IOException last = new IOException("the host has no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket plain = new Socket();
            open = plain;
            try {
                checkAlive();
                plain.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
                plain.setTcpNoDelay(true);
                plain.setSoTimeout((int) timeout.toMillis());
                return secure ? secured(plain, host, port) : plain;
            } catch (IOException e) {
                plain.close();
                last = e;
            }
        }
        throw last;
    }

    private void checkAlive() throws IOException {
        if (expired || aborted) {
            throw new IOException("the try is over");
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] request(Map<String, String> headers, byte[] body) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        StringBuilder head = new StringBuilder(512);
        head.append("POST ").append(target).append(" HTTP/1.1\r\n");
        head.append("host: ").append(url.getHost());
        if (url.getPort() >= 0) {
            head.append(':').append(url.getPort());
        }
        head.append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("content-length: ").append(body.length).append("\r\nconnection: close\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    /** Reads the final response's status; once that is there, it stands, whatever the body does. */
    private int status(InputStream in) throws IOException {
        String head = head(in);
        int status = statusOf(head);
        while (status < 200) {
            head = head(in);
            status = statusOf(head);
        }
        try {
            drain(in, head, status);
        } catch (IOException e) {
            // The receiver has responded; that its body broke off or came too late changes nothing.
            return status;
        }
        return status;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(256);
        while (head.length() < MOST_HEAD_BYTES) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the response has no end of its head");
            }
            head.append((char) next);
            int length = head.length();
            if (next == '\n' && length >= 4 && head.lastIndexOf("\r\n\r\n") == length - 4) {
                return head.toString();
            }
        }
        throw new IOException("the head is too long");
    }

    private static int statusOf(String head) throws IOException {
        String line = head.substring(0, head.indexOf('\r'));
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("no HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    /** Reads the body, so that the receiver can write it to its end. */
    private static void drain(InputStream in, String head, int status) throws IOException {
        String headers = head.toLowerCase(Locale.ROOT);
        if (status == 204 || status == 304 || headers.contains("\r\ncontent-length: 0\r\n")) {
            return;
        }
        long length = contentLength(headers);
        byte[] tail = new byte[5];
        for (long read = 0; read < MOST_BODY_BYTES && (length < 0 || read < length); read++) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            System.arraycopy(tail, 1, tail, 0, 4);
            tail[4] = (byte) next;
            if (length < 0 && new String(tail, StandardCharsets.ISO_8859_1).equals("0\r\n\r\n")) {
                return;
            }
        }
    }

    private static long contentLength(String headers) {
        int at = headers.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return -1;
        }
        String value = headers.substring(at + 17, headers.indexOf('\r', at + 2)).trim();
        return value.matches("[0-9]{1,15}") ? Long.parseLong(value) : -1;
    }
}
