package org.telnyx4j.messaging;

/** How the text of an SMS is written on the air. */
public enum Encoding {
    /** Telnyx picks the one with fewer parts, and may replace look-alike characters. */
    AUTO("auto"),
    /** GSM 03.38, 160 characters in one part; Telnyx refuses a text that does not fit it. */
    GSM7("gsm7"),
    /** UCS-2, 70 characters in one part, any language. */
    UCS2("ucs2");

    private final String value;

    Encoding(String value) {
        this.value = value;
    }

    /**
     * Returns the value on the wire.
     *
     * @return the value
     */
    public String value() {
        return value;
    }
}
