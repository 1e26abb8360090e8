package org.telnyx4j.internal.text;

import java.nio.charset.StandardCharsets;

/** Percent-encodes as RFC 3986 asks: unreserved characters stay, every other byte of UTF-8 is escaped. */
public final class PercentEncoder {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoder() {}

    public static void append(StringBuilder out, String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnreserved(c) || kept.indexOf(c) >= 0) {
                out.append(c);
            } else {
                int end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
                for (byte b : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
                }
                i = end - 1;
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
