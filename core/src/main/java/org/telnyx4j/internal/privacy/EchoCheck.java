package org.telnyx4j.internal.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether text written by others repeats a part of what the caller sent. Letters and digits alone are compared,
 * in any case, so that other punctuation, escapes or line breaks don't hide a repetition.
 */
public final class EchoCheck {
    /** Long enough to let most of English pass, short enough to catch a one-time code with the word beside it. */
    private static final int WINDOW = 8;

    private EchoCheck() {}

    /**
     * Looks for eight letters or digits in a row that both texts share, or for a whole private text that is shorter.
     *
     * @param text what was written by others
     * @param sensitiveValues what the caller sent
     * @return true if {@code text} repeats any of them in part
     */
    public static boolean repeats(String text, List<String> sensitiveValues) {
        String bare = bare(text);
        Set<String> windows = new HashSet<>();
        for (int start = 0; start + WINDOW <= bare.length(); start++) {
            windows.add(bare.substring(start, start + WINDOW));
        }
        return sensitiveValues.stream().anyMatch(sensitiveValue -> {
            String wanted = bare(sensitiveValue);
            if (wanted.length() >= WINDOW) {
                return sharesWindow(wanted, windows);
            }
            return wanted.isEmpty() ? containsSymbols(text, sensitiveValue.strip()) : bare.contains(wanted);
        });
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
        text.replaceAll("%[0-9A-Fa-f]{2}", " ")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
