package org.telnyx4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request as it was on the wire. Immutable. */
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

    /** Returns the request line, such as {@code GET /v2/messages/1 HTTP/1.1}. */
    public String requestLine() {
        return head.substring(0, head.indexOf("\r\n"));
    }

    /** Returns the method, such as {@code GET}. */
    public String method() {
        return requestLine().split(" ", -1)[0];
    }

    /** Returns path and query, percent-encoded as they were sent. */
    public String target() {
        return requestLine().split(" ", -1)[1];
    }

    /** Returns the path without the query, percent-encoded as it was sent. */
    public String path() {
        return target().split("\\?", 2)[0];
    }

    /** Returns the header lines in order, such as {@code Accept: application/json}. */
    public List<String> headerLines() {
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        lines.remove(0);
        return lines;
    }

    /** Returns the names of the headers in order, in the case in which they were sent. */
    public List<String> headerNames() {
        return headerLines().stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    /** Returns the value of the first header of a name, in any case; null if there is none. */
    public @Nullable String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : headerLines()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(start)) {
                return line.substring(start.length()).strip();
            }
        }
        return null;
    }

    /** Returns the values of all headers of a name, which is compared in exactly this case. */
    public List<String> headers(String name) {
        String start = name + ": ";
        return headerLines().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /** Returns the body, read as UTF-8. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the body as it was sent; a copy. */
    public byte[] bodyBytes() {
        return body.clone();
    }

    /** Returns this request with another path and query. */
    public ReceivedRequest withTarget(String target) {
        return new ReceivedRequest(method() + " " + target + " HTTP/1.1" + head.substring(head.indexOf("\r\n")), body);
    }

    @Override
    public String toString() {
        return head + "\r\n\r\n" + body();
    }
}
