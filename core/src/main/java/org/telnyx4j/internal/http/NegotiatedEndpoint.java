package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.errors.Http2UnavailableException;

/**
 * A connection from the pool, of which it shows only once it is open whether the server speaks HTTP/1.1 on it, or HTTP/2.
 * For one request.
 */
final class NegotiatedEndpoint extends ConnectionEndpoint implements Identifiable {
    private final ConnectionEndpoint pooled;
    private final ConnectionPool pool;
    private final Http2Route route;
    private final Http2Connection.Limits limits;
    private final boolean requiresHttp2;
    private volatile boolean isReported;
    private volatile @Nullable Http2Endpoint http2;

    /**
     * Creates an endpoint.
     *
     * @param pooled the connection as the pool has it
     * @param pool the pool
     * @param route gets what the server speaks
     * @param limits of an HTTP/2 connection
     * @param requiresHttp2 whether HTTP/1.1 is refused
     */
    NegotiatedEndpoint(
            ConnectionEndpoint pooled,
            ConnectionPool pool,
            Http2Route route,
            Http2Connection.Limits limits,
            boolean requiresHttp2) {
        this.pooled = pooled;
        this.pool = pool;
        this.route = route;
        this.limits = limits;
        this.requiresHttp2 = requiresHttp2;
    }

    /** Returns the connection as the pool has it. */
    ConnectionEndpoint pooled() {
        return pooled;
    }

    @Override
    public String getId() {
        return pooled instanceof Identifiable known ? known.getId() : "telnyx4j";
    }

    @Override
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, RequestExecutor executor, HttpContext context)
            throws IOException, HttpException {
        if (Method.CONNECT.isSame(request.getMethod())) {
            return pooled.execute(id, request, executor, context);
        }
        return pooled.execute(
                id,
                request,
                (sent, connection, same) -> isHttp2(connection)
                        ? onStream(id, sent, (HttpConnection) connection, same)
                        : executor.execute(sent, connection, same),
                context);
    }

    /** What nothing calls: it is the older form of the other. */
    @Override
    @SuppressWarnings("deprecation")
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, HttpRequestExecutor executor, HttpContext context)
            throws IOException, HttpException {
        return execute(
                id, request, (sent, connection, same) -> executor.execute(sent, connection, null, same), context);
    }

    private boolean isHttp2(HttpClientConnection connection) throws IOException {
        SSLSocket tls = connection instanceof HttpConnection ours ? ours.tls() : null;
        if (AlpnTlsStrategy.isHttp2(tls)) {
            return true;
        }
        if (requiresHttp2) {
            throw new Http2UnavailableException();
        }
        isReported = true;
        route.speaksHttp1();
        return false;
    }

    private ClassicHttpResponse onStream(
            String id, ClassicHttpRequest request, HttpConnection connection, HttpContext context) throws IOException {
        SSLSocket tls = connection.tls();
        Socket base = connection.base();
        if (tls == null || base == null) {
            throw new ConnectionClosedException("closed before the request was sent");
        }
        Http2Connection opened = new Http2Connection(tls, base, limits, this::giveBack);
        Http2Endpoint endpoint = new Http2Endpoint(opened);
        http2 = endpoint;
        route.begins(opened);
        opened.start();
        isReported = true;
        route.opened(opened);
        return endpoint.execute(id, request, (RequestExecutor) null, context);
    }

    /** The connection stays away from the pool as long as it carries streams, and counts as one of its connections. */
    private void giveBack(Http2Connection closed) {
        route.over(closed);
        pooled.close(CloseMode.IMMEDIATE);
        pool.release(pooled, null, TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public boolean isConnected() {
        return http2 != null || pooled.isConnected();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        pooled.setSocketTimeout(timeout);
    }

    @Override
    public @Nullable EndpointInfo getInfo() {
        return pooled.getInfo();
    }

    @Override
    public void close(CloseMode mode) {
        Http2Endpoint streams = http2;
        if (streams == null) {
            pooled.close(mode);
        } else {
            streams.close(mode);
        }
    }

    @Override
    public void close() throws IOException {
        Http2Endpoint streams = http2;
        if (streams == null) {
            pooled.close();
        } else {
            streams.close();
        }
    }

    /**
     * Gives it back when the request is over.
     *
     * @param state what the connection belongs to, or null
     * @param validDuration how long it can be used again
     */
    void release(@Nullable Object state, TimeValue validDuration) {
        Http2Endpoint streams = http2;
        if (streams == null) {
            pool.release(pooled, state, validDuration);
        } else {
            streams.release();
        }
        if (!isReported) {
            route.notOpened();
        }
    }
}
