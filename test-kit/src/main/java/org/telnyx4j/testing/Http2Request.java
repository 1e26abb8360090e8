package org.telnyx4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as an {@link Http2Server} got it, and what can be done with its stream. */
public final class Http2Request {
    private final Http2ServerConnection connection;
    private final int stream;
    private final List<Map.Entry<String, String>> headers;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Http2Request(Http2ServerConnection connection, int stream, List<Map.Entry<String, String>> headers) {
        this.connection = connection;
        this.stream = stream;
        this.headers = List.copyOf(headers);
    }

    void append(byte[] data, int length) {
        body.write(data, 0, length);
    }

    /** Returns its connection. */
    public Http2ServerConnection connection() {
        return connection;
    }

    /** Returns the number of its stream. */
    public int stream() {
        return stream;
    }

    /** Returns the method. */
    public @Nullable String method() {
        return header(":method");
    }

    /** Returns the path with the query. */
    public String path() {
        String path = header(":path");
        return path == null ? "" : path;
    }

    /** Returns the first value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Returns the names of all headers. */
    public List<String> headerNames() {
        return headers.stream().map(Map.Entry::getKey).toList();
    }

    /** Returns the body as text. */
    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Returns how long the body is. */
    public int bodyBytes() {
        return body.size();
    }

    /** Responds with JSON. */
    public void respond(int status, String json, String... namesAndValues) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(
                ":status",
                Integer.toString(status),
                "content-type",
                "application/json",
                "content-length",
                "" + bytes.length));
        all.addAll(List.of(namesAndValues));
        connection.headers(stream, bytes.length == 0, all.toArray(new String[0]));
        if (bytes.length > 0) {
            connection.body(stream, bytes, true);
        }
    }

    /** Sends headers alone, names and values in turns. */
    public void headers(boolean endsStream, String... namesAndValues) throws IOException {
        connection.headers(stream, endsStream, namesAndValues);
    }

    /** Sends a part of a body. */
    public void data(String text, boolean endsStream) throws IOException {
        connection.body(stream, text.getBytes(StandardCharsets.UTF_8), endsStream);
    }

    /** Resets the stream. */
    public void reset(int code) throws IOException {
        connection.reset(stream, code);
    }
}
