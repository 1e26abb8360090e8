package org.telnyx4j.benchmarks.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.telnyx4j.benchmarks.link.LinkServer.LinkKind;

/**
 * A link that takes its time and loses packets, for machines whose kernel cannot ({@code tc qdisc … netem}). It carries
 * bytes between two TCP connections in packets, each of which arrives one delay after it was sent. A lost packet holds back
 * all that comes after it on its connection, as TCP does: for another round trip if three more packets follow it (the fast
 * retransmission), else for 200 ms and a round trip (Linux's shortest timeout). What it does not have is TCP's congestion
 * control: a loss does not slow a connection down beyond that, which flatters whoever has few connections.
 */
final class LinkProxy {
    private static final int PACKET_BYTES = 1460;
    private static final int LONGEST_QUEUE = 4096;
    private static final int ENOUGH_TO_NOTICE = 3;
    private static final long TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ServerSocketChannel listening;
    private final Selector selector;
    private final int target;
    private final long delayNanos;
    private final double loss;
    private final Random random = new Random(1);
    private final List<Direction> directions = new ArrayList<>();

    private LinkProxy(ServerSocketChannel listening, Selector selector, int target, LinkKind kind) {
        this.listening = listening;
        this.selector = selector;
        this.target = target;
        this.delayNanos = kind.delay().toNanos();
        this.loss = kind.loss();
    }

    static LinkProxy start(int target, LinkKind kind) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        listening.configureBlocking(false);
        Selector selector = Selector.open();
        listening.register(selector, SelectionKey.OP_ACCEPT);
        LinkProxy proxy = new LinkProxy(listening, selector, target, kind);
        Thread thread = new Thread(proxy::run, "link");
        thread.setDaemon(true);
        thread.start();
        return proxy;
    }

    int port() throws IOException {
        return ((InetSocketAddress) listening.getLocalAddress()).getPort();
    }

    private void run() {
        try {
            while (true) {
                await();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid() && key.isAcceptable()) {
                        accept();
                    } else if (key.isValid() && key.isReadable()) {
                        ((Direction) key.attachment()).read();
                    }
                }
                selector.selectedKeys().clear();
                long now = System.nanoTime();
                directions.removeIf(direction -> direction.deliver(now));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The link broke", e);
        }
    }

    private void await() throws IOException {
        long wait = Long.MAX_VALUE;
        long now = System.nanoTime();
        for (Direction direction : directions) {
            Packet next = direction.queue.peek();
            if (next != null) {
                wait = Math.min(wait, next.dueNanos - now);
            }
        }
        if (wait == Long.MAX_VALUE) {
            selector.select();
        } else if (wait <= 0) {
            selector.selectNow();
        } else {
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait)));
        }
    }

    private void accept() throws IOException {
        SocketChannel client = listening.accept();
        if (client == null) {
            return;
        }
        SocketChannel server = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        for (SocketChannel channel : List.of(client, server)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
        }
        // Opening a connection takes a round trip, which loopback does not.
        add(client, server, 2 * delayNanos);
        add(server, client, 0);
    }

    private void add(SocketChannel from, SocketChannel to, long openingNanos) throws IOException {
        Direction direction = new Direction(from, to, System.nanoTime() + openingNanos);
        from.register(selector, SelectionKey.OP_READ, direction);
        directions.add(direction);
    }

    /** Some bytes on their way; no bytes for the end. */
    private static final class Packet {
        private final ByteBuffer bytes;
        private long dueNanos;
        private boolean isLost;

        private Packet(ByteBuffer bytes, long dueNanos, boolean isLost) {
            this.bytes = bytes;
            this.dueNanos = dueNanos;
            this.isLost = isLost;
        }
    }

    /** One direction of a connection. */
    private final class Direction {
        private final SocketChannel from;
        private final SocketChannel to;
        private final long opensNanos;
        private final Deque<Packet> queue = new ArrayDeque<>();
        private boolean isOver;

        private Direction(SocketChannel from, SocketChannel to, long opensNanos) {
            this.from = from;
            this.to = to;
            this.opensNanos = opensNanos;
        }

        private void read() {
            while (queue.size() < LONGEST_QUEUE) {
                ByteBuffer bytes = ByteBuffer.allocate(PACKET_BYTES);
                int count;
                try {
                    count = from.read(bytes);
                } catch (IOException e) {
                    count = -1;
                }
                if (count == 0) {
                    return;
                }
                bytes.flip();
                long due = Math.max(System.nanoTime(), opensNanos) + delayNanos;
                queue.add(new Packet(bytes, due, count > 0 && random.nextDouble() < loss));
                if (count < 0) {
                    from.keyFor(selector).cancel();
                    return;
                }
            }
        }

        /** Delivers what has arrived. Returns true when there is nothing more to come. */
        private boolean deliver(long now) {
            Packet next = queue.peek();
            while (next != null && next.dueNanos - now <= 0) {
                if (next.isLost) {
                    next.isLost = false;
                    next.dueNanos += queue.size() > ENOUGH_TO_NOTICE ? 2 * delayNanos : TIMEOUT_NANOS + 2 * delayNanos;
                    return false;
                }
                if (!write(next)) {
                    return isOver;
                }
                queue.remove();
                next = queue.peek();
            }
            return isOver;
        }

        /** Returns whether all of it was written. */
        private boolean write(Packet packet) {
            try {
                if (!packet.bytes.hasRemaining()) {
                    isOver = true;
                    to.shutdownOutput();
                    return true;
                }
                to.write(packet.bytes);
                return !packet.bytes.hasRemaining();
            } catch (IOException e) {
                isOver = true;
                close(from);
                close(to);
                return false;
            }
        }

        private void close(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
