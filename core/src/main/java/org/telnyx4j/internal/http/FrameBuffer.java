package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;

/** HTTP/2 frames that are to be written, one after the other. Not safe for use by several threads. */
final class FrameBuffer {
    private static final int FIRST_BYTES = 1024;
    private static final int HEAD_BYTES = 9;
    private static final int SETTING_BYTES = 6;
    private static final int BYTE = 0xff;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Writes all to a stream. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /** Appends bytes that are frames, or the preface. */
    void append(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Appends all of another buffer, and empties it. */
    void take(FrameBuffer other) {
        append(other.bytes, 0, other.size);
        other.clear();
    }

    void settings(H2Param[] names, int... values) {
        head(names.length * SETTING_BYTES, FrameType.SETTINGS, 0, 0);
        for (int i = 0; i < names.length; i++) {
            octet(names[i].getCode() >> 8);
            octet(names[i].getCode());
            number(values[i]);
        }
    }

    void settingsAck() {
        head(0, FrameType.SETTINGS, FrameFlag.ACK.getValue(), 0);
    }

    void ping(boolean isAck, long data) {
        head(Long.BYTES, FrameType.PING, isAck ? FrameFlag.ACK.getValue() : 0, 0);
        number((int) (data >>> Integer.SIZE));
        number((int) data);
    }

    void windowUpdate(int stream, int increment) {
        head(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, stream);
        number(increment);
    }

    void reset(int stream, H2Error error) {
        head(Integer.BYTES, FrameType.RST_STREAM, 0, stream);
        number(error.getCode());
    }

    /** No stream of the server's was ever taken, so the last one is 0. */
    void goAway(int code) {
        head(2 * Integer.BYTES, FrameType.GOAWAY, 0, 0);
        number(0);
        number(code);
    }

    /** Appends a block of headers, in as many frames as it needs. */
    void headers(int stream, byte[] block, int length, boolean endsStream, int longestFrame) {
        int at = 0;
        do {
            int chunk = Math.min(longestFrame, length - at);
            int flags = at + chunk == length ? FrameFlag.END_HEADERS.getValue() : 0;
            if (at == 0) {
                head(chunk, FrameType.HEADERS, flags | (endsStream ? FrameFlag.END_STREAM.getValue() : 0), stream);
            } else {
                head(chunk, FrameType.CONTINUATION, flags, stream);
            }
            append(block, at, chunk);
            at += chunk;
        } while (at < length);
    }

    void data(int stream, byte[] body, int offset, int length, boolean endsStream) {
        head(length, FrameType.DATA, endsStream ? FrameFlag.END_STREAM.getValue() : 0, stream);
        append(body, offset, length);
    }

    private void head(int length, FrameType type, int flags, int stream) {
        ensure(HEAD_BYTES);
        octet(length >> 16);
        octet(length >> 8);
        octet(length);
        octet(type.getValue());
        octet(flags);
        number(stream);
    }

    private void number(int value) {
        octet(value >> 24);
        octet(value >> 16);
        octet(value >> 8);
        octet(value);
    }

    private void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) (value & BYTE);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
