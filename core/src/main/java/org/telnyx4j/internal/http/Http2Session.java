package org.telnyx4j.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one HTTP/2 connection: its streams, windows and settings, what has come and what is to be written. It does
 * no I/O. HttpCore's own multiplexer has other answers to the question that matters here: it reports each request that
 * was under way when a connection was lost as not carried out, and does not report those after the last stream of a
 * GOAWAY at all.
 *
 * <p>A request is given its number, and is compressed, at the moment at which it is written. So one that still waits
 * behind others can be given up without a trace, and was certainly not sent. Safe for use by any number of threads.
 */
final class Http2Session implements Http2Stream.Connection {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_WINDOW = 65_535;
    private static final int CONNECTION_WINDOW = 16 * 1024 * 1024;
    private static final int CONNECTION_WINDOW_STEP = 1024 * 1024;
    private static final int LONGEST_BLOCK = 64 * 1024;
    private static final int MOST_PARTS = 64;
    private static final int LARGEST_FRAME = (1 << 24) - 1;
    private static final int LARGEST_BATCH = 64 * 1024;
    private static final int LARGEST_DATA = 16 * 1024;
    private static final int LAST_ID = Integer.MAX_VALUE - 2;
    private static final int SETTING_BYTES = 6;
    private static final int PRIORITY_BYTES = 5;
    /** What a server may ask for that is not written yet. One that does not read, but asks on, is at fault. */
    private static final int LARGEST_CONTROL = 256 * 1024;
    /** A server that pauses for this long before it responds, within a frame or while it is to read, may be gone. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition output = lock.newCondition();
    private final WaitingLine places = new WaitingLine(lock);
    private final Condition pongs = lock.newCondition();
    private final HeaderCodec codec = new HeaderCodec();
    private final Map<Integer, Http2Stream> open = new HashMap<>();
    private final Deque<Http2Stream> unsent = new ArrayDeque<>();
    private final Deque<Http2Stream> sending = new ArrayDeque<>();
    private final Deque<Http2Stream> touched = new ArrayDeque<>();
    private final FrameBuffer control = new FrameBuffer();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    /** One until the server has sent its settings: more could be too many. */
    private long mostStreams = 1;

    private int firstWindow = FIRST_WINDOW;
    private long sendWindow = FIRST_WINDOW;
    private long receiveWindow = CONNECTION_WINDOW;
    private int longestFrame = FrameReader.LONGEST_PAYLOAD;
    private int unacknowledged;
    private int nextId = 1;
    /** One for the request that the connection is opened for. */
    private int reserved = 1;

    /** For calls that waited and were called, but have not taken their place yet. */
    private int promised;

    private int lastTaken = Integer.MAX_VALUE;
    private int blockStream;
    private int blockParts;
    private boolean blockEndsStream;
    private boolean hasSettings;
    private boolean needsHttp1;
    private boolean isRetired;
    private boolean isOver;
    private boolean isWriting;
    private boolean isWithinFrame;
    private long lastReadNanos = System.nanoTime();
    private long pingNanos = lastReadNanos;
    private long idleNanos = lastReadNanos;
    private long writingNanos = lastReadNanos;

    Http2Session() {
        control.append(PREFACE, 0, PREFACE.length);
        control.settings(
                new H2Param[] {H2Param.ENABLE_PUSH, H2Param.INITIAL_WINDOW_SIZE, H2Param.MAX_HEADER_LIST_SIZE},
                0,
                Http2Stream.WINDOW,
                HeaderCodec.LONGEST_LIST);
        control.windowUpdate(0, CONNECTION_WINDOW - FIRST_WINDOW);
    }

    @Override
    public ReentrantLock lock() {
        return lock;
    }

    // What callers do.

