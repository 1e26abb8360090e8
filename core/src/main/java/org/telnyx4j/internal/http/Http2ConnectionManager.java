package org.telnyx4j.internal.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.internal.config.RequiredVersions;
import org.telnyx4j.internal.time.Nanos;

/**
 * Stands before the pool and lets many requests share one connection, where the server speaks HTTP/2. All else stays as it
 * is: HttpClient leases, connects, opens tunnels and sends, and where the server speaks HTTP/1.1 the connection that shows
 * it is used for it. Safe for use by any number of threads.
 */
final class Http2ConnectionManager implements HttpClientConnectionManager {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ConnectionPool pool;
    private final Http2Connection.Limits limits;
    private final boolean requiresHttp2;
    private final HttpVersionChoice choice;
    private final Map<HttpRoute, Http2Route> routes = new ConcurrentHashMap<>();
    private volatile boolean shutDown;

    /**
     * Creates a manager, without a connection.
     *
     * @param options the protocol, and how long connections are kept
     * @param pool has the connections
     * @param choice gets whether HTTP/2 is still offered
     * @throws IllegalStateException if HttpCore is too old for HTTP/2
     */
    Http2ConnectionManager(HttpOptions options, ConnectionPool pool, HttpVersionChoice choice) {
        RequiredVersions.checkHttp2();
        this.pool = pool;
        this.choice = choice;
        this.requiresHttp2 = options.protocol() == HttpOptions.Protocol.HTTP_2;
        this.limits = new Http2Connection.Limits(
                Nanos.of(options.keepAlive()),
                Nanos.of(options.maxConnectionAge()),
                QUIET_NANOS,
                Nanos.of(options.connectTimeout()));
        pool.whenEvicting(() -> routes.values().forEach(Http2Route::closeHeldUp));
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, @Nullable Object state) {
        return route.isSecure() ? new Lease(id, route, state) : pool.lease(id, route, timeout, state);
    }

    @Override
    public void release(ConnectionEndpoint endpoint, @Nullable Object state, TimeValue validDuration) {
        if (endpoint instanceof Http2Endpoint http2) {
            http2.release();
        } else if (endpoint instanceof NegotiatedEndpoint negotiated) {
            negotiated.release(state, validDuration);
        } else {
            pool.release(endpoint, state, validDuration);
        }
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, @Nullable TimeValue timeout, HttpContext context)
            throws IOException {
        pool.connect(pooled(endpoint), timeout, context);
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
        pool.upgrade(pooled(endpoint), context);
    }

    private static ConnectionEndpoint pooled(ConnectionEndpoint endpoint) {
        return endpoint instanceof NegotiatedEndpoint negotiated ? negotiated.pooled() : endpoint;
    }

    /** Closes all HTTP/2 connections at once, and lets nobody wait any longer. The pool closes the others. */
    void shutDown() {
        shutDown = true;
        routes.values().forEach(Http2Route::close);
    }

    @Override
    public void close() {
        // Only by shutDown().
    }

    @Override
    public void close(CloseMode mode) {
        // Only by shutDown().
    }

    /** Waits for a place on the HTTP/2 connection, or for a connection from the pool. */
    private final class Lease implements LeaseRequest {
        private final String id;
        private final HttpRoute httpRoute;
        private final @Nullable Object state;
        private final Http2Route route;
        private final Waiter waiter = new Waiter(() -> shutDown);
        private volatile @Nullable LeaseRequest fromPool;

        private Lease(String id, HttpRoute httpRoute, @Nullable Object state) {
            this.id = id;
            this.httpRoute = httpRoute;
            this.state = state;
            this.route = routes.computeIfAbsent(httpRoute, key -> new Http2Route(choice));
        }

        @Override
        public ConnectionEndpoint get(Timeout timeout)
                throws InterruptedException, ExecutionException, TimeoutException {
            long endNanos = System.nanoTime() + timeout.toNanoseconds();
            Http2Connection connection = acquire(endNanos);
            if (connection != null) {
                Http2Endpoint endpoint = new Http2Endpoint(connection);
                if (waiter.isOver()) {
                    endpoint.release();
                    throw over();
                }
                return endpoint;
            }
            ConnectionEndpoint pooled = null;
            try {
                pooled = lease(endNanos);
                return new NegotiatedEndpoint(pooled, pool, route, limits, requiresHttp2);
            } finally {
                if (pooled == null) {
                    route.notOpened();
                }
            }
        }

        private @Nullable Http2Connection acquire(long endNanos)
                throws InterruptedException, ExecutionException, TimeoutException {
            try {
                return route.acquire(endNanos, waiter);
            } catch (TimeoutException e) {
                if (waiter.isOver()) {
                    throw over();
                }
                throw e;
            }
        }

        private ConnectionEndpoint lease(long endNanos)
                throws InterruptedException, ExecutionException, TimeoutException {
            Timeout left = Timeout.of(Math.max(1, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            LeaseRequest request = pool.lease(id, httpRoute, left, state);
            fromPool = request;
            if (waiter.isOver()) {
                request.cancel();
                throw over();
            }
            return request.get(left);
        }

        private ExecutionException over() {
            return new ExecutionException(new ConnectionClosedException("The request was cancelled"));
        }

        @Override
        public boolean cancel() {
            waiter.cancel();
            LeaseRequest request = fromPool;
            if (request != null) {
                request.cancel();
            }
            return true;
        }
    }
}
