package org.telnyx4j.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what text can be wrapped in, so that it is compared and shown as it reads: HTML entities, JSON escapes,
 * percent-encoding, full-width letters and digits, digits of other scripts, characters that cannot be seen. Never throws.
 */
final class PlainText {
    private static final int MOST_ROUNDS = 4;
    private static final int LONGEST_INPUT = 10_000;

    /** Backslashes count from the first of a row on: from each of them, a long row would take the square of its length. */
    private static final Pattern WRAPPED = Pattern.compile(
            "&#([0-9]{1,7});?|&#[xX]([0-9A-Fa-f]{1,6});?|&(quot|apos|amp|lt|gt|nbsp|plus|num|lpar|rpar);"
                    + "|(?<!\\\\)\\\\++u\\{?([0-9A-Fa-f]{4,6})}?|(?<!\\\\)\\\\++x([0-9A-Fa-f]{2})"
                    + "|((?:%[0-9A-Fa-f]{2})++)|(?<!\\\\)\\\\++([\"'/nrt])");

    private static final Map<String, String> NAMES = Map.of(
            "quot", "\"", "apos", "'", "amp", "&", "lt", "<", "gt", ">", "nbsp", " ", "plus", "+", "num", "#", "lpar",
            "(", "rpar", ")");

    private PlainText() {}

    /** Returns the text as it reads. What is wrapped several times is unwrapped several times. */
    static String of(String text) {
        String plain = text.length() <= LONGEST_INPUT ? text : text.substring(0, LONGEST_INPUT);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String before = plain;
            plain = WRAPPED.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(unwrapped(match)));
            if (plain.equals(before)) {
                break;
            }
        }
        return digits(Normalizer.normalize(plain, Normalizer.Form.NFKC));
    }

    private static String unwrapped(MatchResult match) {
        String found = match.group();
        if (match.group(1) != null) {
            return character(Integer.parseInt(match.group(1)), found);
        }
        if (match.group(2) != null) {
            return character(Integer.parseInt(match.group(2), 16), found);
        }
        if (match.group(3) != null) {
            return NAMES.getOrDefault(match.group(3), found);
        }
        if (match.group(4) != null) {
            return character(Integer.parseInt(match.group(4), 16), found);
        }
        if (match.group(5) != null) {
            return character(Integer.parseInt(match.group(5), 16), found);
        }
        if (match.group(6) != null) {
            return percentDecoded(match.group(6));
        }
        String escaped = match.group(7);
        return "nrt".contains(escaped) ? " " : escaped;
    }

    private static String character(int codePoint, String otherwise) {
        return Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint)
                ? Character.toString(codePoint)
                : Character.isValidCodePoint(codePoint) ? " " : otherwise;
    }

    private static String percentDecoded(String encoded) {
        byte[] bytes = new byte[encoded.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(encoded.substring(3 * i + 1, 3 * i + 3), 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Digits of any script as those of ASCII; without characters that cannot be seen. */
    private static String digits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
            int digit = Character.digit(c, 10);
            plain.appendCodePoint(digit >= 0 && c > 'z' ? '0' + digit : c);
        });
        return plain.toString();
    }
}
