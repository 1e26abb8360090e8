package org.telnyx4j.benchmarks.concurrency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Takes messages on loopback, counts each by its text, and responds after a while. One thread serves all connections, so
 * that ten thousand of them are no burden. It may also hold its responses back until so many requests are there at once.
 */
public final class PatientServer implements AutoCloseable {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Longer than any request of the run. */
    private static final int LONGEST_REQUEST = 4_096;

    private static final long LONGEST_HOLD_NANOS = Duration.ofMinutes(3).toNanos();

    private final Selector selector;
    private final ServerSocketChannel server;
    private final long delayNanos;
    private final int holdUntil;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Thread thread;
    private long holdEndNanos = Long.MAX_VALUE;
    private boolean isHolding;
    private int most;
    private int connections;
    private volatile boolean closed;

    private record Waiting(SocketChannel channel, String text, long dueNanos) {}

    /** What was counted. */
    public record Counts(int requests, int texts, int most, int connections) {}

    private PatientServer(Selector selector, ServerSocketChannel server, Duration delay, int holdUntil) {
        this.selector = selector;
        this.server = server;
        this.delayNanos = delay.toNanos();
        this.holdUntil = holdUntil;
        this.isHolding = holdUntil > 0;
        this.thread = new Thread(this::run, "patient-server");
        this.thread.setDaemon(true);
    }

    /**
     * Starts a server.
     *
     * @param delay how long it takes for a response
     * @param holdUntil how many requests must be there at once before it responds to any, 0 for none; it waits three minutes at
     *     most
     * @return the server
     */
    public static PatientServer start(Duration delay, int holdUntil) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16_384);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        PatientServer started = new PatientServer(selector, server, delay, holdUntil);
        started.thread.start();
        return started;
    }

    /** Returns where it is. */
    public String baseUrl() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /** Prints its address, serves until its standard input ends, and prints what it has counted. */
    public static void main(String[] args) throws Exception {
        PatientServer server = start(Duration.ofMillis(Long.parseLong(args[0])), Integer.parseInt(args[1]));
        System.out.println(server.baseUrl() + " -");
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
        Counts counts = server.stop();
        System.out.println(counts.requests() + " " + counts.texts() + " " + counts.most() + " " + counts.connections());
    }

    /** Stops, and returns what was counted. */
    public Counts stop() throws InterruptedException {
        close();
        thread.join();
        return new Counts(texts.values().stream().mapToInt(count -> count).sum(), texts.size(), most, connections);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void run() {
        try (selector;
                server) {
            while (!closed) {
                selector.select(waiting.isEmpty() ? 100 : 1);
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                respond();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel channel = server.accept();
                if (channel != null) {
                    connections++;
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST_REQUEST));
                }
            } else if (key.isReadable()) {
                read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            }
        } catch (IOException e) {
            key.cancel();
            closeQuietly(key);
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    private void read(SocketChannel channel, ByteBuffer buffer) throws IOException {
        if (channel.read(buffer) < 0) {
            channel.close();
            return;
        }
        String request =
                StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
        int head = request.indexOf(new String(END_OF_HEAD, StandardCharsets.US_ASCII));
        if (head < 0 || !request.endsWith("}")) {
            return;
        }
        buffer.clear();
        int start = request.indexOf("\"text\":\"", head) + 8;
        String text = request.substring(start, request.indexOf('"', start));
        texts.merge(text, 1, Integer::sum);
        long now = System.nanoTime();
        if (isHolding && holdEndNanos == Long.MAX_VALUE) {
            holdEndNanos = now + LONGEST_HOLD_NANOS;
        }
        waiting.add(new Waiting(channel, text, now + delayNanos));
        most = Math.max(most, waiting.size());
    }

    private void respond() {
        long now = System.nanoTime();
        if (isHolding && (waiting.size() >= holdUntil || now - holdEndNanos >= 0)) {
            isHolding = false;
        }
        while (!isHolding && !waiting.isEmpty() && now - waiting.element().dueNanos() >= 0) {
            Waiting next = waiting.remove();
            String body = "{\"data\":{\"id\":\"" + next.text() + "\",\"to\":[{\"status\":\"queued\"}]}}";
            String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            try {
                // Less than any socket's buffer.
                next.channel().write(ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                // The client has gone.
            }
        }
    }
}
