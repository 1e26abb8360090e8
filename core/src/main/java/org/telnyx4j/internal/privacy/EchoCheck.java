package org.telnyx4j.internal.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether text written by others repeats a part of what the caller sent. Letters and digits alone are
 * compared, in any case and however they are encoded, so that other punctuation, escapes or line breaks don't hide a
 * repetition.
 */
public final class EchoCheck {
    /** Long enough to let most of English pass. */
    private static final int WINDOW = 8;

    /** Digits with little between them, such as a one-time code; fewer than four are in every text. */
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[^\\p{L}\\p{N}]{0,3}+[0-9]){3,}+");

    /** A code of letters and digits, such as G7X2QK. */
    private static final Pattern MIXED =
            Pattern.compile("(?=[A-Za-z]{0,11}[0-9])(?=[0-9]{0,11}[A-Za-z])[A-Za-z0-9]{4,12}");

    /** A code of capitals within other text. */
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{5,12}(?![\\p{L}\\p{N}])");

    private EchoCheck() {}

    /**
     * Searches for eight letters or digits in a row that both strings share, for a code of four or more that is in what
     * the caller sent, or for a whole value that is shorter.
     *
     * @param text what was written by others
     * @param sensitiveValues what the caller sent
     * @return true if {@code text} repeats any of them in part
     */
    public static boolean repeats(String text, List<String> sensitiveValues) {
        String plain = PlainText.of(text);
        String bare = bare(plain);
        String words = words(plain);
        List<String> digits = digits(plain);
        Set<String> windows = new HashSet<>();
        for (int start = 0; start + WINDOW <= bare.length(); start++) {
            windows.add(bare.substring(start, start + WINDOW));
        }
        for (String value : sensitiveValues) {
            String sent = PlainText.of(value);
            String wanted = bare(sent);
            boolean repeated = wanted.length() >= WINDOW
                    ? sharesWindow(wanted, windows)
                    : wanted.isEmpty() ? containsSymbols(text, value.strip()) : words.contains(words(sent));
            if (repeated || repeatsCode(plain, words, digits, sent)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeatsCode(String plain, String words, List<String> digits, String sent) {
        for (String code : digits(sent)) {
            if (digits.stream().anyMatch(run -> run.contains(code))) {
                return true;
            }
        }
        Matcher mixed = MIXED.matcher(sent);
        while (mixed.find()) {
            if (words.contains(" " + mixed.group().toLowerCase(Locale.ROOT) + " ")) {
                return true;
            }
        }
        Matcher capitals = CAPITALS.matcher(sent);
        boolean isMixedText = sent.chars().anyMatch(Character::isLowerCase);
        while (isMixedText && capitals.find()) {
            if (plain.contains(capitals.group())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> digits(String text) {
        List<String> runs = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            runs.add(matcher.group().replaceAll("[^0-9]", ""));
        }
        return runs;
    }

    private static boolean sharesWindow(String wanted, Set<String> windows) {
        for (int start = 0; start + WINDOW <= wanted.length(); start++) {
            if (windows.contains(wanted.substring(start, start + WINDOW))) {
                return true;
            }
        }
        return false;
    }

    /** For a text without letter or digit, such as an emoji. */
    private static boolean containsSymbols(String text, String symbols) {
        return !symbols.isEmpty() && text.contains(symbols);
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** The words with one blank before, between and after them. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
    }
}
