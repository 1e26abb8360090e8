package org.telnyx4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request as it was on the wire. */
public final class ReceivedRequest {
    private final String head;
    private final byte[] body;

    ReceivedRequest(String head, byte[] body) {
        this.head = head;
        this.body = body.clone();
    }

    /** Returns the request line and the headers, one to a line. */
    public String head() {
        return head;
    }

    public String requestLine() {
        return head.substring(0, head.indexOf("\r\n"));
    }

    /** Returns the header lines in order, such as {@code Accept: application/json}. */
    public List<String> headerLines() {
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        lines.remove(0);
        return lines;
    }

    public @Nullable String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : headerLines()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(start)) {
                return line.substring(start.length()).strip();
            }
        }
        return null;
    }

    /** Returns the body, read as UTF-8. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return head + "\r\n\r\n" + body();
    }
}
