package org.telnyx4j.broadcast;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes a file on, and knows at its end what the file was: its hash, and whether its quotes are in pairs. */
final class CountingInput extends FilterInputStream {
    private final MessageDigest digest = sha256();
    private boolean hasOpenQuote;

    CountingInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            hasOpenQuote ^= buffer[i] == '"';
        }
        if (count > 0) {
            digest.update(buffer, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Returns whether the number of quotes so far is odd. */
    boolean hasOpenQuote() {
        return hasOpenQuote;
    }

    /** Returns the hash of what was read, as hexadecimal digits. Can be called once. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
