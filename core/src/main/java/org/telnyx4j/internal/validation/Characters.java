package org.telnyx4j.internal.validation;

import java.util.Locale;

/** Names characters, so that one that cannot be seen can be found. */
final class Characters {
    private Characters() {}

    /** Returns such as {@code a blank}, {@code a line break}, {@code "<"} or {@code U+200B}. */
    static String name(int codePoint) {
        if (codePoint == ' ') {
            return "a blank";
        }
        if (codePoint == '\t') {
            return "a tab";
        }
        if (codePoint == '\n' || codePoint == '\r') {
            return "a line break";
        }
        return codePoint > ' ' && codePoint < 0x7f
                ? "'" + (char) codePoint + "'"
                : "U+" + String.format(Locale.ROOT, "%04X", codePoint);
    }
}
