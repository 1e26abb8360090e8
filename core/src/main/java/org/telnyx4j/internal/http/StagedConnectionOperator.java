package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ConnectExceptionSupport;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.FailureStage;

/**
 * Opens connections, within the time that the attempt has and whatever the number of addresses, and notes how far it has
 * come. HttpClient's own class cannot be extended: it does not load on a Java image without {@code jdk.net}.
 */
final class StagedConnectionOperator implements HttpClientConnectionOperator {
    private final DeadlineDnsResolver dnsResolver;
    private final Lookup<TlsSocketStrategy> tls;

    StagedConnectionOperator(DeadlineDnsResolver dnsResolver, Lookup<TlsSocketStrategy> tls) {
        this.dnsResolver = dnsResolver;
        this.tls = tls;
    }

    /** What nothing calls: it is the older form of the next one. */
    @Override
    public void connect(
            @Nullable ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress localAddress,
            @Nullable TimeValue connectTimeout,
            SocketConfig socketConfig,
            HttpContext context)
            throws IOException {
        Timeout timeout = connectTimeout == null ? null : Timeout.of(connectTimeout.toDuration());
        connect(connection, host, null, timeout, context);
    }

    /** What HttpClient 5.4 and 5.5 call. */
    @Override
    public void connect(
            @Nullable ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout connectTimeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        connect(connection, host, name, connectTimeout, context);
    }

    /** What HttpClient 5.6 calls. */
    @Override
    public void connect(
            @Nullable ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout connectTimeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        connect(connection, host, name, connectTimeout, context);
    }

    private void connect(
            @Nullable ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Timeout connectTimeout,
            HttpContext context)
            throws IOException {
        if (!(connection instanceof HttpConnection opened)) {
            // It was closed between lease and connect, and the pool has taken it away.
            throw new ConnectionClosedException("closed before it was opened");
        }
        AttemptContext attempt = (AttemptContext) context;
        long longestNanos = connectTimeout == null ? Long.MAX_VALUE : connectTimeout.toNanoseconds();
        attempt.reached(FailureStage.RESOLVE);
        int port = DefaultSchemePortResolver.INSTANCE.resolve(host.getSchemeName(), host);
        List<InetSocketAddress> left = new ArrayList<>(dnsResolver.resolve(host.getHostName(), port, attempt));
        while (true) {
            try {
                connectToOneOf(left, opened, host, name == null ? host : name, longestNanos, attempt);
                return;
            } catch (IOException e) {
                if (left.isEmpty() || opened.isClosed() || attempt.isOver()) {
                    throw ConnectExceptionSupport.enhance(e, host);
                }
            }
        }
    }

    /** Connects to one of the addresses. Where that fails, those that are certainly of no use are gone from the list. */
    private void connectToOneOf(
            List<InetSocketAddress> left,
            HttpConnection connection,
            HttpHost host,
            NamedEndpoint name,
            long longestNanos,
            AttemptContext attempt)
            throws IOException {
        attempt.reached(FailureStage.CONNECT);
        Socket socket;
        try {
            long limitNanos = Math.min(longestNanos, attempt.remainingNanos());
            socket = new AddressRace(List.copyOf(left), connection, limitNanos)
                    .run()
                    .socket();
        } catch (IOException e) {
            left.clear();
            throw e;
        }
        left.remove((InetSocketAddress) socket.getRemoteSocketAddress());
        try {
            socket.setTcpNoDelay(true);
            connection.bind(socket);
            TlsSocketStrategy strategy = tls.lookup(host.getSchemeName());
            if (strategy != null) {
                attempt.reached(FailureStage.TLS);
                // So much that there is time for the other addresses if this one does not respond.
                long limitNanos = Math.min(longestNanos, attempt.remainingNanos() / (left.size() + 1));
                SSLSocket secured = handshake(strategy, socket, name, limitNanos, attempt);
                connection.bind(secured, socket);
            }
        } catch (IOException | RuntimeException e) {
            Closer.closeQuietly(socket);
            throw e;
        }
    }

    private static SSLSocket handshake(
            TlsSocketStrategy strategy, Socket socket, NamedEndpoint name, long limitNanos, AttemptContext attempt)
            throws IOException {
        // One more, as 0 would mean no limit.
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE - 1, TimeUnit.NANOSECONDS.toMillis(limitNanos)) + 1);
        SSLSocket secured = strategy.upgrade(socket, name.getHostName(), name.getPort(), null, attempt);
        socket.setSoTimeout(0);
        return secured;
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) throws IOException {
        upgrade(connection, host, null, null, context);
    }

    /** The tunnel of a proxy is open, and TLS begins within it. */
    @Override
    public void upgrade(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Socket socket = connection.getSocket();
        TlsSocketStrategy strategy = tls.lookup(URIScheme.HTTPS.id);
        if (socket == null || strategy == null) {
            throw new ConnectionClosedException("closed before TLS began");
        }
        ((AttemptContext) context).reached(FailureStage.TLS);
        NamedEndpoint server = name == null ? host : name;
        connection.bind(strategy.upgrade(socket, server.getHostName(), server.getPort(), attachment, context), socket);
    }
}
