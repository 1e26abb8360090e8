package org.telnyx4j.internal.privacy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks private values for a log. Every method is total: it takes any string, never throws, and takes time linear
 * in the length that it reads. It masks too much rather than too little: a date or an order number can pass for a
 * phone number.
 */
public final class Mask {
    private static final String HIDDEN = "***";

    /** What stands between the digits of a phone number, as written by people or by a URL encoder. */
    private static final String SEPARATOR = "(?:[\\s\\p{Zs}\\p{Pd}\\p{Cf}.()/_]|%20|%2[89DdEe])";

    private static final Pattern PHONE =
            Pattern.compile("(?:[+＋]|%2[Bb])?\\(?\\p{Nd}(?:" + SEPARATOR + "{0,4}+\\p{Nd}){6,}+");

    private static final String IPV4_OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

    private static final String UUID =
            "(?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])";

    /**
     * Tried in this order at each place. Quotes run from the first to the last of their kind, since quoted text can
     * hold quotes of its own, and to the end where one is left open.
     */
    private static final Pattern PRIVATE_PARTS = Pattern.compile(
            "(?<keep>" + UUID + "|(?<![0-9.])" + IPV4_OCTET + "(?:\\." + IPV4_OCTET + "){3}(?![0-9.]))"
                    + "|(?<quoted>\"(?:.*\"|.*)|“(?:.*”|.*)|„(?:.*[“”]|.*)|«(?:.*»|.*)|‘(?:.*’|.*)|`(?:.*`|.*)"
                    + "|(?<![\\p{L}\\p{Nd}])'(?:.*'(?![\\p{L}\\p{Nd}])|.*))"
                    + "|(?<sip>(?i:sips?)(?::|%3[Aa])[^\\s\"'<>]+)"
                    + "|(?<url>(?i:https?)(?::|%3[Aa])(?://|%2[Ff]%2[Ff])[^\\s\"'<>]+)"
                    + "|(?<hide>(?i:bearer|basic)\\s+\\S+"
                    + "|KEY[A-Za-z0-9_\\-]{8,}"
                    + "|(?<![A-Za-z0-9_=\\-])(?=[A-Za-z_=\\-]*+[0-9])[A-Za-z0-9_=\\-]{24,}"
                    + "|[\\p{L}\\p{Nd}._%+\\-]{1,64}@[\\p{L}\\p{Nd}.\\-]+)"
                    + "|(?<phone>" + PHONE.pattern() + ")",
            Pattern.DOTALL);

    private static final int LONGEST_INPUT = 2_000;
    private static final int LONGEST_OUTPUT = 300;

