package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a connection to the first of several addresses that accepts one (RFC 8305, "happy eyeballs"). The next address
 * is tried as soon as one has refused, or after a while without news from those before, which go on. So a dead address
 * costs a fraction of a second and not a connect timeout. For one use, on one thread, which all of them share; an
 * interrupt ends it, and so does closing the connection.
 */
final class AddressRace {
    private static final long LONGEST_HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SHORTEST_HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<InetSocketAddress> addresses;
    private final HttpConnection connection;
    private final long endNanos;
    private final long headStartNanos;
    private int begun;
    private int pending;
    private @Nullable IOException failure;

    /**
     * Prepares a race.
     *
     * @param addresses where to connect to, in this order, at least one
     * @param connection ends the race when it is closed
     * @param limitNanos how long the whole race may take
     */
    AddressRace(List<InetSocketAddress> addresses, HttpConnection connection, long limitNanos) {
        this.addresses = addresses;
        this.connection = connection;
        this.endNanos = System.nanoTime() + limitNanos;
        long share = limitNanos / (addresses.size() + 1);
        this.headStartNanos = Math.max(SHORTEST_HEAD_START_NANOS, Math.min(LONGEST_HEAD_START_NANOS, share));
    }

    /**
     * Runs the race.
     *
     * @return the winner, connected and in blocking mode
     * @throws IOException if there is none in time
     */
    SocketChannel run() throws IOException {
        Selector selector = Selector.open();
        SocketChannel winner = null;
        try {
            connection.connecting(selector);
            winner = await(selector);
            winner.keyFor(selector).cancel();
            winner.configureBlocking(true);
            return winner;
        } finally {
            connection.connecting(null);
            for (SelectionKey key : selector.keys()) {
                if (key.channel() != winner) {
                    Closer.closeQuietly(key.channel());
                }
            }
            selector.close();
        }
    }

    private SocketChannel await(Selector selector) throws IOException {
        long nextNanos = System.nanoTime();
        while (true) {
            failIfOver();
            long now = System.nanoTime();
            while (begun < addresses.size() && (pending == 0 || now - nextNanos >= 0)) {
                SocketChannel channel = begin(selector, addresses.get(begun++));
                if (channel != null && channel.isConnected()) {
                    return channel;
                }
                nextNanos = now + headStartNanos;
            }
            if (pending == 0 && failure != null) {
                throw failure;
            }
            long wakeNanos = begun < addresses.size() && nextNanos - endNanos < 0 ? nextNanos : endNanos;
            selector.select(TimeUnit.NANOSECONDS.toMillis(Math.max(0, wakeNanos - now)) + 1);
            for (SelectionKey key : selector.selectedKeys()) {
                if (isConnected((SocketChannel) key.channel())) {
                    return (SocketChannel) key.channel();
                }
                // The next one need not wait any longer.
                nextNanos = System.nanoTime();
            }
            selector.selectedKeys().clear();
        }
    }

    private void failIfOver() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while connecting");
        }
        if (connection.isClosed()) {
            throw new ConnectionClosedException("closed while connecting");
        }
        if (System.nanoTime() - endNanos >= 0) {
            throw failure == null ? new SocketTimeoutException("Connect timed out") : failure;
        }
    }

    private @Nullable SocketChannel begin(Selector selector, InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT);
            channel.connect(address);
            pending++;
            return channel;
        } catch (IOException e) {
            failed(channel, e);
        } catch (UnsupportedAddressTypeException e) {
            failed(channel, new ConnectException("This machine has no addresses of this kind"));
        }
        return null;
    }

    private boolean isConnected(SocketChannel channel) {
        try {
            return channel.finishConnect();
        } catch (IOException e) {
            pending--;
            failed(channel, e);
            return false;
        }
    }

    private void failed(SocketChannel channel, IOException why) {
        failure = why;
        Closer.closeQuietly(channel);
    }
}
