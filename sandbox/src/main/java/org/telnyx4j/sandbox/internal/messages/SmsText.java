package org.telnyx4j.sandbox.internal.messages;

/**
 * How a text goes out as SMS: encoding and number of parts, by GSM 03.38 with its default extension table, or
 * UCS-2.
 */
record SmsText(String encoding, int parts) {
    static final int MAX_PARTS = 10;

    private static final String GSM7 = "GSM-7";
    private static final String UCS2 = "UCS-2";

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /** Lengths in septets for GSM-7, in UTF-16 units for UCS-2; a part of several loses room to its header. */
    private static final int GSM7_SINGLE = 160;

    private static final int GSM7_PART = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_PART = 67;

    /** Returns how the text goes out if the shorter encoding that can carry it is taken. */
    static SmsText of(String text) {
        return isGsm7(text) ? new SmsText(GSM7, count(text, true)) : ucs2(text);
    }

    static SmsText ucs2(String text) {
        return new SmsText(UCS2, count(text, false));
    }

    static boolean isGsm7(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    private static int count(String text, boolean gsm7) {
        int single = gsm7 ? GSM7_SINGLE : UCS2_SINGLE;
        int perPart = gsm7 ? GSM7_PART : UCS2_PART;
        int total = text.codePoints().map(c -> width(c, gsm7)).sum();
        if (total <= single) {
            return 1;
        }
        int parts = 1;
        int used = 0;
        // One by one, because an escaped character or a surrogate pair isn't split between two parts.
        for (int character : text.codePoints().toArray()) {
            int width = width(character, gsm7);
            if (used + width > perPart) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }

    private static int width(int character, boolean gsm7) {
        return gsm7 ? (EXTENDED.indexOf(character) >= 0 ? 2 : 1) : Character.charCount(character);
    }
}
