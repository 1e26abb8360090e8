package org.telnyx4j.numbers;

import java.util.Objects;
import org.telnyx4j.generated.model.PhoneNumberRegion.RegionType;

/**
 * Where a number belongs, on one level.
 *
 * @param type the level, such as {@link RegionType#STATE}
 * @param name the name on that level, such as {@code CA} or {@code ON}
 */
public record NumberRegion(RegionType type, String name) {
    /** Checks that both are there. */
    public NumberRegion {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }
}
