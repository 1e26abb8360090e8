package org.telnyx4j.sandbox.internal.api;

import java.util.regex.Pattern;

/** Hides phone numbers in what may end up in a log. */
final class Masking {
    /** A path segment that is a phone number, with its plus sign plain, percent-encoded or left out. */
    private static final Pattern NUMBER_SEGMENT = Pattern.compile("(?<=/)(\\+|%2[Bb])?\\d{3,}(?=\\d{2}(/|$))");

    private Masking() {}

    static String path(String path) {
        return NUMBER_SEGMENT.matcher(path).replaceAll("…");
    }
}
