package org.telnyx4j.internal.telemetry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Decides which values may leave the process. Telemetry is kept for long and read by many, so what could be a phone
 * number, a key or a text does not, even where it stands in the place of an id.
 */
final class Redaction {
    static final String REDACTED = "REDACTED";

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9:._~=/-]{1,256}");
    // The longest phone number is 15 digits behind an international prefix of 3. Telnyx's numeric ids have 19.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9])[0-9](?:[._:/-]?[0-9]){4,17}(?![A-Za-z0-9])");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{5,18}");
    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PAGE = Pattern.compile("page\\[(?:number|size)]=[0-9]{1,9}");

    private Redaction() {}

    /** An id as it is, or what stands for one that looks like something else. */
    static String id(String id) {
        if (UUID.matcher(id).matches()) {
            return id;
        }
        return isOpaque(id) && !NUMBER.matcher(id).find() ? id : REDACTED;
    }

    /** The id that a server gave a request, which callers have no hand in: so digits within it are no phone number. */
    static String requestId(String id) {
        return isOpaque(id) && !DIGITS.matcher(id).matches() ? id : REDACTED;
    }

    /** An error code as it is, or what stands for one that is not Telnyx's: theirs are five digits or so. */
    static String code(String code) {
        return CODE.matcher(code).matches() ? code : REDACTED;
    }

    /** A currency's code as it is (ISO 4217), or what stands for one that is none. */
    static String currency(String code) {
        return CURRENCY.matcher(code).matches() ? code : REDACTED;
    }

    /** A path with its ids, and without what looks like something else. */
    static String path(String rawPath, String template) {
        String[] actual = rawPath.split("/", -1);
        String[] names = template.split("/", -1);
        int before = actual.length - names.length;
        for (int i = 0; i < names.length; i++) {
            int at = before + i;
            if (at >= 0 && names[i].startsWith("{")) {
                String value = decoded(actual[at]);
                actual[at] = id(value).equals(value) ? actual[at] : REDACTED;
            }
        }
        return String.join("/", actual);
    }

    /** The path of a request with the names of its parameters in place of their values. */
    static String template(String rawPath, String template) {
        String[] actual = rawPath.split("/", -1);
        int before = actual.length - template.split("/", -1).length;
        StringBuilder base = new StringBuilder();
        for (int i = 1; i <= before; i++) {
            base.append('/').append(actual[i]);
        }
        return base + template;
    }

    /** A query whose values are hidden, but for the page's number and size. */
    static String query(String rawQuery) {
        StringBuilder shown = new StringBuilder();
        for (String pair : rawQuery.split("&", -1)) {
            shown.append(shown.isEmpty() ? "" : "&");
            int equals = pair.indexOf('=');
            boolean page = PAGE.matcher(decoded(pair)).matches();
            shown.append(page || equals < 0 ? pair : pair.substring(0, equals + 1) + REDACTED);
        }
        return shown.toString();
    }

    private static boolean isOpaque(String id) {
        return OPAQUE.matcher(id).matches() && !id.startsWith("KEY");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
