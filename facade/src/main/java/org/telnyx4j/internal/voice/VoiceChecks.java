package org.telnyx4j.internal.voice;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Checks;

/**
 * The rules that the values of call commands follow. Each method returns the rule that a value breaks, as a phrase that
 * goes on from the field's name, or {@code null}; none repeats the value.
 */
public final class VoiceChecks {
    private static final int LONGEST_DISPLAY_NAME = 128;

    /** Scheme, an optional user, a host or an IPv6 address, an optional port, then parameters and headers. */
    private static final Pattern SIP_URI = Pattern.compile("(?i:sips?):"
            + "(?:[A-Za-z0-9\\-_.!~*'()&=+$,;?/%#:]++@)?"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9._\\-]*+)|\\[[0-9A-Fa-f:.]++])"
            + "(?::[0-9]{1,5})?"
            + "(?:[;?][!-~&&[^<>\"]]*+)?");

    /** What may follow a destination: a comma, and digits that are played after the answer. */
    private static final Pattern DIGITS_TO_PLAY = Pattern.compile(",[0-9A-D*#wW,]+$");

    private static final Pattern TONES = Pattern.compile("[0-9A-D*#wW]+");
    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]+");

    private VoiceChecks() {}

    /** The rule for the id of a leg. It goes into a path, where dots alone would lead to another operation. */
    public static @Nullable String callControlId(String text) {
        boolean possible = !text.isBlank() && !text.equals(".") && !text.equals("..");
        return possible && destination(text) != null
                ? null
                : "must be what Telnyx gave as call_control_id, not blank, a phone number or a SIP URI";
    }

    /** The rule for one of several destinations. */
    static @Nullable String destination(String text) {
        return Checks.isE164(text) || isSipUri(text)
                ? null
                : "must be a phone number in E.164 form such as +14165550123, or a SIP or SIPS URI";
    }

    /** The rule for a single destination, which may be followed by digits to play. */
    static @Nullable String destinationWithDigits(String text) {
        return destination(text) == null
                ? null
                : destination(DIGITS_TO_PLAY.matcher(text).replaceFirst(""));
    }

    /** The rule for where the far end is sent. */
    static @Nullable String sipUri(String text) {
        return isSipUri(text) ? null : "must be a SIP or SIPS URI such as sip:desk@example.com";
    }

    /** The rule for a caller id. */
    static @Nullable String callerId(String text) {
        return Checks.isE164(text) ? null : "must be a phone number in E.164 form such as +14165550123";
    }

    /** The rule for the name beside a caller id. */
    static @Nullable String displayName(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_DISPLAY_NAME
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_~!.+".indexOf(c) >= 0);
        return fits ? null : "must have at most 128 letters, digits, spaces and signs of - _ ~ ! . +";
    }

    /** The rule for what the application keeps with a leg. */
    static @Nullable String base64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return null;
        } catch (IllegalArgumentException e) {
            return "must be Base64";
        }
    }

    /** The rule for tones to send. */
    static @Nullable String tones(String text) {
        return TONES.matcher(text).matches()
                ? null
                : "must have characters of 0-9, A-D, *, #, w and W only, one at least";
    }

    /** The rule for tones to send after the answer. */
    static @Nullable String tonesAfterAnswer(String text) {
        String problem = tones(text);
        return problem == null && text.length() > 64 ? "must have at most 64 characters" : problem;
    }

    /** The rule for the keys that a caller may press. */
    static @Nullable String keys(String text) {
        return KEYS.matcher(text).matches() ? null : "must have characters of 0-9, A-D, * and # only, one at least";
    }

    /** The rule for the key that ends an input. */
    static @Nullable String oneKey(String text) {
        return text.length() == 1 && keys(text) == null ? null : "must be one key of 0-9, A-D, * and #";
    }

    /** The rule for the name of a SIP header (a token of RFC 3261). */
    static @Nullable String sipHeaderName(String text) {
        return Checks.headerName(text) == null ? null : "must have the name of a SIP header in each entry";
    }

    /** The rule for what a SIP header says: a line break in it would begin another header. */
    static @Nullable String sipHeaderValue(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                ? null
                : "must have values without line breaks and control characters";
    }

    private static boolean isSipUri(String text) {
        return SIP_URI.matcher(text).matches();
    }
}
