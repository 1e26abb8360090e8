package org.telnyx4j.internal.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Base64Text;
import org.telnyx4j.internal.json.JsonStreams;

/**
 * The rules for the values of requests and of the configuration. Each method returns the rule that a value breaks, as a
 * phrase that goes on from the field's name, or null; none repeats the value.
 */
public final class TextRules {
    private static final int SHORTEST_E164 = 7;
    private static final int LONGEST_E164 = 15;
    private static final int LONGEST_ALPHANUMERIC_SENDER = 11;
    private static final int LONGEST_DISPLAY_NAME = 128;
    private static final int SHORTEST_TOKEN = 8;
    private static final int LONGEST_TOKEN = 64;

    /** Scheme, an optional user, a host or an IPv6 address, an optional port, then parameters and headers. */
    private static final Pattern SIP_URI = Pattern.compile("(?i:sips?):"
            + "(?:[A-Za-z0-9\\-_.!~*'()&=+$,;?/%#:]++@)?"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9._\\-]*+)|\\[[0-9A-Fa-f:.]++])"
            + "(?::[0-9]{1,5})?"
            + "(?:[;?][!-~&&[^<>\"]]*+)?");

    /** What may follow a destination: a comma, and digits that are played after the answer. */
    private static final Pattern DIGITS_TO_PLAY = Pattern.compile(",[0-9A-D*#wW,]+$");

    /** This machine, by name (RFC 6761) or address. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "^http://(?:(?:[a-z0-9_-]+\\.)*localhost\\.?|127(?:\\.[0-9]{1,3}){3}|\\[(?:::1|(?:0{1,4}:){7}0{0,3}1)])(?::[0-9]*)?(?:[/?#]|$)");

    private static final Pattern MASKED = Pattern.compile("\\+?[0-9]{1,12}[-*xX]{2,}[0-9]{0,4}");

    /** What to do about numbers that Telnyx shows in part only, as a phrase. */
    public static final String MASKED_REMEDY = "the account is not verified and sees available numbers in part only, so"
            + " verify it in the Telnyx portal before buying";

    private TextRules() {}

    /** Returns whether a string is a plus sign and 7 to 15 digits, the first not 0 (ITU-T E.164). */
    public static boolean isE164(String text) {
        int digits = text.length() - 1;
        return digits >= SHORTEST_E164
                && digits <= LONGEST_E164
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && areDigits(text, 1);
    }

    /**
     * Returns whether a string is a number as Telnyx shows it to accounts that are not verified: with hyphens in place
     * of its last digits, such as {@code +17792------}.
     */
    public static boolean isMaskedByTelnyx(String text) {
        return MASKED.matcher(text).matches();
    }

    /** Returns whether a string is 5 or 6 digits. */
    public static boolean isShortCode(String text) {
        return (text.length() == 5 || text.length() == 6) && areDigits(text, 0);
    }

    /** Returns whether a string is 1 to 11 ASCII letters, digits and spaces with at least one letter. */
    public static boolean isAlphanumericSender(String text) {
        return hasSenderCharacters(text) && text.chars().anyMatch(TextRules::isLetter);
    }

    /** The rule for a phone number. */
    public static @Nullable String e164(String text) {
        if (isMaskedByTelnyx(text)) {
            return "must be a whole phone number, but has digits masked by Telnyx: " + MASKED_REMEDY;
        }
        return isE164(text) ? null : "must be a phone number in E.164 form such as +14165550123";
    }

    /** The rule for a short code. */
    public static @Nullable String shortCode(String text) {
        return isShortCode(text) ? null : "must be a short code of 5 or 6 digits";
    }

    /** The rule for who gets a message. */
    public static @Nullable String recipient(String text) {
        return isE164(text) || isShortCode(text)
                ? null
                : "must be a phone number in E.164 form such as +14165550123, or a short code of 5 or 6 digits";
    }

    /** The rule for who sends a message. */
    public static @Nullable String sender(String text) {
        return isE164(text) || isShortCode(text) || isAlphanumericSender(text)
                ? null
                : "must be a phone number in E.164 form such as +14165550123, a short code of 5 or 6 digits, or 1 to 11"
                        + " letters, digits and spaces with at least one letter";
    }

    /** The rule for the name that stands in place of a number. */
    public static @Nullable String alphanumericSender(String text) {
        return hasSenderCharacters(text) ? null : "must be 1 to 11 letters, digits and spaces";
    }

    /** The rule for who is called: one that stands alone can be followed by digits to play. */
    public static @Nullable String destination(String text, boolean alone) {
        String bare = alone ? DIGITS_TO_PLAY.matcher(text).replaceFirst("") : text;
        return isDestination(text) || isDestination(bare)
                ? null
                : "must be a phone number in E.164 form such as +14165550123, or a SIP or SIPS URI";
    }

    /** The rule for where the far end is sent. */
    public static @Nullable String sipUri(String text) {
        return isSipUri(text) ? null : "must be a SIP or SIPS URI such as sip:desk@example.com";
    }

    /** The rule for the name beside a caller id. */
    public static @Nullable String displayName(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_DISPLAY_NAME
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_~!.+".indexOf(c) >= 0);
        return fits ? null : "must have at most 128 letters, digits, spaces and signs of - _ ~ ! . +";
    }

    /** The rule for the id of a leg. It goes into a path, where dots alone would lead to another operation. */
    public static @Nullable String callControlId(String text) {
        boolean possible = !text.isBlank() && !text.equals(".") && !text.equals("..");
        return possible && !isDestination(text)
                ? null
                : "must be what Telnyx gave as call_control_id, not blank, a phone number or a SIP URI";
    }

    /** The rule for a correlation token: what no URL needs to encode, and no phone number. */
    public static @Nullable String correlationToken(String text) {
        boolean possible = text.length() >= SHORTEST_TOKEN && text.length() <= LONGEST_TOKEN;
        boolean hasLetter = false;
        for (int i = 0; i < text.length() && possible; i++) {
            char c = text.charAt(i);
            hasLetter |= isLetter(c);
            possible = isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.';
        }
        return possible && hasLetter
                ? null
                : "must be " + SHORTEST_TOKEN + " to " + LONGEST_TOKEN
                        + " letters, digits, hyphens, underscores and dots, with one letter at least";
    }

    /** The rule for bytes in a string. */
    public static @Nullable String base64(String text) {
        return Base64Text.isBase64(text) ? null : "must be Base64";
    }

    /** The rule for an address that Telnyx fetches or calls back: what browsers and curl fetch, such as a host with an underscore. */
    public static @Nullable String httpUrl(String text) {
        return HttpUrls.problem(text);
    }

    /** The rule for an address that requests go to. */
    public static @Nullable String baseUrl(String text) {
        String problem = HttpUrls.problem(text);
        if (problem != null) {
            return problem + ", such as https://api.telnyx.com/v2";
        }
        try {
            URI uri = new URI(text);
            boolean plain = uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().indexOf('@') < 0;
            return plain ? null : "must have no query, fragment or user";
        } catch (URISyntaxException e) {
            return "must have no character that needs percent-encoding, but has one"
                    + (e.getIndex() < 0 ? "" : " at place " + (e.getIndex() + 1));
        }
    }

    /** Returns whether a base URL sends everything in clear to another machine. */
    public static boolean sendsInClear(String baseUrl) {
        String lower = baseUrl.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") && !LOOPBACK.matcher(lower).find();
    }

    /** The rule for an API key: what goes with it in a header or a configuration file is no part of it. */
    public static @Nullable String apiKey(String text) {
        String unsendable = headerValue(text);
        if (unsendable != null) {
            return unsendable + ", and no line break";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("authorization:") || lower.equals("bearer") || lower.startsWith("bearer ")) {
            return "must be the key alone, without the word Bearer, which the library puts before it";
        }
        boolean isQuoted = text.startsWith("\"") || text.startsWith("'") || text.endsWith("\"") || text.endsWith("'");
        return isQuoted ? "must be the key alone, without quotes" : null;
    }

    /** The rule for the name or address of a host that stands alone. */
    public static @Nullable String host(String text) {
        if (text.isBlank()) {
            return "must not be blank";
        }
        if (text.contains("://")) {
            return "must be a host alone, without http:// before it";
        }
        boolean isIpv6 = text.indexOf(':') != text.lastIndexOf(':');
        if (!isIpv6 && text.indexOf(':') >= 0) {
            return "must be a host alone, the port goes beside it";
        }
        boolean isHost = text.codePoints().noneMatch(c -> c <= ' ' || "/?#@\\\"<>".indexOf(c) >= 0);
        return isHost ? null : "must be a host alone, without path, user or blanks";
    }

    /** The rule for a string that must have something other than white space. */
    public static @Nullable String notBlank(String text) {
        return text.isBlank() ? "must not be blank" : null;
    }

    /** The rule for a string of one line. */
    public static @Nullable String oneLine(String text) {
        if (text.isBlank()) {
            return "must not be blank";
        }
        return hasControl(text) ? "must have no control characters such as line breaks" : null;
    }

    /** The rule for text that is sent as UTF-8: half of a surrogate pair is no character. */
    public static @Nullable String wellFormed(String text) {
        return JsonStreams.isWellFormed(text) ? null : "must be valid Unicode, but has half of a surrogate pair";
    }

    /** The rule for a duration. */
    public static @Nullable String positive(Duration duration) {
        return duration.isNegative() || duration.isZero() ? "must be longer than zero" : null;
    }

    /** The rule for what can stand in an HTTP header (RFC 9110, without its obsolete bytes). */
    public static @Nullable String headerValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                return "must have printable ASCII characters only";
            }
        }
        return null;
    }

    /** The rule for the name of an HTTP header. */
    public static @Nullable String headerName(String text) {
        return isToken(text) ? null : "must be the name of an HTTP header";
    }

    /** The rule for the name of a SIP header (a token of RFC 3261). */
    public static @Nullable String sipHeaderName(String text) {
        return isToken(text) ? null : "must be the name of a SIP header";
    }

    /** The rule for the value of a SIP header: a line break in it would begin another header. */
    public static @Nullable String sipHeaderValue(String text) {
        return hasControl(text) ? "must be a value without line breaks and control characters" : null;
    }

    private static boolean isToken(String text) {
        boolean token = !text.isEmpty();
        for (int i = 0; i < text.length() && token; i++) {
            char c = text.charAt(i);
            token = isLetter(c) || isDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean isDestination(String text) {
        return isE164(text) || isSipUri(text);
    }

    private static boolean isSipUri(String text) {
        return SIP_URI.matcher(text).matches();
    }

    private static boolean hasSenderCharacters(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ALPHANUMERIC_SENDER
                && text.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == ' ');
    }

    private static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
