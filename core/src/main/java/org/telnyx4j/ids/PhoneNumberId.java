package org.telnyx4j.ids;

import java.util.Objects;
import org.telnyx4j.internal.privacy.Mask;

/**
 * Telnyx's id of a number that the account owns, a long decimal number such as {@code 1293384261075731499}. It is not
 * the number itself: an operation that is given one of these with a plus sign refuses it.
 *
 * @param value the id
 */
public record PhoneNumberId(String value) {
    private static final int LONGEST_E164 = 15;

    /** Checks that there is a value. */
    public PhoneNumberId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Creates an id.
     *
     * @param value the id, as lists of the account's numbers contain it
     * @return the id
     */
    public static PhoneNumberId of(String value) {
        return new PhoneNumberId(value);
    }

    /** Returns the id, masked if it could be a phone number by mistake. */
    @Override
    public String toString() {
        return value.length() > LONGEST_E164 && !value.startsWith("+") ? value : Mask.identifier(value);
    }
}
