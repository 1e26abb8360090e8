package org.telnyx4j.optouts;

/** What may be shown of a number. */
final class Masked {
    private static final int SHOWN = 4;
    private static final int LEAST = 11;

    private Masked() {}

    static String of(String number) {
        return number.length() < LEAST ? "***" : "***" + number.substring(number.length() - SHOWN);
    }
}
