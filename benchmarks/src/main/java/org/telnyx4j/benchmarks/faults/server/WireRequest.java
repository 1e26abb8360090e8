package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was read.
 *
 * @param method such as POST
 * @param path without the query, after the {@code /v2}
 * @param query the query's parameters, decoded
 * @param headers by their names in lower case
 * @param body empty until it is read
 */
record WireRequest(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the head of the next request. Returns null where the client has closed the connection instead. */
    static @Nullable WireRequest readHead(BufferedInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                if (head.size() > 0) {
                    throw new EOFException("The client closed within a head");
                }
                return null;
            }
            head.write(next);
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return parse(head.toString(StandardCharsets.ISO_8859_1));
    }

    private static WireRequest parse(String head) throws IOException {
        String[] lines = head.split("\r\n", 0);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3) {
            throw new IOException("This is no request");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return of(first[0], first[1], headers, "");
    }

    /** Creates a request from what was read of it in another way. */
    static WireRequest of(String method, String pathAndQuery, Map<String, String> headers, String body) {
        String[] target = pathAndQuery.split("\\?", 2);
        String path = target[0].startsWith("/v2/") ? target[0].substring("/v2".length()) : target[0];
        return new WireRequest(method, path, query(target.length == 2 ? target[1] : ""), headers, body);
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", 0)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** Reads the body that belongs to this head: all of it, or it fails. */
    WireRequest readBody(BufferedInputStream in) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new IOException("This server wants to be told the length");
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("The client closed within a body");
        }
        return new WireRequest(method, path, query, headers, new String(read, StandardCharsets.UTF_8));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Returns the body as JSON, which is a missing node where there is none. */
    JsonNode json() throws IOException {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    int number(String parameter, int otherwise) {
        String value = query.get(parameter);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
