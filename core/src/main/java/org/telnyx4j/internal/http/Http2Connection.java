package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.io.Closer;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * An HTTP/2 connection over TLS that is open, with a thread that reads and one that writes. No caller ever waits for the
 * network here but for its own response, so one that gives up leaves the others alone. Safe for use by any number of
 * threads.
 */
final class Http2Connection {
    private static final long FAREWELL_MILLIS = 1_000;
    private static final int HALF = 2;

    private final SSLSocket tls;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Limits limits;
    private final Consumer<Http2Connection> whenOver;
    private final Http2Session session = new Http2Session();
    private final long beginNanos = System.nanoTime();
    private final Thread writer = LibraryThreads.create("telnyx4j-http2-writer", this::write);

    /**
     * How long things may take.
     *
     * @param idleNanos for how long the connection may be without a request
     * @param ageNanos after which time it takes no further one
     * @param quietNanos after which time without anything from the server it is asked for a sign of life before a request
     * @param pingNanos for how long that is waited for
     */
    record Limits(long idleNanos, long ageNanos, long quietNanos, long pingNanos) {}

    /**
     * Begins HTTP/2 on a connection, with a place reserved for one request.
     *
     * @param tls the connection
     * @param socket the one below it
     * @param limits how long things may take
     * @param whenOver gets it once, when it is closed
     * @throws IOException if it cannot begin
     */
    Http2Connection(SSLSocket tls, Socket socket, Limits limits, Consumer<Http2Connection> whenOver)
            throws IOException {
        this.tls = tls;
        this.socket = socket;
        this.in = tls.getInputStream();
        this.out = tls.getOutputStream();
        this.limits = limits;
        this.whenOver = whenOver;
    }

    /**
     * Starts the threads.
     *
     * @throws IOException if it cannot; the connection is closed then, or will be in a moment
     */
    void start() throws IOException {
        try {
            // A socket's own limit could end in the middle of a record.
            tls.setSoTimeout(0);
            LibraryThreads.create("telnyx4j-http2-reader", this::read).start();
        } catch (IOException | OutOfMemoryError e) {
            close();
            whenOver.accept(this);
            throw new IOException("An HTTP/2 connection cannot begin", e);
        }
        try {
            writer.start();
        } catch (OutOfMemoryError e) {
            // The other thread ends, too, and does the rest.
            close();
            throw new IOException("There is no thread for an HTTP/2 connection", e);
        }
    }

    /** Returns whether it takes further requests. */
    boolean takesMore() {
        if (System.nanoTime() - beginNanos >= limits.ageNanos) {
            session.retire();
        }
        return session.takesMore();
    }

    /** Returns whether the server asked for HTTP/1.1. */
    boolean needsHttp1() {
        return session.needsHttp1();
    }

    /** Takes no further request, and closes when those under way are over. */
    void retire() {
        session.retire();
    }

    /**
     * Reserves a place for a request, and waits until there is one. A connection without a sign of life takes no further
     * request. Those under way go on: they may have more time.
     *
     * @param endNanos until when, by the clock of the JVM
     * @param waiter who waits
     * @return false if the connection takes no further request
     * @throws TimeoutException if there is no place in time
     */
    boolean reserve(long endNanos, Waiter waiter) throws InterruptedException, TimeoutException {
        if (!session.reserve(endNanos, waiter)) {
            return false;
        }
        boolean isAlive = false;
        try {
            long now = System.nanoTime();
            isAlive = session.isAlive(limits.quietNanos, now + Math.min(limits.pingNanos, (endNanos - now) / HALF));
        } finally {
            if (!isAlive) {
                release();
            }
        }
        if (!isAlive) {
            session.retire();
        }
        return isAlive;
    }

    /** Gives a place back. */
    void release() {
        if (session.release()) {
            // Else it would wait for a server that reads nothing for as long as TCP does.
            closeSockets();
        }
    }

    /** Closes it if nobody needs it, but the thread that writes is held up by a server that does not read. */
    void closeIfHeldUp() {
        if (session.retireIfHeldUp()) {
            closeSockets();
        }
    }

    /** Has a request sent for which there is a place. */
    Http2Stream submit(ClassicHttpRequest request, AttemptContext attempt) throws IOException {
        HttpEntity entity = request.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readAllBytes();
        Http2Stream stream = new Http2Stream(session, attempt, HeaderCodec.headers(request), body);
        session.submit(stream);
        return stream;
    }

    /** Closes it at once. */
    void close() {
        session.end(ConnectionClosedException::new, null);
        closeSockets();
    }

    private void write() {
        FrameBuffer frames = new FrameBuffer();
        List<Http2Stream> written = new ArrayList<>();
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = session.collect(frames, written, limits.idleNanos);
                frames.writeTo(out);
                out.flush();
                frames.clear();
                session.written(written);
                written.clear();
            }
            tls.shutdownOutput();
        } catch (IOException e) {
            awaitLastWords();
            session.end(() -> copyOf(e), null);
        } catch (InterruptedException | RuntimeException | Error e) {
            session.end(ConnectionClosedException::new, null);
        } finally {
            closeSockets();
        }
    }

    /** A server that does not read any more may have sent before what it did not take. */
    private void awaitLastWords() {
        session.retire();
        try {
            session.awaitEnd(TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS));
        } catch (InterruptedException e) {
            // Nobody interrupts it, and it ends here.
        }
    }

    private void read() {
        FrameReader frames = new FrameReader();
        try {
            while (frames.read(in)) {
                session.receive(frames);
            }
            session.end(() -> new ConnectionClosedException("The server closed the connection"), null);
        } catch (Http2ErrorException e) {
            session.end(() -> copyOf(e), e.code());
        } catch (IOException e) {
            session.end(() -> copyOf(e), null);
        } catch (RuntimeException | Error e) {
            session.end(ConnectionClosedException::new, H2Error.INTERNAL_ERROR.getCode());
        } finally {
            try {
                writer.join(FAREWELL_MILLIS);
            } catch (InterruptedException e) {
                // Nobody interrupts it, and it ends here.
            }
            closeSockets();
            whenOver.accept(this);
        }
    }

    /** Each call gets an exception of its own, as it adds to its suppressed ones. */
    private static IOException copyOf(IOException original) {
        IOException copy = new ConnectionClosedException("The HTTP/2 connection broke");
        copy.initCause(original);
        return copy;
    }

    /** The one below at first: TLS could wait for the other thread, which waits for the network. */
    private void closeSockets() {
        Closer.closeQuietly(socket);
    }
}
