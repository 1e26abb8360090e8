package org.telnyx4j.internal.validation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/** Shows what was given in place of a phone number: masked, and with the first character that does not belong there. */
public final class NumberFaults {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z]{2,12}:");

    private NumberFaults() {}

    /**
     * Returns what can be shown of a string that should be a phone number or an address.
     *
     * @param given what the caller gave
     * @return such as {@code +39 06 **** 5678 (a blank at place 4)}
     */
    public static String shown(String given) {
        String fault = fault(given);
        return Mask.given(given) + (fault == null ? "" : " (" + fault + ")");
    }

    private static @Nullable String fault(String given) {
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return null;
        }
        Matcher scheme = SCHEME.matcher(given);
        if (scheme.find()) {
            return "it begins with " + scheme.group();
        }
        if (given.codePoints().noneMatch(Character::isDigit)) {
            return null;
        }
        for (int i = 0; i < given.length(); i++) {
            int c = given.codePointAt(i);
            boolean belongs = (c >= '0' && c <= '9') || (c == '+' && i == 0);
            if (!belongs) {
                return (Character.isLetter(c) ? "a letter" : Characters.name(c)) + " at place " + (i + 1);
            }
        }
        return null;
    }
}
