package org.telnyx4j.internal.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes times. The usual form is read by hand: {@code java.time}'s formatters cost a cold JVM more than the
 * rest of a response.
 */
public final class Times {
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;
    private static final int MOST_FRACTION_DIGITS = 9;

    private Times() {}

    /**
     * Reads RFC 3339 and the forms that also occur: a space for the {@code T}, no offset (UTC), an offset without a
     * colon, no seconds.
     *
     * @return the time, or null if the text is none
     */
    public static @Nullable OffsetDateTime dateTime(String text) {
        try {
            OffsetDateTime usual = usualForm(text);
            return usual == null ? otherForms(text) : usual;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads {@code 2026-07-16T09:08:07}, a fraction, and an offset or none. Returns null for any other form. */
    private static @Nullable OffsetDateTime usualForm(String text) {
        if (text.length() < SECOND_LENGTH || !hasSeparators(text)) {
            return null;
        }
        int end = SECOND_LENGTH;
        int nanos = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            int from = end + 1;
            end = from;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == from || end - from > MOST_FRACTION_DIGITS) {
                return null;
            }
            nanos = number(text, from, end);
            for (int digits = end - from; digits < MOST_FRACTION_DIGITS; digits++) {
                nanos *= 10;
            }
        }
        ZoneOffset offset = offset(text, end);
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        // One that is no number is -1, and so is then what they have in common.
        boolean isNumbers = (year | month | day | hour | minute | second) >= 0;
        return offset == null || !isNumbers
                ? null
                : OffsetDateTime.of(year, month, day, hour, minute, second, nanos, offset);
    }

    private static boolean hasSeparators(String text) {
        char between = text.charAt(DATE_LENGTH);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (between == 'T' || between == 't' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** Reads {@code Z}, {@code +02:00}, {@code +0200}, or nothing, which is UTC. Returns null for anything else. */
    private static @Nullable ZoneOffset offset(String text, int from) {
        int length = text.length() - from;
        if (length == 0) {
            return ZoneOffset.UTC;
        }
        char sign = text.charAt(from);
        if (length == 1) {
            return sign == 'Z' || sign == 'z' ? ZoneOffset.UTC : null;
        }
        boolean colon = length == 6 && text.charAt(from + 3) == ':';
        if ((sign != '+' && sign != '-') || !(colon || length == 5)) {
            return null;
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, text.length() - 2, text.length());
        if (hours < 0 || minutes < 0) {
            return null;
        }
        if (hours == 0 && minutes == 0) {
            // Nearly all of them; the others are looked up.
            return ZoneOffset.UTC;
        }
        return sign == '-' ? ZoneOffset.ofHoursMinutes(-hours, -minutes) : ZoneOffset.ofHoursMinutes(hours, minutes);
    }

    private static @Nullable OffsetDateTime otherForms(String text) {
        String iso =
                text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ' ? text.replaceFirst(" ", "T") : text;
        try {
            return OffsetDateTime.parse(iso);
        } catch (DateTimeException withoutOffset) {
            return LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
        }
    }

    /** Reads a date such as {@code 2026-07-16}, or returns null if the text is none. */
    public static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Writes RFC 3339, with seconds even where they are zero: {@code toString} drops them. */
    public static String write(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Returns the number that the digits are, or -1 if one of them is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
