package org.telnyx4j.sandbox.junit;

import java.util.regex.Pattern;

/** Shows the last four digits of what can be a phone number. */
final class MaskedDigits {
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|%2[Bb])?[0-9]{3,}(?=[0-9]{4}(?![0-9]))");

    private MaskedDigits() {}

    static String in(String text) {
        return NUMBER.matcher(text).replaceAll("…");
    }
}
