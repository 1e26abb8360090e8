package org.telnyx4j.webhooks;

import java.io.InputStream;
import java.util.Objects;

/**
 * Reads the end of an array. Unlike the JDK's own class it never hands the array itself out, not even to the target of
 * {@link #transferTo}, so nobody can write to it.
 */
final class BytesInputStream extends InputStream {
    private final byte[] bytes;
    private int position;
    private int mark;

    BytesInputStream(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
        this.mark = start;
    }

    @Override
    public int read() {
        return position < bytes.length ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        int skipped = (int) Math.max(0, Math.min(count, bytes.length - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return bytes.length - position;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    /** Marks this place; the limit plays no role. */
    @Override
    public void mark(int readLimit) {
        mark = position;
    }

    @Override
    public void reset() {
        position = mark;
    }
}
