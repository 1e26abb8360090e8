package org.telnyx4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the head of a request or of a response, byte for byte, and nothing behind it. */
final class HttpHead {
    private static final int CR_LF_CR_LF = 0x0d0a0d0a;

    private HttpHead() {}

    /** Returns the first line and the headers, or null where the connection was closed instead. */
    static @Nullable String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != CR_LF_CR_LF) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            lastFour = (lastFour << 8) | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
