package org.telnyx4j.internal.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A place on an HTTP/2 connection, which HttpClient takes for a connection of its own. For one request. */
final class Http2Endpoint extends ConnectionEndpoint implements Identifiable {
    private final Http2Connection connection;
    private final AtomicBoolean isReleased = new AtomicBoolean();
    private volatile @Nullable Http2Stream stream;

    /**
     * Creates an endpoint.
     *
     * @param connection the connection, on which a place is reserved
     */
    Http2Endpoint(Http2Connection connection) {
        this.connection = connection;
    }

    @Override
    public String getId() {
        return "telnyx4j-http2";
    }

    @Override
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, @Nullable RequestExecutor executor, HttpContext context)
            throws IOException {
        Http2Stream begun = connection.submit(request, (AttemptContext) context);
        stream = begun;
        if (isReleased.get()) {
            // It was cancelled before anybody could know of the stream.
            begun.abandon();
        }
        return begun.await();
    }

    /** What nothing calls: it is the older form of the other. */
    @Override
    @SuppressWarnings("deprecation")
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, HttpRequestExecutor executor, HttpContext context)
            throws IOException {
        return execute(id, request, (RequestExecutor) null, context);
    }

    /** A connection that has gone meanwhile fails when it gets the request, which was not sent then. */
    @Override
    public boolean isConnected() {
        return true;
    }

    /** The time of the whole attempt counts instead. */
    @Override
    public void setSocketTimeout(Timeout timeout) {
        // Nothing to set.
    }

    @Override
    public void close(CloseMode mode) {
        release();
    }

    @Override
    public void close() {
        release();
    }

    /** Gives the place back, and the request up if it is not over. Doing so again does nothing. */
    void release() {
        if (isReleased.compareAndSet(false, true)) {
            Http2Stream begun = stream;
            if (begun != null) {
                begun.abandon();
            }
            connection.release();
        }
    }
}
