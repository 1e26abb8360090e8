package org.telnyx4j.outbox;

import java.util.Objects;

/** Checks the names that the application gives to jobs. */
final class Texts {
    /** As much as each of the databases has room for in an index. */
    private static final int LONGEST = 255;

    private Texts() {}

    static String require(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    name + " must have at most " + LONGEST + " characters, but has " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not have control characters");
        }
        return value;
    }
}
