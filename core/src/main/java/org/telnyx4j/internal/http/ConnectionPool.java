package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * The connections of a client. HttpClient closes its pool for good when a thread runs into an {@code Error} within a
 * request, such as one for memory that the application survives; this one is closed by {@link #shutDown} alone.
 */
final class ConnectionPool extends PoolingHttpClientConnectionManager {
    private final IdleConnectionEvictor evictor;
    private volatile Runnable whenEvicting = () -> {};
    private boolean evicting;
    private boolean shutDown;

    /**
     * Creates a pool, without a connection.
     *
     * @param operator opens the connections
     * @param keepAlive after which time without use they are closed
     */
    ConnectionPool(StagedConnectionOperator operator, TimeValue keepAlive) {
        super(
                operator,
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                new Connections());
        evictor = new IdleConnectionEvictor(
                this, LibraryThreads.factory("telnyx4j-idle-connection-evictor"), null, keepAlive);
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, @Nullable TimeValue timeout, HttpContext context)
            throws IOException {
        startEvicting();
        super.connect(endpoint, timeout, context);
    }

    /**
     * Sets what is done besides each time idle connections are closed.
     *
     * @param action what is done
     */
    void whenEvicting(Runnable action) {
        whenEvicting = action;
    }

    @Override
    public void closeIdle(TimeValue idleTime) {
        super.closeIdle(idleTime);
        whenEvicting.run();
    }

    /** Not before there is a connection: a client that is only built starts no thread. */
    private synchronized void startEvicting() {
        if (evicting || shutDown) {
            return;
        }
        try {
            evictor.start();
            evicting = true;
        } catch (OutOfMemoryError e) {
            // There can be no further thread at the moment. Idle connections are then closed when it is their turn,
            // and the next connection tries again.
        }
    }

    /** Closes all connections at once. */
    void shutDown() {
        synchronized (this) {
            shutDown = true;
        }
        evictor.shutdown();
        super.close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close() {
        // Only by shutDown().
    }

    @Override
    public void close(CloseMode mode) {
        // Only by shutDown().
    }

    /** Creates connections, with a number for HttpClient's log. */
    private static final class Connections implements HttpConnectionFactory<ManagedHttpClientConnection> {
        private final AtomicLong number = new AtomicLong();

        @Override
        public ManagedHttpClientConnection createConnection(@Nullable Socket socket) {
            return new HttpConnection("telnyx4j-" + number.incrementAndGet());
        }
    }
}
