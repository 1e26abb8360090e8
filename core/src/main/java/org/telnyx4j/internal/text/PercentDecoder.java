package org.telnyx4j.internal.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes percent-encoded UTF-8. A string with a percent sign that escapes nothing stays as it came. */
public final class PercentDecoder {
    private PercentDecoder() {}

    /** Decodes a segment of a path, in which a plus sign is itself. */
    public static String segment(String encoded) {
        return form(encoded.replace("+", "%2B"), encoded);
    }

    /** Decodes a name or a value of a query or a form, in which a plus sign is a space. */
    public static String form(String encoded) {
        return form(encoded, encoded);
    }

    private static String form(String encoded, String otherwise) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
