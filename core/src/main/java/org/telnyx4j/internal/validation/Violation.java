package org.telnyx4j.internal.validation;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a request breaks.
 *
 * @param field where, such as {@code to} or {@code phone_numbers[0].phone_number}
 * @param expected the rule, as a phrase that goes on from the field
 * @param given what was given, masked, or null where there is nothing to show
 */
public record Violation(
        String field, String expected, @Nullable String given) {
    /** Returns the rule with what was given, as a phrase that goes on from the field. */
    public String problem() {
        return given == null ? expected : expected + ", was " + given;
    }

    @Override
    public String toString() {
        return field + " " + problem();
    }
}
