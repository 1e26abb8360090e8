package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/2 frames from a stream. HttpCore's own reader for streams gets identifiers from 65,536 on wrong. For one
 * thread.
 */
final class FrameReader {
    /** The largest payload that a server may send, as no other was announced. */
    static final int LONGEST_PAYLOAD = 16 * 1024;

    private static final int HEAD_BYTES = 9;
    private static final int BYTE = 0xff;

    private final byte[] buffer = new byte[2 * (HEAD_BYTES + LONGEST_PAYLOAD)];
    private int from;
    private int to;

    /**
     * Returns the next frame, if all of it was read.
     *
     * @return the frame, whose payload counts until the next {@link #read}; or null
     * @throws Http2ErrorException if it is too long
     */
    @Nullable
    Frame next() throws Http2ErrorException {
        if (to - from < HEAD_BYTES) {
            return null;
        }
        int length = (octet(0) << 16) | (octet(1) << 8) | octet(2);
        if (length > LONGEST_PAYLOAD) {
            throw new Http2ErrorException(H2Error.FRAME_SIZE_ERROR, "A frame is too long");
        }
        if (to - from < HEAD_BYTES + length) {
            return null;
        }
        int stream = ((octet(5) << 24) | (octet(6) << 16) | (octet(7) << 8) | octet(8)) & Integer.MAX_VALUE;
        Frame frame = new Frame(octet(3), octet(4), stream, ByteBuffer.wrap(buffer, from + HEAD_BYTES, length));
        from += HEAD_BYTES + length;
        return frame;
    }

    /** Waits for more. Returns false at the end of the stream. */
    boolean read(InputStream in) throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int count = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, count);
        return count >= 0;
    }

    /** Returns whether a part of a frame has come, and the rest has not. */
    boolean isWithinFrame() {
        return to > from;
    }

    private int octet(int at) {
        return buffer[from + at] & BYTE;
    }

    /**
     * A frame.
     *
     * @param type its type, perhaps an unknown one
     * @param flags its flags
     * @param stream the stream, 0 for the connection
     * @param payload what it carries, with the padding
     */
    record Frame(int type, int flags, int stream, ByteBuffer payload) {
        boolean has(FrameFlag flag) {
            return (flags & flag.getValue()) != 0;
        }

        /** Returns the payload without its padding. */
        ByteBuffer content() throws Http2ErrorException {
            ByteBuffer content = payload.duplicate();
            if (has(FrameFlag.PADDED)) {
                int padding = content.hasRemaining() ? content.get() & BYTE : Integer.MAX_VALUE;
                if (padding > content.remaining()) {
                    throw new Http2ErrorException(H2Error.PROTOCOL_ERROR, "A frame has more padding than payload");
                }
                content.limit(content.limit() - padding);
            }
            return content;
        }

        /** Fails unless the payload has this length. */
        void requireLength(int length) throws Http2ErrorException {
            if (payload.remaining() != length) {
                throw new Http2ErrorException(H2Error.FRAME_SIZE_ERROR, "A frame has a wrong length");
            }
        }
    }
}
