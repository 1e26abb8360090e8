package org.telnyx4j.numbers;

import java.util.Objects;

/**
 * Where a number belongs, on one level.
 *
 * @param type the level: {@code country_code}, {@code state}, {@code rate_center} or {@code location}; more may come
 * @param name the name on that level, such as {@code CA} or {@code ON}
 */
public record NumberRegion(String type, String name) {
    /** Checks that both are there. */
    public NumberRegion {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }
}
