package org.telnyx4j.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body that something on the way has compressed, though nobody asked for it. For one thread.
 */
final class ContentDecoder extends InputStream {
    private static final int WINDOW_BITS = 0x0f;
    private static final int METHOD_DEFLATE = 8;
    private static final int CHECK_MODULUS = 31;

    private final InputStream content;
    private final Coding coding;
    private @Nullable InputStream decoded;
    private boolean isOver;

    /** A content coding that can be read. */
    enum Coding {
        GZIP,
        DEFLATE;

        /**
         * Recognises a coding.
         *
         * @param header the value of {@code Content-Encoding}, or null
         * @return the coding, or null where there is none or it cannot be read
         */
        static @Nullable Coding of(@Nullable String header) {
            return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> GZIP;
                case "deflate" -> DEFLATE;
                default -> null;
            };
        }
    }

    /**
     * Creates a decoder. Nothing is read yet.
     *
     * @param content the compressed body
     * @param coding how it is compressed
     */
    ContentDecoder(InputStream content, Coding coding) {
        // Buffered, as a decoder asks for single bytes and for what is there already.
        this.content = new BufferedInputStream(content);
        this.coding = coding;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (isOver) {
            return -1;
        }
        InputStream in = decoded();
        int count = in == null ? -1 : in.read(bytes, offset, length);
        isOver = count < 0;
        return count;
    }

    /** Returns null for a body of no bytes at all. */
    private @Nullable InputStream decoded() throws IOException {
        InputStream in = decoded;
        if (in == null) {
            PushbackInputStream start = new Start(content);
            byte[] first = start.readNBytes(2);
            if (first.length == 0) {
                return null;
            }
            start.unread(first);
            in = coding == Coding.GZIP
                    ? new GZIPInputStream(start)
                    : new InflaterInputStream(start, new Inflater(!hasZlibHeader(first)));
            decoded = in;
        }
        return in;
    }

    /**
     * The start of a body, and what follows it. GZIP data may be several members in a row, and Java's decoder takes the end of
     * one for the end of all if nothing more happens to have arrived. The body has an end of its own, so it may wait for it.
     */
    private static final class Start extends PushbackInputStream {
        Start(InputStream content) {
            super(content, 2);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    /** By the standard there is a header, but some servers leave it out. */
    private static boolean hasZlibHeader(byte[] first) {
        return first.length == 2
                && (first[0] & WINDOW_BITS) == METHOD_DEFLATE
                && (((first[0] & 0xff) << 8) | (first[1] & 0xff)) % CHECK_MODULUS == 0;
    }

    /** Ends the body, so that its connection can be used again, if nothing follows the compressed data. */
    @Override
    public void close() throws IOException {
        if (content.read() < 0) {
            content.close();
        }
    }
}
