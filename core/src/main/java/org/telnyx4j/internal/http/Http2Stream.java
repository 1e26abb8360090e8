package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.io.entity.BasicHttpEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2PseudoResponseHeaders;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.FailureStage;

/**
 * One request and its response on an HTTP/2 connection. The thread that calls waits here; the connection's two threads
 * send and receive. All of it is guarded by the lock of the connection.
 */
final class Http2Stream {
    private static final int INFORMATIONAL = 100;
    private static final int FINAL = 200;
    private static final int LARGEST_STATUS = 999;
    private static final int WINDOW_UPDATE_PART = 2;

    /** How many bytes of a response may be under way that nobody has read yet. */
    static final int WINDOW = 512 * 1024;

    private final Connection connection;
    private final ReentrantLock lock;
    private final Condition changed;
    private final AttemptContext attempt;
    private final List<Header> headers;
    private final byte[] body;
    private final Deque<byte[]> received = new ArrayDeque<>();

    private int id;
    private long sentNanos;
    private int sentBytes;
    private long sendWindow;
    private long receiveWindow;
    private int consumedBytes;
    private long receivedBytes;
    private int readOffset;
    private long declaredLength = -1;
    private @Nullable ClassicHttpResponse response;
    private @Nullable IOException failure;
    private boolean isBegun;
    private boolean isComplete;
    private boolean isClosed;
    private boolean isSignalled;

    /** What a stream needs of its connection. All is called with the lock held. */
    interface Connection {
        /** Returns what guards the connection and its streams. */
        ReentrantLock lock();

        /**
         * Gives the server leave to send as much again as was taken of a stream.
         *
         * @param stream the stream, 0 where it needs no more
         * @param onStream how much may be sent on it
         * @param onConnection how much may be sent on any
         */
        void consumed(int stream, int onStream, int onConnection);

        /**
         * Notes that a request is given up.
         *
         * @param stream the request
         * @param error what the server is told
         */
        void abandoned(Http2Stream stream, H2Error error);
    }

