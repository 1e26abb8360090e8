package org.telnyx4j.internal.validation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Format;

/** The check of each {@link Format}, and its words. */
final class Formats {
    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]+");
    private static final Pattern TONES = Pattern.compile("[0-9A-D*#wW]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3,}");
    /** Letters stand for the digits that they share a key with; the star is left to Telnyx. */
    private static final Pattern PART_OF_NUMBER = Pattern.compile("\\+?[0-9A-Za-z*]+");

    private Formats() {}

    /**
     * Checks a string.
     *
     * @param alone whether the string is the only one of its field
     * @return the rule that it breaks, or null
     */
    static @Nullable String problem(Format format, String text, boolean alone) {
        return switch (format) {
            case E164, CALLER_ID -> TextRules.e164(text);
            case RECIPIENT -> TextRules.recipient(text);
            case SENDER -> TextRules.sender(text);
            case ALPHANUMERIC_SENDER -> TextRules.alphanumericSender(text);
            case SHORT_CODE -> TextRules.shortCode(text);
            case DESTINATION -> TextRules.destination(text, alone);
            case SIP_URI -> TextRules.sipUri(text);
            case DISPLAY_NAME -> TextRules.displayName(text);
            case HTTP_URL -> TextRules.httpUrl(text);
            case HTTP_URL_OR_EMPTY -> text.isEmpty() ? null : TextRules.httpUrl(text);
            case BASE64 -> TextRules.base64(text);
            case CALL_CONTROL_ID -> TextRules.callControlId(text);
            case NOT_BLANK -> TextRules.notBlank(text);
            case NOT_EMPTY -> text.isEmpty() ? "must not be empty" : null;
            case DTMF_KEY, DTMF_KEYS, DTMF_TONES -> dtmf(format, text);
            case LOOP -> text.equals("infinity") ? null : "must be a whole number, or infinity";
            case SIP_HEADER_NAME -> TextRules.sipHeaderName(text);
            case SIP_HEADER_VALUE -> TextRules.sipHeaderValue(text);
            case ONE_LINE -> TextRules.oneLine(text);
            case COUNTRY, COUNTRY_OR_ALL, AMOUNT, AREA_CODE, NUMBER_DIGITS, NUMBER_PART ->
                inSearch(format, text, alone);
        };
    }

    private static @Nullable String dtmf(Format format, String text) {
        return switch (format) {
            case DTMF_KEY ->
                text.length() == 1 && KEYS.matcher(text).matches() ? null : "must be one key of 0-9, A-D, * and #";
            case DTMF_KEYS ->
                KEYS.matcher(text).matches() ? null : "must have characters of 0-9, A-D, * and # only, one at least";
            default ->
                TONES.matcher(text).matches()
                        ? null
                        : "must have characters of 0-9, A-D, *, #, w and W only, one at least";
        };
    }

    private static @Nullable String inSearch(Format format, String text, boolean alone) {
        return switch (format) {
            case COUNTRY -> COUNTRY.matcher(text).matches() ? null : "must be two capital letters (ISO 3166-1 alpha-2)";
            case COUNTRY_OR_ALL ->
                COUNTRY.matcher(text).matches() || (alone && text.equals("*"))
                        ? null
                        : "must be countries as two capital letters such as CA, or * alone for all";
            case AMOUNT -> AMOUNT.matcher(text).matches() ? null : "must be zero or more";
            case AREA_CODE -> DIGITS.matcher(text).matches() ? null : "must be the digits of an area code such as 416";
            case NUMBER_DIGITS ->
                THREE_DIGITS.matcher(text).matches()
                        ? null
                        : "must be three digits or more, and nothing else: Telnyx finds nothing for a plus sign";
            default ->
                PART_OF_NUMBER.matcher(text).matches()
                        ? null
                        : "must be digits as they follow each other in a number, without spaces or punctuation";
        };
    }
}