    /**
     * Reserves a place for a request, and waits until there is one.
     *
     * @param endNanos until when, by the clock of the JVM
     * @param waiter who waits
     * @return false if the connection takes no further request
     * @throws TimeoutException if there is no place in time
     */
    boolean reserve(long endNanos, Waiter waiter) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            boolean isCalled = false;
            while (isUsable() && !isCalled && reserved + promised >= mostStreams) {
                long left = endNanos - System.nanoTime();
                if (left <= 0 || waiter.isOver()) {
                    throw new TimeoutException("All streams that the server allows were in use");
                }
                isCalled = places.await(waiter, left);
            }
            promised -= isCalled ? 1 : 0;
            if (!isUsable()) {
                // The next one shall see it, too.
                places.callAll();
                return false;
            }
            reserved++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives a reserved place back.
     *
     * @return true if nobody needs the connection any more, but the thread that writes is held up by it
     */
    boolean release() {
        lock.lock();
        try {
            reserved--;
            idleNanos = System.nanoTime();
            callNext();
            output.signal();
            return retireIfHeldUp();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no further request if the thread that writes is held up by a server that does not read, and nobody needs the
     * connection.
     *
     * @return true if that is so
     */
    boolean retireIfHeldUp() {
        lock.lock();
        try {
            boolean isUseless = reserved == 0 && !isOver && isHeldUp();
            if (isUseless) {
                endReservations();
            }
            return isUseless;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits gets a place before those who come later, or some would wait until their time is up. */
    private void callNext() {
        while (reserved + promised < mostStreams && places.callFirst()) {
            promised++;
        }
    }

    /** No further place is given, and those who wait for one look elsewhere. */
    private void endReservations() {
        isRetired = true;
        places.callAll();
    }

    private boolean isHeldUp() {
        return isWriting && System.nanoTime() - writingNanos >= LONGEST_PAUSE_NANOS;
    }

    /** Has a request sent for which there is a place. */
    void submit(Http2Stream stream) throws UnfitConnectionException {
        lock.lock();
        try {
            if (isOver || lastTaken < Integer.MAX_VALUE || nextId > LAST_ID) {
                throw new UnfitConnectionException();
            }
            unsent.add(stream);
            output.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the server for a sign of life if there was none for a while.
     *
     * @param quietNanos for how long
     * @param endNanos until when to wait for it
     * @return false if there was none
     */
    boolean isAlive(long quietNanos, long endNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long begin = System.nanoTime();
            if (begin - lastReadNanos < quietNanos) {
                return true;
            }
            if (pingNanos - lastReadNanos <= 0) {
                pingNanos = begin;
                control.ping(false, begin);
                output.signal();
            }
            while (lastReadNanos - begin < 0 && !isOver) {
                long left = endNanos - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                pongs.awaitNanos(left);
            }
            return !isOver;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no further request. Those under way go on. */
    void retire() {
        lock.lock();
        try {
            endReservations();
            output.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the connection takes further requests. */
    boolean takesMore() {
        lock.lock();
        try {
            return isUsable();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the server asked for HTTP/1.1. */
    boolean needsHttp1() {
        lock.lock();
        try {
            return needsHttp1;
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable() {
        return !isOver && !isRetired && lastTaken == Integer.MAX_VALUE && nextId <= LAST_ID;
    }

    @Override
    public void consumed(int stream, int onStream, int onConnection) {
        if (onStream > 0) {
            control.windowUpdate(stream, onStream);
        }
        unacknowledged += onConnection;
        if (unacknowledged >= CONNECTION_WINDOW_STEP) {
            control.windowUpdate(0, unacknowledged);
            receiveWindow += unacknowledged;
            unacknowledged = 0;
        }
        if (control.size() > 0) {
            output.signal();
        }
    }

    @Override
    public void abandoned(Http2Stream stream, H2Error error) {
        if (stream.id() == 0) {
            unsent.remove(stream);
            if (isHeldUp()) {
                // The next one would wait in vain as well.
                endReservations();
            }
            return;
        }
        if (open.remove(stream.id()) == null || isOver) {
            return;
        }
        control.reset(stream.id(), error);
        boolean isSilent = System.nanoTime() - lastReadNanos >= LONGEST_PAUSE_NANOS;
        if (error == H2Error.CANCEL && isSilent && (isWithinFrame || lastReadNanos - stream.sentNanos() < 0)) {
            // Not even the settings or a ping came back meanwhile: the network or the server may be gone. A call that
            // is cancelled just after it was sent says nothing about that.
            endReservations();
        }
        output.signal();
    }

    // What the two threads of the connection do.

    /**
     * Waits until there is something to write, and collects it.
     *
     * @param out gets what is to be written
     * @param written gets the requests of which nothing is left after that
     * @param longestIdleNanos for how long the connection may be without a request
     * @return false if this is the last
     */
    boolean collect(FrameBuffer out, List<Http2Stream> written, long longestIdleNanos) throws InterruptedException {
        lock.lock();
        try {
            isWriting = false;
            while (!isOver && control.size() == 0 && !hasRequests()) {
                long idle = System.nanoTime() - idleNanos;
                boolean isFree = reserved == 0 && open.isEmpty();
                if (isFree && (idle >= longestIdleNanos || !isUsable())) {
                    control.goAway(H2Error.NO_ERROR.getCode());
                    end(ConnectionClosedException::new);
                } else if (isFree) {
                    output.awaitNanos(longestIdleNanos - idle);
                } else {
                    output.await();
                }
            }
            out.take(control);
            if (!isOver) {
                collectRequests(out, written);
            }
            isWriting = true;
            writingNanos = System.nanoTime();
            return !isOver;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRequests() {
        return (!unsent.isEmpty() && open.size() < mostStreams)
                || sending.stream().anyMatch(stream -> stream.isClosed() || (sendWindow > 0 && stream.maySend()));
    }

    private void collectRequests(FrameBuffer out, List<Http2Stream> written) {
        for (int left = sending.size(); left > 0 && out.size() < LARGEST_BATCH; left--) {
            Http2Stream stream = sending.remove();
            sendBody(stream, out, written);
        }
        while (!unsent.isEmpty() && open.size() < mostStreams && out.size() < LARGEST_BATCH) {
            start(unsent.remove(), out, written);
        }
    }

    private void start(Http2Stream stream, FrameBuffer out, List<Http2Stream> written) {
        try {
            stream.attempt().beginSending();
        } catch (IOException e) {
            stream.fail(e);
            stream.close();
            stream.wake();
            return;
        }
        stream.begin(nextId, firstWindow);
        nextId += 2;
        open.put(stream.id(), stream);
        try {
            ByteArrayBuffer encoded = codec.encode(stream.headers());
            out.headers(stream.id(), encoded.array(), encoded.length(), !stream.hasUnsent(), longestFrame);
        } catch (IOException | RuntimeException e) {
            // Nothing can be compressed any more, as both sides have to keep the same tables.
            end(() -> new Http2ErrorException(H2Error.INTERNAL_ERROR, "The headers cannot be compressed"));
            return;
        }
        sendBody(stream, out, written);
    }

    private void sendBody(Http2Stream stream, FrameBuffer out, List<Http2Stream> written) {
        if (stream.isClosed()) {
            return;
        }
        while (stream.hasUnsent() && out.size() < LARGEST_BATCH && !stream.isComplete()) {
            int most = (int) Math.min(Math.min(longestFrame, LARGEST_DATA), sendWindow);
            int count = stream.writeBody(out, most);
            sendWindow -= count;
            if (count == 0) {
                break;
            }
        }
        if (!stream.hasUnsent()) {
            written.add(stream);
            closeIfOver(stream);
        } else if (!stream.isComplete()) {
            sending.add(stream);
        }
    }

    /**
     * Waits until the connection is over, as the other thread finds it.
     *
     * @param atMostNanos for how long
     */
    void awaitEnd(long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = atMostNanos;
            while (!isOver && left > 0) {
                left = output.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes that requests were written. */
    void written(List<Http2Stream> streams) {
        lock.lock();
        try {
            streams.forEach(Http2Stream::written);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes all frames that are there.
     *
     * @param reader has read them
     * @throws Http2ErrorException if the connection cannot go on
     */
    void receive(FrameReader reader) throws Http2ErrorException {
        lock.lock();
        try {
            lastReadNanos = System.nanoTime();
            pongs.signalAll();
            FrameReader.Frame frame = reader.next();
            while (frame != null && !isOver) {
                receive(frame);
                frame = reader.next();
            }
            isWithinFrame = reader.isWithinFrame();
        } finally {
            // Only now, so that who waits for a short response wakes up once.
            touched.forEach(Http2Stream::wake);
            touched.clear();
            lock.unlock();
        }
    }

    private void receive(FrameReader.Frame frame) throws Http2ErrorException {
        FrameType type = FrameType.valueOf(frame.type());
        require(hasSettings || type == FrameType.SETTINGS, "The server did not begin with its settings");
        require(blockStream == 0 || type == FrameType.CONTINUATION, "A block of headers is interrupted");
        if (type == null) {
            return;
        }
        switch (type) {
            case DATA -> receiveData(frame);
            case HEADERS -> receiveHeaders(frame);
            case CONTINUATION -> {
                require(frame.stream() == blockStream && blockStream != 0, "Headers go on that did not begin");
                receiveBlock(frame.payload(), frame.has(FrameFlag.END_HEADERS));
            }
            case RST_STREAM -> receiveReset(frame);
            case SETTINGS -> receiveSettings(frame);
            case PING -> receivePing(frame);
            case GOAWAY -> receiveGoAway(frame);
            case WINDOW_UPDATE -> receiveWindowUpdate(frame);
            case PUSH_PROMISE -> throw violation("The server pushes, which was not allowed");
            default -> {
                // Priorities are for servers.
            }
        }
    }

    private void receiveData(FrameReader.Frame frame) throws Http2ErrorException {
        int length = frame.payload().remaining();
        receiveWindow -= length;
        if (receiveWindow < 0) {
            throw new Http2ErrorException(H2Error.FLOW_CONTROL_ERROR, "More comes than the server was allowed to send");
        }
        Http2Stream stream = stream(frame);
        if (stream == null) {
            consumed(0, 0, length);
            return;
        }
        ByteBuffer content = frame.content();
        byte[] data = new byte[content.remaining()];
        content.get(data);
        try {
            stream.receive(data, length, frame.has(FrameFlag.END_STREAM));
            touch(stream);
            closeIfOver(stream);
        } catch (Http2ErrorException e) {
            consumed(0, 0, length);
            reset(stream, e);
        }
    }

    private void receiveHeaders(FrameReader.Frame frame) throws Http2ErrorException {
        require(frame.stream() % 2 == 1 && frame.stream() < nextId, "A response comes that nobody asked for");
        ByteBuffer content = frame.content();
        if (frame.has(FrameFlag.PRIORITY)) {
            require(content.remaining() >= PRIORITY_BYTES, "Headers are too short");
            content.position(content.position() + PRIORITY_BYTES);
        }
        blockStream = frame.stream();
        blockEndsStream = frame.has(FrameFlag.END_STREAM);
        receiveBlock(content, frame.has(FrameFlag.END_HEADERS));
    }

    private void receiveBlock(ByteBuffer part, boolean isLast) throws Http2ErrorException {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        block.write(bytes, 0, bytes.length);
        blockParts++;
        if (block.size() > LONGEST_BLOCK || blockParts > MOST_PARTS) {
            throw new Http2ErrorException(H2Error.ENHANCE_YOUR_CALM, "The headers are larger than is read");
        }
        if (!isLast) {
            return;
        }
        List<Header> headers = codec.decode(ByteBuffer.wrap(block.toByteArray()));
        block.reset();
        blockParts = 0;
        Http2Stream stream = open.get(blockStream);
        blockStream = 0;
        if (stream == null) {
            return;
        }
        try {
            if (headers == null) {
                throw new Http2ErrorException(H2Error.ENHANCE_YOUR_CALM, "The headers are larger than is read");
            }
            stream.receive(headers, blockEndsStream);
            touch(stream);
            closeIfOver(stream);
        } catch (Http2ErrorException e) {
            reset(stream, e);
        }
    }

    private void receiveReset(FrameReader.Frame frame) throws Http2ErrorException {
        frame.requireLength(Integer.BYTES);
        Http2Stream stream = stream(frame);
        int code = frame.payload().getInt();
        if (code == H2Error.HTTP_1_1_REQUIRED.getCode()) {
            needsHttp1 = true;
            endReservations();
        }
        if (stream != null) {
            boolean isRefused = code == H2Error.REFUSED_STREAM.getCode() && !stream.isBegun();
            stream.fail(
                    isRefused
                            ? new StreamRefusedException("The server refused the stream unread", false)
                            : StreamResetException.of(code));
            touch(stream);
            closed(stream);
        }
    }

    private void receiveSettings(FrameReader.Frame frame) throws Http2ErrorException {
        require(frame.stream() == 0, "Settings are for a stream");
        if (frame.has(FrameFlag.ACK)) {
            frame.requireLength(0);
            return;
        }
        ByteBuffer settings = frame.payload();
        if (settings.remaining() % SETTING_BYTES != 0) {
            throw new Http2ErrorException(H2Error.FRAME_SIZE_ERROR, "Settings have a wrong length");
        }
        if (!hasSettings) {
            hasSettings = true;
            mostStreams = Integer.MAX_VALUE;
        }
        while (settings.hasRemaining()) {
            apply(settings.getShort(), settings.getInt() & 0xffff_ffffL);
        }
        control.settingsAck();
        requireCalm();
        callNext();
        output.signal();
    }

    private void apply(int setting, long value) throws Http2ErrorException {
        if (setting == H2Param.MAX_CONCURRENT_STREAMS.getCode()) {
            mostStreams = value;
        } else if (setting == H2Param.HEADER_TABLE_SIZE.getCode()) {
            codec.limitTable((int) Math.min(Integer.MAX_VALUE, value));
        } else if (setting == H2Param.MAX_FRAME_SIZE.getCode()) {
            require(value >= FrameReader.LONGEST_PAYLOAD && value <= LARGEST_FRAME, "A setting is out of range");
            longestFrame = (int) value;
        } else if (setting == H2Param.INITIAL_WINDOW_SIZE.getCode()) {
            if (value > Integer.MAX_VALUE) {
                throw new Http2ErrorException(H2Error.FLOW_CONTROL_ERROR, "A setting is out of range");
            }
            for (Http2Stream stream : open.values()) {
                requireWindow(stream.widen(value - firstWindow));
            }
            firstWindow = (int) value;
        }
    }

    private void receivePing(FrameReader.Frame frame) throws Http2ErrorException {
        require(frame.stream() == 0, "A ping is for a stream");
        frame.requireLength(Long.BYTES);
        if (!frame.has(FrameFlag.ACK)) {
            control.ping(true, frame.payload().getLong());
            requireCalm();
            output.signal();
        }
    }

    private void receiveGoAway(FrameReader.Frame frame) throws Http2ErrorException {
        require(frame.stream() == 0, "A connection does not end with a stream");
        ByteBuffer payload = frame.payload();
        require(payload.remaining() >= Long.BYTES, "A GOAWAY is too short");
        int last = payload.getInt() & Integer.MAX_VALUE;
        int code = payload.getInt();
        if (code == H2Error.HTTP_1_1_REQUIRED.getCode()) {
            needsHttp1 = true;
        }
        // A server that goes away gently first announces it with the highest identifier that there is.
        lastTaken = Math.min(lastTaken, Math.min(last, Integer.MAX_VALUE - 1));
        for (Http2Stream stream : new ArrayList<>(open.values())) {
            if (stream.id() > lastTaken) {
                stream.fail(
                        stream.isBegun()
                                ? StreamResetException.of(code)
                                : new StreamRefusedException(
                                        "The server went away before it came to the request",
                                        code == H2Error.NO_ERROR.getCode()));
                touch(stream);
                closed(stream);
            }
        }
        for (Http2Stream stream : unsent) {
            stream.fail(new UnfitConnectionException());
            touch(stream);
        }
        unsent.clear();
        places.callAll();
        output.signal();
    }

    private void receiveWindowUpdate(FrameReader.Frame frame) throws Http2ErrorException {
        frame.requireLength(Integer.BYTES);
        int increment = frame.payload().getInt() & Integer.MAX_VALUE;
        if (frame.stream() == 0) {
            require(increment > 0, "A window is widened by nothing");
            sendWindow += increment;
            requireWindow(sendWindow <= Integer.MAX_VALUE);
        } else {
            Http2Stream stream = stream(frame);
            if (stream != null && increment == 0) {
                reset(stream, violation("A window is widened by nothing"));
            } else if (stream != null && !stream.widen(increment)) {
                reset(stream, new Http2ErrorException(H2Error.FLOW_CONTROL_ERROR, "A window is too wide"));
            }
        }
        output.signal();
    }

    /** Returns null for one that is over; what comes for it is late and not wrong. */
    private @Nullable Http2Stream stream(FrameReader.Frame frame) throws Http2ErrorException {
        require(frame.stream() % 2 == 1 && frame.stream() < nextId, "Something comes for a stream that nobody opened");
        return open.get(frame.stream());
    }

    private void touch(Http2Stream stream) {
        stream.touch();
        touched.add(stream);
    }

    private void closeIfOver(Http2Stream stream) {
        if (stream.isComplete() && !stream.hasUnsent()) {
            closed(stream);
        }
    }

    private void closed(Http2Stream stream) {
        open.remove(stream.id());
        stream.close();
        output.signal();
    }

    private void reset(Http2Stream stream, Http2ErrorException why) {
        H2Error error = H2Error.getByCode(why.code());
        control.reset(stream.id(), error == null ? H2Error.PROTOCOL_ERROR : error);
        stream.fail(why);
        touch(stream);
        closed(stream);
    }

    /**
     * Ends the connection, because it broke or the server breaks the protocol.
     *
     * @param why what who waits is told; each one gets an exception of its own
     * @param code what the server is told, or null for nothing
     */
    void end(Supplier<IOException> why, @Nullable Integer code) {
        lock.lock();
        try {
            if (code != null && !isOver) {
                control.goAway(code);
            }
            end(why);
        } finally {
            lock.unlock();
        }
    }

    private void end(Supplier<IOException> why) {
        if (isOver) {
            return;
        }
        isOver = true;
        for (Http2Stream stream : open.values()) {
            stream.fail(why.get());
            stream.close();
            stream.wake();
        }
        open.clear();
        for (Http2Stream stream : unsent) {
            stream.fail(new UnfitConnectionException());
            stream.close();
            stream.wake();
        }
        unsent.clear();
        sending.clear();
        places.callAll();
        pongs.signalAll();
        output.signalAll();
    }

    private void requireCalm() throws Http2ErrorException {
        if (control.size() > LARGEST_CONTROL) {
            throw new Http2ErrorException(H2Error.ENHANCE_YOUR_CALM, "The server asks for more than it takes");
        }
    }

    private static void requireWindow(boolean isAllowed) throws Http2ErrorException {
        if (!isAllowed) {
            throw new Http2ErrorException(H2Error.FLOW_CONTROL_ERROR, "A window is too wide");
        }
    }

    private static void require(boolean isAllowed, String problem) throws Http2ErrorException {
        if (!isAllowed) {
            throw violation(problem);
        }
    }

    private static Http2ErrorException violation(String problem) {
        return new Http2ErrorException(H2Error.PROTOCOL_ERROR, problem);
    }
}
