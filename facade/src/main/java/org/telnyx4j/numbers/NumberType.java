package org.telnyx4j.numbers;

import java.util.Objects;

/**
 * What sort of number it is. Telnyx may add values at any time: any value can be made, read and sent.
 *
 * @param value the value on the wire
 */
public record NumberType(String value) {
    /** A number of a place. */
    public static final NumberType LOCAL = new NumberType("local");

    /** A number whose calls the callee pays. */
    public static final NumberType TOLL_FREE = new NumberType("toll_free");

    /** A mobile number. */
    public static final NumberType MOBILE = new NumberType("mobile");

    /** A number of a country, without a place. */
    public static final NumberType NATIONAL = new NumberType("national");

    /** A number whose calls caller and callee pay. */
    public static final NumberType SHARED_COST = new NumberType("shared_cost");

    /** Checks that there is a value. */
    public NumberType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
