package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on loopback that takes requests byte for byte and answers with whatever bytes a script
 * writes, so that a test can break the protocol at will.
 */
final class LoopbackServer implements AutoCloseable {
    /** What came in. */
    static final class Request {
        private final String line;
        private final List<String> headers;
        private final byte[] body;

        private Request(String line, List<String> headers, byte[] body) {
            this.line = line;
            this.headers = headers;
            this.body = body;
        }

        String line() {
            return line;
        }

        List<String> headers() {
            return headers;
        }

        byte[] body() {
            return body;
        }

        String target() {
            return line.split(" ", -1)[1];
        }

        /** Returns the values of a header, its name in exactly this case. */
        List<String> values(String name) {
            String start = name + ": ";
            return headers.stream()
                    .filter(header -> header.startsWith(start))
                    .map(header -> header.substring(start.length()))
                    .toList();
        }
    }

    /** Writes one answer. The connection stays open unless the script closes the socket. */
    @FunctionalInterface
    interface Script {
        void answer(Request request, Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private LoopbackServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    }

    static LoopbackServer start(Script script) {
        try {
            LoopbackServer server = new LoopbackServer(script);
            startThread(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort() + "/v2";
    }

    int connections() {
        return connections.get();
    }

    int waitingRequests() {
        return requests.size();
    }

    /** Takes the oldest request that no one has taken yet. */
    Request takeRequest() throws InterruptedException {
        Request request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                startThread(() -> serve(socket));
            } catch (IOException e) {
                // The listener was closed: the test is over.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (!socket.isClosed()) {
                Request request = read(socket.getInputStream());
                if (request.line().isEmpty()) {
                    return;
                }
                requests.add(request);
                script.answer(request, socket);
            }
        } catch (IOException e) {
            // The client cut the connection, as several tests want it to.
        } finally {
            sockets.remove(socket);
        }
    }

    private static Request read(InputStream in) throws IOException {
        String line = readLine(in);
        if (line.isEmpty()) {
            return new Request("", List.of(), new byte[0]);
        }
        List<String> headers = new ArrayList<>();
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            headers.add(header);
        }
        Request head = new Request(line, List.copyOf(headers), new byte[0]);
        int length = head.values("Content-Length").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        return new Request(line, head.headers(), in.readNBytes(length));
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** A script that answers every request with the same bytes. */
    static Script answering(byte[] bytes) {
        return (request, socket) -> {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        };
    }

    /** A script that answers with these bytes and then hangs up. */
    static Script hangingUpAfter(byte[] bytes) {
        return (request, socket) -> {
            answering(bytes).answer(request, socket);
            socket.close();
        };
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
