package org.telnyx4j.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A response as a test wants it on the wire. Immutable. {@link #bytes()} adds the length that fits the body unless
 * {@link #announcing} gave another; the static helpers put together what is no whole response.
 */
public final class Response {
    private final int status;
    private final List<String> headerLines;
    private final byte[] body;
    private final long length;

    private Response(int status, List<String> headerLines, byte[] body, long length) {
        this.status = status;
        this.headerLines = List.copyOf(headerLines);
        this.body = body;
        this.length = length;
    }

    /** Returns a response with these bytes as its body, and no header but the given lines and the length. */
    public static Response of(int status, byte[] body, String... headerLines) {
        return new Response(status, List.of(headerLines), body.clone(), body.length);
    }

    /** Returns a response with a text as its body, in UTF-8, and no header but the given lines and the length. */
    public static Response of(int status, String body, String... headerLines) {
        return of(status, body.getBytes(StandardCharsets.UTF_8), headerLines);
    }

    /** Returns a response with a JSON body. */
    public static Response json(int status, String body, String... headerLines) {
        return of(status, body, "Content-Type: application/json").with(headerLines);
    }

    /** Returns this response with more header lines, such as {@code Retry-After: 1}. */
    public Response with(String... lines) {
        List<String> all = new ArrayList<>(headerLines);
        all.addAll(List.of(lines));
        return new Response(status, all, body, length);
    }

    /** Returns this response with another body. */
    public Response withBody(String text) {
        byte[] other = text.getBytes(StandardCharsets.UTF_8);
        return new Response(status, headerLines, other, other.length);
    }

    /** Returns this response with a length in its head that may differ from that of the body. */
    public Response announcing(long announced) {
        return new Response(status, headerLines, body, announced);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the body, read as UTF-8. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the header lines in order, without that of the length. */
    public List<String> headerLines() {
        return headerLines;
    }

    /** Returns the value of the first header of a name, in any case; null if there is none. */
    public @Nullable String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse(null);
    }

    /** Returns the whole response. */
    public byte[] bytes() {
        List<String> lines = new ArrayList<>(headerLines);
        lines.add("Content-Length: " + length);
        return concat(head(status, lines.toArray(String[]::new)), body);
    }

    /** Returns the whole head and the first half of the body. */
    public byte[] half() {
        byte[] whole = bytes();
        return Arrays.copyOf(whole, whole.length - (body.length + 1) / 2);
    }

    /** Returns the whole response, read as UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Returns a status line and headers, without a length and without a body. */
    public static byte[] head(int status, String... headerLines) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns one chunk of a body in chunked coding; an empty one ends the body. */
    public static byte[] chunk(byte[] bytes) {
        byte[] start = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return concat(start, bytes, "\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns all the bytes in a row. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @Override
    public String toString() {
        return text();
    }
}
