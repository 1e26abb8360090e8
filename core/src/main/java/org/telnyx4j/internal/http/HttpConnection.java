package org.telnyx4j.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Telnyx. Other than one of HttpClient's own, it can be checked for unasked input without waiting, it
 * logs neither headers nor bodies, and closing it ends an attempt to connect as well. HttpClient's own class is final before
 * 5.6.
 */
final class HttpConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection, Identifiable {
    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);
    /** Three of HttpCore's own buffers are 96 KB, and there can be ten thousand connections. What is longer passes them by. */
    private static final Http1Config SMALL_BUFFERS =
            Http1Config.custom().setBufferSize(4_096).build();

    /** For so many requests a connection has to show that the server does not close it as soon as it has responded. */
    private static final int PROBATION = 16;
    /** How long ago a response may be for the end to be still on its way, which no check would find. */
    private static final long BRIEF_NANOS = 1_000_000;

    private final String id;
    private final ByteBuffer oneByte = ByteBuffer.allocate(1);
    private Timeout socketTimeout = Timeout.ZERO_MILLISECONDS;
    private int requests;
    private long restingSince;
    private boolean isChecking;
    private boolean isChecked;
    private volatile boolean closed;
    private volatile @Nullable Selector connecting;

    HttpConnection(String id) {
        super(SMALL_BUFFERS);
        this.id = id;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** Returns the TLS connection, or null if there is none. */
    @Nullable
    SSLSocket tls() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSSLSocket();
    }

    /** Returns what is below TLS, or null if there is no connection. */
    @Nullable
    Socket base() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getBaseSocket();
    }

    /**
     * Returns whether the connection must not carry another request: there is something to read although nothing was
     * asked, or the server has closed it. Only between two exchanges.
     */
    @Override
    public boolean isStale() {
        try {
            isChecked = !hasInput();
        } catch (IOException e) {
            isChecked = false;
        }
        return !isChecked;
    }

    /**
     * Returns whether the connection can carry the next request. It is checked unless it has just been: the pool does that
     * with a connection that it has kept, and a check costs as much as sending.
     */
    boolean isFit() {
        return isChecked || !isStale();
    }

    /** Returns whether the connection can go back to the pool: nothing may be left after a response. */
    @Override
    public boolean isConsistent() {
        return super.isConsistent() && !hasLeftover();
    }

    private boolean hasLeftover() {
        try {
            SocketHolder holder = getSocketHolder();
            return holder == null || isRead(holder);
        } catch (IOException e) {
            return true;
        }
    }

    private boolean hasInput() throws IOException {
        SocketHolder holder = getSocketHolder();
        if (holder == null) {
            return true;
        }
        // On a new connection TLS itself may have something to send after its handshake.
        boolean isQuiet = requests > 0 || holder.getSSLSocket() == null;
        return isRead(holder) || (isQuiet && isReadable(holder.getBaseSocket()));
    }

    /** Whether HttpCore or TLS has read something that nobody has taken yet. */
    private boolean isRead(SocketHolder holder) throws IOException {
        if (holder.getSSLSocket() != null && holder.getInputStream().available() > 0) {
            return true;
        }
        // HttpCore has no method to ask for its buffer alone, so it finds that there is nothing else.
        isChecking = true;
        try {
            return isDataAvailable(AT_ONCE);
        } finally {
            isChecking = false;
        }
    }

    /** Whether there is a byte, or the end, to be read. */
    private boolean isReadable(Socket socket) throws IOException {
        return socket.getInputStream().available() > 0 || (mayHaveEnded() && hasEnded(socket));
    }

    /**
     * Whether it is worth five system calls to look for the end, which is a sixth of the CPU time of a small call. It is not
     * where the connection has just been used, and has been for a while: a server that closes it now could do so a moment
     * later as well. One that ends TLS in an orderly way sends bytes, which are looked for each time.
     */
    private boolean mayHaveEnded() {
        return requests < PROBATION || System.nanoTime() - restingSince > BRIEF_NANOS;
    }

    /** Whether there is the end, or a byte, which is lost: the connection must be closed then. */
    private boolean hasEnded(Socket socket) throws IOException {
        SocketChannel channel = socket.getChannel();
        channel.configureBlocking(false);
        try {
            oneByte.clear();
            return channel.read(oneByte) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new Holder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        requests = 0;
        bind(new Holder(tls, socket));
    }

    @Override
    protected void bind(SocketHolder holder) throws IOException {
        if (closed) {
            holder.getSocket().close();
            throw new ConnectionClosedException("closed before it was open");
        }
        super.bind(holder);
        socketTimeout = Timeout.ofMilliseconds(holder.getSocket().getSoTimeout());
    }

    /** Also sets what {@link #activate} sets again. */
    @Override
    public void setSocketTimeout(@Nullable Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = Timeout.defaultsToInfinite(timeout);
    }

    /** In the pool, there is no time limit for what nobody reads. */
    @Override
    public void passivate() {
        isChecked = false;
        restingSince = System.nanoTime();
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        requests++;
        isChecked = false;
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // It is private.
    }

    /**
     * Sets what {@link #close} wakes.
     *
     * @param selector waits for a connection, or null once there is one
     */
    void connecting(@Nullable Selector selector) {
        connecting = selector;
    }

    /** Returns whether it was closed, perhaps before it was even open. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        wake();
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        wake();
        super.close(mode);
    }

    private void wake() {
        Selector waiting = connecting;
        if (waiting != null) {
            waiting.wakeup();
        }
    }

    /** A socket whose input can be closed for a moment, without a wrapper that logs. */
    private final class Holder extends SocketHolder {
        private Holder(Socket socket) {
            super(socket);
        }

        private Holder(SSLSocket tls, Socket socket) {
            super(tls, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new Input(socket.getInputStream());
        }
    }

    /** Reads nothing while the connection is being checked. */
    private final class Input extends FilterInputStream {
        private Input(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return isChecking ? 0 : in.read(bytes, offset, length);
        }
    }
}
