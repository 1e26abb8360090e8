package org.telnyx4j.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules that values of the configuration and of requests follow. Each method returns the rule that a value breaks,
 * as a phrase that goes on from the field's name, or {@code null}; none repeats the value.
 */
public final class Checks {
    private static final int SHORTEST_E164 = 7;
    private static final int LONGEST_E164 = 15;
    private static final int LONGEST_ALPHANUMERIC_SENDER = 11;
    private static final int LARGEST_PORT = 65_535;

    private Checks() {}

    /** Tells whether a text is a plus sign and 7 to 15 digits, the first not 0 (ITU-T E.164). */
    public static boolean isE164(String text) {
        int digits = text.length() - 1;
        return digits >= SHORTEST_E164
                && digits <= LONGEST_E164
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && areDigits(text, 1);
    }

    /** Tells whether a text is 5 or 6 digits. */
    public static boolean isShortCode(String text) {
        return (text.length() == 5 || text.length() == 6) && areDigits(text, 0);
    }

    /** Tells whether a text is 1 to 11 ASCII letters, digits and spaces with at least one letter. */
    public static boolean isAlphanumericSender(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ALPHANUMERIC_SENDER) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            letter |= isLetter;
            if (!isLetter && !isDigit(c) && c != ' ') {
                return false;
            }
        }
        return letter;
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

    /** The rule for an address that Telnyx fetches or calls back. */
    public static @Nullable String httpUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            boolean port = uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= LARGEST_PORT);
            return http && port && uri.getHost() != null && wellFormed(text) == null
                    ? null
                    : "must be an absolute http or https URL";
        } catch (URISyntaxException e) {
            return "must be an absolute http or https URL";
        }
    }

    /** The rule for an address that requests go to. */
    public static @Nullable String baseUrl(String text) {
        String problem = httpUrl(text);
        if (problem != null) {
            return problem + " such as https://api.telnyx.com/v2";
        }
        URI uri = URI.create(text);
        boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        return plain ? null : "must have no query, fragment or user";
    }

    /** The rule for a text that must say something. */
    public static @Nullable String notBlank(String text) {
        return text.isBlank() ? "must not be blank" : null;
    }

    /** The rule for text that is sent as UTF-8: half of a surrogate pair is no character. */
    public static @Nullable String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must be valid Unicode, but has half of a surrogate pair";
            }
        }
        return null;
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
        boolean token = !text.isEmpty();
        for (int i = 0; i < text.length() && token; i++) {
            char c = text.charAt(i);
            token = (c < 128 && Character.isLetterOrDigit(c)) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token ? null : "must be the name of an HTTP header";
    }

    private static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
