package org.telnyx4j.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requests off a connection (RFC 9112). For one thread. */
final class HttpReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final InputStream in;
    private int headLeft;

    HttpReader(InputStream in) {
        this.in = in;
    }

    /** The first line and the headers of a request. */
    record Head(String method, String target, boolean http10, Map<String, List<String>> headers) {
        boolean has(String name, String value) {
            for (String given : headers.getOrDefault(name, List.of())) {
                for (String part : given.split(",", -1)) {
                    if (part.strip().equalsIgnoreCase(value)) {
                        return true;
                    }
                }
            }
            return false;
        }

        boolean keepsAlive() {
            return http10 ? has("connection", "keep-alive") : !has("connection", "close");
        }
    }

    /** Reads the next head, or returns null where the connection ends before it. */
    @Nullable
    Head head() throws IOException, BadHttpException {
        headLeft = LONGEST_HEAD;
        String line = line(true);
        while (line != null && line.isEmpty()) {
            // RFC 9112, 2.2: an empty line before a request is skipped.
            line = line(true);
        }
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !TOKEN.matcher(parts[0]).matches() || parts[1].isEmpty()) {
            throw new BadHttpException(400, "The request line can't be read.");
        }
        boolean http10 = parts[2].equals("HTTP/1.0");
        if (!http10 && !parts[2].equals("HTTP/1.1")) {
            throw new BadHttpException(505, "This server speaks HTTP/1.1.");
        }
        Map<String, List<String>> headers = headers();
        if (!http10 && headers.getOrDefault("host", List.of()).size() != 1) {
            throw new BadHttpException(400, "A request has one Host header.");
        }
        return new Head(parts[0], originForm(parts[1]), http10, headers);
    }

    /** A proxy's form of the target, with scheme and host before the path, is taken too. */
    private static String originForm(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            int path = target.indexOf('/', target.indexOf("://") + 3);
            return path < 0 ? "/" : target.substring(path);
        }
        return target;
    }

    private Map<String, List<String>> headers() throws IOException, BadHttpException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = required(); !line.isEmpty(); line = required()) {
            int colon = line.indexOf(':');
            if (colon < 0 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new BadHttpException(400, "A header can't be read.");
            }
            String name = line.substring(0, colon);
            headers.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Reads the body that a head announces. */
    byte[] body(Head head) throws IOException, BadHttpException {
        List<String> lengths = head.headers().getOrDefault("content-length", List.of());
        List<String> codings = head.headers().getOrDefault("transfer-encoding", List.of());
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty()) {
                throw new BadHttpException(400, "A request has either a length or chunks.");
            }
            if (codings.size() != 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw new BadHttpException(501, "The only transfer coding here is chunked.");
            }
            return chunks();
        }
        if (lengths.isEmpty()) {
            return new byte[0];
        }
        if (lengths.stream().distinct().count() != 1) {
            throw new BadHttpException(400, "A request has one length.");
        }
        return exactly(length(lengths.get(0), 10));
    }

    private static int length(String text, int radix) throws BadHttpException {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128);
        if (!digits) {
            throw new BadHttpException(400, "The length of the body can't be read.");
        }
        // Longer than any length that is allowed, and maybe than a long.
        long length = text.length() > 15 ? Long.MAX_VALUE : Long.parseLong(text, radix);
        if (length > LARGEST_BODY) {
            throw new BadHttpException(413, "The body is larger than " + LARGEST_BODY + " bytes.");
        }
        return (int) length;
    }

    private byte[] chunks() throws IOException, BadHttpException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headLeft = LONGEST_HEAD;
            int size = length(required().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            if (body.size() + size > LARGEST_BODY) {
                throw new BadHttpException(413, "The body is larger than " + LARGEST_BODY + " bytes.");
            }
            body.writeBytes(exactly(size));
            if (!required().isEmpty()) {
                throw new BadHttpException(400, "A chunk is longer than it says.");
            }
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private String required() throws IOException, BadHttpException {
        String line = line(false);
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    /** Reads a line without its end, or returns null where nothing comes any more and that is allowed. */
    private @Nullable String line(boolean canEnd) throws IOException, BadHttpException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (canEnd && line.size() == 0) {
                    return null;
                }
                throw new EOFException();
            }
            if (--headLeft < 0) {
                throw new BadHttpException(431, "The head of the request is longer than " + LONGEST_HEAD + " bytes.");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
