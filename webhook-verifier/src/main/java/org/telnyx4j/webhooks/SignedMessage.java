package org.telnyx4j.webhooks;

import java.nio.charset.StandardCharsets;

/** Builds the bytes that Telnyx signs: timestamp, a bar, body. */
final class SignedMessage {
    private static final byte BAR = '|';

    private SignedMessage() {}

    static byte[] of(String timestamp, byte[] body) {
        byte[] message = new byte[Math.addExact(bodyOffset(timestamp), body.length)];
        byte[] prefix = timestamp.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        message[prefix.length] = BAR;
        System.arraycopy(body, 0, message, prefix.length + 1, body.length);
        return message;
    }

    /** Where the body starts. The timestamp must be ASCII. */
    static int bodyOffset(String timestamp) {
        return timestamp.length() + 1;
    }
}
