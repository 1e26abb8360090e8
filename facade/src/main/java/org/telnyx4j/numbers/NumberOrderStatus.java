package org.telnyx4j.numbers;

import java.util.Objects;

/**
 * How far an order, or one number of it, has come. Telnyx may add values at any time: any value can be made, read and sent.
 *
 * @param value the value on the wire
 */
public record NumberOrderStatus(String value) {
    /** It is under way. */
    public static final NumberOrderStatus PENDING = new NumberOrderStatus("pending");

    /** It is done: the number belongs to the account. */
    public static final NumberOrderStatus SUCCESS = new NumberOrderStatus("success");

    /** It has failed: nothing was bought. */
    public static final NumberOrderStatus FAILURE = new NumberOrderStatus("failure");

    /** Checks that there is a value. */
    public NumberOrderStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Tells whether nothing more will happen.
     *
     * @return true for success and failure
     */
    public boolean isFinal() {
        return equals(SUCCESS) || equals(FAILURE);
    }

    /** Returns the value on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