    /** Marks of this class alone, around what stays. Taken out of what others wrote. */
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    private static final Pattern QUOTED_NUMBER = Pattern.compile("([\"'`])(\\+?[0-9]{7,15})\\1");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z]{2,12}:");

    private Mask() {}

    /**
     * Masks a value that is a phone number: {@code +1416***0123}. A short one shows less, one of fewer than seven
     * digits nothing.
     *
     * @param number a phone number in any notation, percent-encoded or not
     * @return what may be shown of it
     */
    public static String phoneNumber(String number) {
        String decoded = cut(number).replaceFirst("^%2[Bb]", "+").replaceAll("%2[089DdEe]", " ");
        StringBuilder digits = new StringBuilder();
        decoded.codePoints().filter(Character::isDigit).forEach(digits::appendCodePoint);
        int count = digits.codePointCount(0, digits.length());
        String plus = decoded.startsWith("+") || decoded.startsWith("＋") ? "+" : "";
        if (count < 7) {
            return HIDDEN;
        }
        int first = count >= 11 ? 4 : 2;
        int last = count >= 11 ? 4 : 2;
        return plus
                + digits.substring(0, digits.offsetByCodePoints(0, first))
                + HIDDEN
                + digits.substring(digits.offsetByCodePoints(0, count - last));
    }

    /**
     * Masks a value that is the address of a party: a phone number, or a SIP or SIPS URI, of which scheme and host
     * stay.
     *
     * @param address what the caller gave as an address
     * @return what may be shown of it
     */
    public static String address(String address) {
        String trimmed = cut(address).strip();
        String lower = trimmed.toLowerCase(Locale.ROOT);
        return lower.startsWith("sip:") || lower.startsWith("sips:") ? sipUri(trimmed) : phoneNumber(trimmed);
    }

    /**
     * Masks an HTTP URL: scheme and host stay, user, path, query and fragment go.
     *
     * @param url what the caller gave as a URL
     * @return what may be shown of it
     */
    public static String url(String url) {
        String trimmed = cut(url).strip();
        int slashes = trimmed.indexOf("://");
        if (slashes < 0) {
            return HIDDEN;
        }
        int start = slashes + 3;
        int end = start;
        while (end < trimmed.length() && "/?#\\".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        String authority = trimmed.substring(start, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return trimmed.substring(0, start) + hostOnly(host) + (end < trimmed.length() ? "/" + HIDDEN : "");
    }

    /**
     * Masks text that is private as a whole, such as a message: only its length is shown.
     *
     * @param content the text
     * @return its length in characters, such as {@code <12 characters>}
     */
    public static String content(String content) {
        return "<" + content.codePointCount(0, content.length()) + " characters>";
    }

    /**
     * Masks a secret such as an API key: nothing of it is shown.
     *
     * @param secret the secret
     * @return three asterisks, or {@code <blank>} when there is nothing to hide
     */
    public static String secret(String secret) {
        return secret.isBlank() ? "<blank>" : HIDDEN;
    }

    /**
     * Masks what is private in text written by others: phone numbers, SIP URIs, URLs, e-mail addresses, keys, long
     * opaque tokens and everything in quotes. UUIDs and IPv4 addresses stay. The result is one line of at most 300
     * characters. Unquoted prose stays as it is: use {@link EchoCheck} where it may repeat a message.
     *
     * @param text any text
     * @return what may be shown of it
     */
    public static String freeText(String text) {
        Matcher matcher = PRIVATE_PARTS.matcher(cut(text));
        String masked = matcher.replaceAll(match -> Matcher.quoteReplacement(replacement(match.group(), matcher)));
        String line =
                masked.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_OUTPUT ? line : line.substring(0, LONGEST_OUTPUT) + "...";
    }

    /**
     * Masks an identifier that the API or a gateway chose: it stays, unless it looks like a phone number or a key.
     *
     * @param identifier an id
     * @return what may be shown of it
     */
    public static String identifier(String identifier) {
        String shown = cut(identifier);
        if (shown.matches(UUID)) {
            return shown;
        }
        if (shown.startsWith("KEY")) {
            return HIDDEN;
        }
        Matcher phone = PHONE.matcher(shown);
        return phone.matches() ? phoneNumber(shown) : shown;
    }

    /**
     * Masks what is private in text written by others, as {@link #freeText(String)} does, but leaves public words in
     * quotes, and of a phone number in quotes as much as of any other.
     *
     * @param text any text
     * @param words what is public
     * @return what may be shown of it
     */
    public static String freeText(String text, PublicWords words) {
        String unmarked = cut(text).replace(OPEN, ' ').replace(CLOSE, ' ');
        String marked = words.replaceQuoted(unmarked, null);
        String masked = QUOTED_NUMBER
                .matcher(marked)
                .replaceAll(match -> Matcher.quoteReplacement(OPEN + phoneNumber(match.group(2)) + CLOSE));
        return freeText(masked).replace(OPEN, '"').replace(CLOSE, '"');
    }

    /**
     * Masks what a caller gave in place of a phone number or an address: what is wrong with it stays as it is, such as
     * blanks, brackets or a scheme before it, and its digits are masked where they stand.
     *
     * @param given what the caller gave
     * @return what may be shown of it
     */
    public static String given(String given) {
        String text = cut(given);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return sipUri(text);
        }
        boolean isPlain = text.codePoints().allMatch(c -> Character.isDigit(c) || c == '+');
        int count = (int) text.codePoints().filter(Character::isDigit).count();
        boolean isNoNumber = count == 0 && !SCHEME.matcher(text).find();
        if (isNoNumber || (isPlain && text.lastIndexOf('+') <= 0)) {
            return phoneNumber(text);
        }
        Matcher scheme = SCHEME.matcher(text);
        int start = scheme.find() ? scheme.end() : 0;
        int ends = count >= 11 ? 4 : count >= 7 ? 2 : 0;
        StringBuilder shown = new StringBuilder(text.substring(0, start));
        int digit = 0;
        for (int c : text.substring(start).codePoints().toArray()) {
            if (Character.isDigit(c)) {
                boolean isShown = digit < ends || digit >= count - ends;
                shown.appendCodePoint(isShown ? c : '*');
                digit++;
            } else {
                boolean isHidden = Character.isLetter(c) || Character.getType(c) == Character.OTHER_SYMBOL;
                shown.appendCodePoint(isHidden ? '*' : Character.isISOControl(c) ? ' ' : c);
            }
        }
        return shown.length() <= LONGEST_OUTPUT ? shown.toString() : shown.substring(0, LONGEST_OUTPUT) + "...";
    }

    private static String replacement(String part, Matcher matcher) {
        if (matcher.group("keep") != null) {
            return part;
        }
        if (matcher.group("quoted") != null) {
            return "\"" + HIDDEN + "\"";
        }
        if (matcher.group("sip") != null) {
            return part.indexOf(':') < 0 ? HIDDEN : sipUri(part);
        }
        if (matcher.group("url") != null) {
            return url(part);
        }
        return matcher.group("phone") != null ? phoneNumber(part) : HIDDEN;
    }

    private static String sipUri(String uri) {
        int colon = uri.indexOf(':');
        int at = uri.lastIndexOf('@');
        String scheme = uri.substring(0, colon + 1);
        if (at < 0) {
            return scheme + hostOnly(uri.substring(colon + 1));
        }
        String user = uri.substring(colon + 1, at);
        String shownUser = PHONE.matcher(user).matches() ? phoneNumber(user) : HIDDEN;
        return scheme + shownUser + "@" + hostOnly(uri.substring(at + 1));
    }

    /** A host is public, unless it is no host at all. */
    private static String hostOnly(String text) {
        Matcher host = Pattern.compile("^[\\p{L}\\p{Nd}.\\-]*(?::[0-9]{1,5})?").matcher(text);
        String found = host.find() ? host.group() : "";
        boolean address = found.matches("^" + IPV4_OCTET + "(?:\\." + IPV4_OCTET + "){3}(?::[0-9]{1,5})?$");
        return address ? found : PHONE.matcher(found).replaceAll(HIDDEN);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_INPUT ? text : text.substring(0, LONGEST_INPUT);
    }
}
