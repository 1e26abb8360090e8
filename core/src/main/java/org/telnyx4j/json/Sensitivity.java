package org.telnyx4j.json;

/** How private the value of a field is, and so what a log or an exception may show of it. */
public enum Sensitivity {
    /** Not private: a word of the API, a number, a switch. Shown as it is. */
    NONE,
    /** An id that Telnyx or the caller chose. Shown, unless it looks like a phone number or a key. */
    ID,
    /** Private text, such as a message. Only its length is shown. */
    TEXT,
    /** A phone number or a SIP URI. Shown in part, such as {@code +1416***0123}. */
    PHONE_NUMBER,
    /** A URL. Scheme and host are shown. */
    URL,
    /** A secret. Nothing of it is shown. */
    CREDENTIAL
}
