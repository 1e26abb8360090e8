package org.telnyx4j.numbers;

import java.util.Objects;

/**
 * What a number can do. Telnyx may add values at any time: any value can be made, read and sent.
 *
 * @param value the value on the wire
 */
public record NumberFeature(String value) {
    /** Text messages. */
    public static final NumberFeature SMS = new NumberFeature("sms");

    /** Messages with media. */
    public static final NumberFeature MMS = new NumberFeature("mms");

    /** Calls. */
    public static final NumberFeature VOICE = new NumberFeature("voice");

    /** Faxes. */
    public static final NumberFeature FAX = new NumberFeature("fax");

    /** Emergency calls. */
    public static final NumberFeature EMERGENCY = new NumberFeature("emergency");

    /** Calls in high definition. */
    public static final NumberFeature HD_VOICE = new NumberFeature("hd_voice");

    /** Text messages to and from abroad. */
    public static final NumberFeature INTERNATIONAL_SMS = new NumberFeature("international_sms");

    /** Calls at the local rate. */
    public static final NumberFeature LOCAL_CALLING = new NumberFeature("local_calling");

    /** Checks that there is a value. */
    public NumberFeature {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
