package org.telnyx4j.benchmarks.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The head of a request, as far as the server needs it. Read again for each request, so that nothing is allocated. */
final class RequestHead {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] line = new byte[8192];
    private int lineLength;
    private int length;

    /**
     * Reads a head.
     *
     * @return false where there is no further request
     */
    boolean read(InputStream in) throws IOException {
        length = 0;
        lineLength = 0;
        while (true) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            if (c == '\n') {
                return readHeaders(in);
            }
            line[lineLength++] = (byte) c;
        }
    }

    private boolean readHeaders(InputStream in) throws IOException {
        int matched = 0;
        int at = 0;
        boolean inLength = false;
        while (true) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            if (c == '\n') {
                if (at == 0) {
                    return true;
                }
                at = 0;
                matched = 0;
                inLength = false;
            } else if (c != '\r') {
                at++;
                if (inLength && c >= '0' && c <= '9') {
                    length = length * 10 + (c - '0');
                } else if (!inLength && matched == at - 1 && Character.toLowerCase(c) == LENGTH[matched]) {
                    matched++;
                    inLength = matched == LENGTH.length;
                }
            }
        }
    }

    /** Returns the length of the body. */
    int bodyBytes() {
        return length;
    }

    boolean isGet() {
        return line[0] == 'G';
    }

    /** Returns whether the path begins with something. */
    boolean pathStarts(String with) {
        int from = isGet() ? 4 : 5;
        for (int i = 0; i < with.length(); i++) {
            if (from + i >= lineLength || line[from + i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the path with the query. */
    String path() {
        String text = new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf(' ') + 1, text.lastIndexOf(' '));
    }
}
