package org.telnyx4j.outbox;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a job in the outbox. Immutable.
 *
 * @param value the id, which sorts about in the order in which jobs were created
 */
public record JobId(UUID value) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the id. */
    public JobId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Returns the id that a text contains.
     *
     * @param value such as what {@link #toString()} returns
     * @return the id
     * @throws IllegalArgumentException if it is none
     */
    public static JobId of(String value) {
        return new JobId(UUID.fromString(value));
    }

    /** Returns the id alone; it is not private. */
    @Override
    public String toString() {
        return value.toString();
    }
}
