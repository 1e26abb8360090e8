package org.telnyx4j.json;

/**
 * A named form that a string of a request must have. The specification's {@code x-format} gives the name in lower case
 * with hyphens. Responses are not checked.
 */
public enum Format {
    /** A plus sign and 7 to 15 digits, the first not 0 (ITU-T E.164). */
    E164,
    /** Who gets a message: E.164, or a short code. */
    RECIPIENT,
    /** Who sends a message: E.164, a short code, or an alphanumeric sender with a letter. */
    SENDER,
    /** 1 to 11 ASCII letters, digits and spaces. */
    ALPHANUMERIC_SENDER,
    /** 5 or 6 digits. */
    SHORT_CODE,
    /** Who is called: E.164, or a SIP or SIPS URI; one that stands alone can be followed by a comma and digits. */
    DESTINATION,
    /** A SIP or SIPS URI. */
    SIP_URI,
    /** Who calls, in E.164 form. */
    CALLER_ID,
    /** The name beside a caller id: at most 128 letters, digits, spaces and some signs. */
    DISPLAY_NAME,
    /** An absolute http or https URL. */
    HTTP_URL,
    /** An absolute http or https URL, or the empty string for none. */
    HTTP_URL_OR_EMPTY,
    /** Base64 of any bytes. */
    BASE64,
    /** The id of a call leg. */
    CALL_CONTROL_ID,
    /** Something other than white space. */
    NOT_BLANK,
    /** One character at least. */
    NOT_EMPTY,
    /** One key of 0-9, A-D, * and #. */
    DTMF_KEY,
    /** Keys of 0-9, A-D, * and #. */
    DTMF_KEYS,
    /** Tones of 0-9, A-D, * and #, and w and W for pauses. */
    DTMF_TONES,
    /** A whole number within the field's range, or the string {@code infinity}. */
    LOOP,
    /** A token of RFC 3261. */
    SIP_HEADER_NAME,
    /** No control characters. */
    SIP_HEADER_VALUE,
    /** Two capital letters (ISO 3166-1 alpha-2). */
    COUNTRY,
    /** A list of countries, or {@code *} alone for all. */
    COUNTRY_OR_ALL,
    /** A decimal number of zero or more, as a string. */
    AMOUNT,
    /** The digits of an area code. */
    AREA_CODE,
    /** Three digits or more, and nothing else. */
    NUMBER_DIGITS,
    /** Digits as they follow each other in a number. */
    NUMBER_PART,
    /** Not blank, and no control characters. */
    ONE_LINE
}
