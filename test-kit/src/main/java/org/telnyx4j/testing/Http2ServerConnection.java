package org.telnyx4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.hpack.HPackException;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** One connection of an {@link Http2Server}. Frames can be sent from any thread. */
public final class Http2ServerConnection {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int FIRST_WINDOW = 65_535;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int LONGEST = 16_384;
    private static final int PREFACE_BYTES = 24;

    private final Socket socket;
    private final Consumer<Http2Request> arrived;
    private final Http2Server.Handler handler;
    private final HPackEncoder encoder = new HPackEncoder(4096, StandardCharsets.US_ASCII);
    private final HPackDecoder decoder = new HPackDecoder(4096, StandardCharsets.US_ASCII);
    private final Map<Integer, Http2Request> unfinished = new HashMap<>();
    private final Map<Integer, Long> windows = new HashMap<>();
    private final List<Integer> resets = new ArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private long firstWindow = FIRST_WINDOW;
    private long window = FIRST_WINDOW;
    private volatile boolean answersPings = true;
    private volatile boolean widensWindows = true;
    private volatile @Nullable Integer goneAway;
    private volatile boolean ended;

    Http2ServerConnection(Socket socket, Consumer<Http2Request> arrived, Http2Server.Handler handler) {
        this.socket = socket;
        this.arrived = arrived;
        this.handler = handler;
    }

    /** Returns the socket. */
    public Socket socket() {
        return socket;
    }

    /** Lets pings go without a response. */
    public void ignorePings() {
        answersPings = false;
    }

    /** Lets the client send no more than it may at first. */
    public void keepWindows() {
        widensWindows = false;
    }

    /** Returns how many pings have come that were not responses. */
    public int pings() {
        return pings.get();
    }

    /** Returns the error code of the client's GOAWAY, or null as long as there was none. */
    public @Nullable Integer goneAway() {
        return goneAway;
    }

    /** Returns whether the client has closed the connection. */
    public boolean hasEnded() {
        return ended;
    }

    /** Returns the codes with which the client has reset streams. */
    public synchronized List<Integer> resets() {
        return List.copyOf(resets);
    }

