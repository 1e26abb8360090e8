package org.telnyx4j.ids;

import java.util.Objects;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.internal.validation.TextRules;

/**
 * The key with which commands act on one leg of a call, as webhooks and the response to dial contain it. A type of its own,
 * so that it cannot be taken for a destination. Immutable and safe for use by any number of threads.
 *
 * @param value an opaque string, to be sent back as it came; it may hold colons and slashes
 */
public record CallControlId(String value) {
    /**
     * Creates an id.
     *
     * @throws IllegalArgumentException if the string is blank, or is a phone number or a SIP URI, which no id is
     */
    public CallControlId {
        String problem = TextRules.callControlId(Objects.requireNonNull(value, "callControlId"));
        if (problem != null) {
            throw new IllegalArgumentException("callControlId " + problem);
        }
    }

    /**
     * Creates an id.
     *
     * @param value the string that Telnyx gave
     * @return the id
     * @throws IllegalArgumentException if the string is blank, or is a phone number or a SIP URI, which no id is
     */
    public static CallControlId of(String value) {
        return new CallControlId(value);
    }

    /** Returns the id, which is of no use without the account's API key. */
    @Override
    public String toString() {
        return "CallControlId[" + Mask.identifier(value) + "]";
    }
}
