package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Puts the bytes of HTTP answers together. */
final class Answer {
    /** The header that every answer made here carries, besides those that the test asks for. */
    static final String REQUEST_ID = "req-4711";

    private Answer() {}

    /** A whole answer with a JSON body. */
    static byte[] json(int status, String body) {
        return whole(status, "Content-Type: application/json", body.getBytes(UTF_8));
    }

    /** A whole answer: its length is announced as it is. */
    static byte[] whole(int status, String headers, byte[] body) {
        return announcing(body.length, status, headers, body);
    }

    /** An answer that announces a length and has a body of another, perhaps. */
    static byte[] announcing(long length, int status, String headers, byte[] body) {
        return concat(head(status, headers + "\r\nContent-Length: " + length), body);
    }

    /** A status line and headers, without a body. */
    static byte[] head(int status, String headers) {
        String head = "HTTP/1.1 " + status + " Whatever\r\nx-request-id: " + REQUEST_ID + "\r\n" + headers + "\r\n\r\n";
        return head.getBytes(US_ASCII);
    }

    /** One chunk of a body in chunked coding; an empty one ends the body. */
    static byte[] chunk(byte[] bytes) {
        byte[] start = (Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII);
        return concat(start, bytes, "\r\n".getBytes(US_ASCII));
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