    /** Sends a frame as it is. */
    public synchronized void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        socket.getOutputStream().write(frame.array());
        socket.getOutputStream().flush();
    }

    /** Sends headers, names and values in turns. */
    public synchronized void headers(int stream, boolean endsStream, String... namesAndValues) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(new BasicHeader(namesAndValues[i], namesAndValues[i + 1]));
        }
        ByteArrayBuffer block = new ByteArrayBuffer(256);
        encoder.encodeHeaders(block, headers, true);
        byte[] bytes = block.toByteArray();
        for (int at = 0; at < bytes.length; at += LONGEST) {
            int end = Math.min(bytes.length, at + LONGEST);
            int flags = (end == bytes.length ? END_HEADERS : 0) | (at == 0 && endsStream ? END_STREAM : 0);
            frame(at == 0 ? HEADERS : CONTINUATION, flags, stream, Arrays.copyOfRange(bytes, at, end));
        }
    }

    /** Sends a body, as fast as the client allows. */
    public void body(int stream, byte[] bytes, boolean endsStream) throws IOException {
        int at = 0;
        do {
            int chunk = bytes.length == 0 ? 0 : take(stream, Math.min(LONGEST, bytes.length - at));
            boolean isLast = at + chunk == bytes.length;
            frame(DATA, isLast && endsStream ? END_STREAM : 0, stream, Arrays.copyOfRange(bytes, at, at + chunk));
            at += chunk;
        } while (at < bytes.length);
    }

    private synchronized int take(int stream, int most) throws IOException {
        try {
            while (window <= 0 || windows.getOrDefault(stream, firstWindow) <= 0) {
                if (ended) {
                    throw new EOFException();
                }
                wait(100);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        long streamWindow = windows.getOrDefault(stream, firstWindow);
        int taken = (int) Math.min(most, Math.min(window, streamWindow));
        window -= taken;
        windows.put(stream, streamWindow - taken);
        return taken;
    }

    /** Resets a stream. */
    public void reset(int stream, int code) throws IOException {
        frame(RST_STREAM, 0, stream, numbers(code));
    }

    /** Goes away. */
    public void goAway(int lastStream, int code) throws IOException {
        frame(GOAWAY, 0, 0, numbers(lastStream, code));
    }

    /** Sends settings, names and values in turns. */
    public void settings(int... namesAndValues) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(namesAndValues.length / 2 * 6);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            payload.putShort((short) namesAndValues[i]).putInt(namesAndValues[i + 1]);
        }
        frame(SETTINGS, 0, 0, payload.array());
    }

    /** Lets the client send more; 0 for the connection. */
    public void widen(int stream, int by) throws IOException {
        frame(WINDOW_UPDATE, 0, stream, numbers(by));
    }

    /** Cuts the connection below TLS, with a reset. */
    public void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static byte[] numbers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    void serve(DataInputStream in, int... own) throws IOException, InterruptedException {
        try {
            in.readFully(new byte[PREFACE_BYTES]);
            settings(own);
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            int headFlags = 0;
            while (true) {
                int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                if (type == HEADERS || type == CONTINUATION) {
                    headFlags = type == HEADERS ? flags : headFlags;
                    block.write(payload, 0, payload.length);
                    if ((flags & END_HEADERS) != 0) {
                        begin(stream, block.toByteArray(), (headFlags & END_STREAM) != 0);
                        block.reset();
                    }
                } else {
                    receive(type, flags, stream, payload);
                }
            }
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    private void begin(int stream, byte[] block, boolean isWhole) throws IOException, InterruptedException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        try {
            for (Header header : decoder.decodeHeaders(ByteBuffer.wrap(block))) {
                headers.add(Map.entry(header.getName(), header.getValue()));
            }
        } catch (HPackException e) {
            throw new IOException(e);
        }
        Http2Request request = new Http2Request(this, stream, headers);
        if (isWhole) {
            arrived.accept(request);
        } else {
            unfinished.put(stream, request);
            handler.begun(request);
        }
    }

    private void receive(int type, int flags, int stream, byte[] payload) throws IOException {
        switch (type) {
            case DATA -> receiveData(flags, stream, payload);
            case SETTINGS -> {
                if ((flags & ACK) == 0) {
                    apply(ByteBuffer.wrap(payload));
                    frame(SETTINGS, ACK, 0, new byte[0]);
                }
            }
            case PING -> {
                if ((flags & ACK) == 0) {
                    pings.incrementAndGet();
                    if (answersPings) {
                        frame(PING, ACK, 0, payload);
                    }
                }
            }
            case GOAWAY -> goneAway = ByteBuffer.wrap(payload).getInt(Integer.BYTES);
            case WINDOW_UPDATE -> widened(stream, ByteBuffer.wrap(payload).getInt());
            case RST_STREAM -> {
                synchronized (this) {
                    resets.add(ByteBuffer.wrap(payload).getInt());
                    notifyAll();
                }
            }
            default -> {
                // Not of interest.
            }
        }
    }

    private void receiveData(int flags, int stream, byte[] payload) throws IOException {
        Http2Request request = unfinished.get(stream);
        if (request == null) {
            return;
        }
        request.append(payload, payload.length);
        if (widensWindows && payload.length > 0) {
            widen(0, payload.length);
            widen(stream, payload.length);
        }
        if ((flags & END_STREAM) != 0) {
            unfinished.remove(stream);
            arrived.accept(request);
        }
    }

    private synchronized void apply(ByteBuffer settings) {
        while (settings.hasRemaining()) {
            int name = settings.getShort();
            int value = settings.getInt();
            if (name == INITIAL_WINDOW_SIZE) {
                long delta = value - firstWindow;
                firstWindow = value;
                windows.replaceAll((stream, left) -> left + delta);
            }
        }
        notifyAll();
    }

    private synchronized void widened(int stream, int by) {
        if (stream == 0) {
            window += by;
        } else {
            windows.merge(stream, firstWindow + by, (before, same) -> before + by);
        }
        notifyAll();
    }
}