    /**
     * Creates a stream; nothing is sent yet.
     *
     * @param connection its connection
     * @param attempt the attempt, which decides at the last moment whether it is sent
     * @param headers the headers of the request
     * @param body its body, empty for none
     */
    Http2Stream(Connection connection, AttemptContext attempt, List<Header> headers, byte[] body) {
        this.connection = connection;
        this.lock = connection.lock();
        this.changed = lock.newCondition();
        this.attempt = attempt;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Waits for the head of the response.
     *
     * @return the response, whose body is read from the connection
     * @throws IOException if there is none
     */
    ClassicHttpResponse await() throws IOException {
        lock.lock();
        try {
            while (response == null && failure == null) {
                pause();
            }
            if (response != null) {
                return response;
            }
            throw raised();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the request up, if it is not over. The server is told, if it has heard of it. */
    void abandon() {
        lock.lock();
        try {
            fail(new ConnectionClosedException("The request was given up"));
            wake();
            giveBack();
            if (isClosed) {
                return;
            }
            isClosed = true;
            boolean isResponded = isComplete && failure == null;
            connection.abandoned(this, isResponded ? H2Error.NO_ERROR : H2Error.CANCEL);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something has changed, but not longer than the attempt may take. Who calls checks what. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause() throws IOException {
        long left = attempt.remainingNanos();
        if (left <= 0) {
            throw new SocketTimeoutException("The time for the response passed");
        }
        try {
            changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the response");
        }
    }

    private IOException raised() {
        IOException thrown = failure;
        return thrown == null ? new ConnectionClosedException() : thrown;
    }

    // What the connection calls, with the lock held.

    /** Returns the identifier, 0 as long as nothing was sent. */
    int id() {
        return id;
    }

    AttemptContext attempt() {
        return attempt;
    }

    List<Header> headers() {
        return headers;
    }

    /** Returns when it was sent, by the clock of the JVM. */
    long sentNanos() {
        return sentNanos;
    }

    /** Returns whether nothing is to be sent or received any more. */
    boolean isClosed() {
        return isClosed;
    }

    /**
     * Gives the stream its number; it is sent now.
     *
     * @param number the identifier
     * @param window how much of the body the server takes at once
     */
    void begin(int number, long window) {
        id = number;
        sendWindow = window;
        receiveWindow = WINDOW;
        sentNanos = System.nanoTime();
    }

    /** Returns whether there is something left of the body. */
    boolean hasUnsent() {
        return sentBytes < body.length;
    }

    boolean maySend() {
        return isClosed || sendWindow > 0;
    }

    /** Lets more be sent, or less. Returns false if it would be more than there can be. */
    boolean widen(long by) {
        sendWindow += by;
        return sendWindow <= Integer.MAX_VALUE;
    }

    /**
     * Writes as much of the body as may be sent.
     *
     * @param out where to
     * @param most how many bytes at most
     * @return how many these were
     */
    int writeBody(FrameBuffer out, int most) {
        int chunk = (int) Math.max(0, Math.min(Math.min(most, sendWindow), body.length - sentBytes));
        if (chunk > 0) {
            out.data(id, body, sentBytes, chunk, sentBytes + chunk == body.length);
            sentBytes += chunk;
            sendWindow -= chunk;
        }
        return chunk;
    }

    /** Notes that all of the request was written. */
    void written() {
        if (!isClosed) {
            attempt.reached(FailureStage.AWAIT_RESPONSE);
        }
    }

    /** Takes a block of headers: of an interim response, of the response, or what comes after its body. */
    void receive(List<Header> block, boolean endsStream) throws Http2ErrorException {
        requireOpen();
        isBegun = true;
        if (response == null) {
            int status = status(block);
            if (status < FINAL) {
                if (endsStream) {
                    throw malformed("An interim response ends the stream");
                }
                return;
            }
            response = response(status, block, endsStream);
        } else if (!endsStream) {
            throw malformed("Headers come within a body");
        }
        if (endsStream) {
            complete();
        }
    }

    /** Takes a part of the body. */
    void receive(byte[] data, int length, boolean endsStream) throws Http2ErrorException {
        requireOpen();
        if (response == null) {
            throw malformed("A body comes before its headers");
        }
        receiveWindow -= length;
        if (receiveWindow < 0) {
            throw new Http2ErrorException(H2Error.FLOW_CONTROL_ERROR, "More comes than the server was allowed to send");
        }
        receivedBytes += data.length;
        if (data.length > 0) {
            received.add(data);
        }
        credit(length - data.length);
        if (endsStream) {
            complete();
        }
    }

    /** Ends the stream without a whole response. One that is over already stays as it is. */
    void fail(IOException why) {
        if (!isComplete && failure == null) {
            failure = why;
            isSignalled = true;
        }
    }

    /** Notes that the connection has done with it. */
    void close() {
        isClosed = true;
    }

    /** Returns whether the response has come to its end. */
    boolean isComplete() {
        return isComplete;
    }

    /** Returns whether the server has begun to respond, and be it with an interim response: then it refuses nothing. */
    boolean isBegun() {
        return isBegun;
    }

    /** Wakes who waits, if something has changed. */
    void wake() {
        if (isSignalled) {
            isSignalled = false;
            changed.signalAll();
        }
    }

    /** Notes that who waits is to be woken. */
    void touch() {
        isSignalled = true;
    }

    private void requireOpen() throws Http2ErrorException {
        if (isComplete) {
            throw new Http2ErrorException(H2Error.STREAM_CLOSED, "Something comes after the end of a response");
        }
    }

    private void complete() {
        if (declaredLength >= 0 && declaredLength != receivedBytes) {
            fail(new ConnectionClosedException("The body has another length than announced"));
        }
        isComplete = true;
        isSignalled = true;
    }

    private static int status(List<Header> block) throws Http2ErrorException {
        int status = 0;
        boolean isPseudo = true;
        for (Header header : block) {
            if (!header.getName().startsWith(":")) {
                isPseudo = false;
            } else if (isPseudo && status == 0 && header.getName().equals(H2PseudoResponseHeaders.STATUS)) {
                status = number(header.getValue());
            } else {
                throw malformed("The pseudo-headers of a response are wrong");
            }
        }
        if (status < INFORMATIONAL) {
            throw malformed("A response has no status");
        }
        return status;
    }

    private static int number(@Nullable String digits) throws Http2ErrorException {
        try {
            int number = Integer.parseInt(digits == null ? "" : digits);
            return number <= LARGEST_STATUS ? number : 0;
        } catch (NumberFormatException e) {
            throw malformed("A response has no status");
        }
    }

    private ClassicHttpResponse response(int status, List<Header> block, boolean isWhole) {
        BasicClassicHttpResponse head = new BasicClassicHttpResponse(status);
        head.setVersion(HttpVersion.HTTP_2);
        for (Header header : block) {
            if (!header.getName().startsWith(":")) {
                head.addHeader(header);
            }
        }
        declaredLength = isWhole ? -1 : length(head.getFirstHeader(HttpHeaders.CONTENT_LENGTH));
        if (!isWhole) {
            Header coding = head.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
            head.setEntity(new BasicHttpEntity(
                    new Body(),
                    declaredLength,
                    type(head.getFirstHeader(HttpHeaders.CONTENT_TYPE)),
                    coding == null ? null : coding.getValue()));
        }
        return head;
    }

    private static long length(@Nullable Header header) {
        try {
            return header == null ? -1 : Math.max(-1, Long.parseLong(header.getValue()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static @Nullable ContentType type(@Nullable Header header) {
        return header == null ? null : ContentType.parseLenient(header.getValue());
    }

    private static Http2ErrorException malformed(String problem) {
        return new Http2ErrorException(H2Error.PROTOCOL_ERROR, problem);
    }

    /** Gives leave for as much again as was taken, in a few large steps. */
    private void credit(int bytes) {
        consumedBytes += bytes;
        boolean isWorthIt = consumedBytes >= WINDOW / WINDOW_UPDATE_PART;
        int onStream = isWorthIt && !isComplete && !isClosed ? consumedBytes : 0;
        if (isWorthIt) {
            consumedBytes = 0;
        }
        receiveWindow += onStream;
        connection.consumed(id, onStream, bytes);
    }

    /** What nobody will read does not keep others waiting. */
    private void giveBack() {
        int left = -readOffset;
        for (byte[] chunk : received) {
            left += chunk.length;
        }
        received.clear();
        readOffset = 0;
        if (left > 0) {
            connection.consumed(0, 0, left);
        }
    }

    /** The body of the response, as it comes. */
    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            lock.lock();
            try {
                while (received.isEmpty() && !isComplete && failure == null) {
                    pause();
                }
                byte[] chunk = received.peek();
                if (chunk == null) {
                    if (failure != null) {
                        throw raised();
                    }
                    return -1;
                }
                int count = Math.min(length, chunk.length - readOffset);
                System.arraycopy(chunk, readOffset, bytes, offset, count);
                readOffset += count;
                if (readOffset == chunk.length) {
                    received.remove();
                    readOffset = 0;
                }
                credit(count);
                return count;
            } finally {
                lock.unlock();
            }
        }
    }
}
