package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value out of a set that may grow: the known ones are constants of the subclass, and any other is kept as it came.
 * Immutable; equal to another of the same class with the same value.
 *
 * @param <T> the type on the wire, {@link String} or {@link Integer}
 */
public abstract class OpenEnum<T> {
    private final T value;

    /**
     * Creates a value.
     *
     * @param value the value on the wire
     */
    protected OpenEnum(T value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Looks a value up among the known ones.
     *
     * @param known the constants
     * @param value the value on the wire
     * @param <T> the type on the wire
     * @param <E> the subclass
     * @return the constant, or null where there is none
     */
    protected static <T, E extends OpenEnum<T>> @Nullable E find(List<E> known, T value) {
        Objects.requireNonNull(value, "value");
        for (int i = 0; i < known.size(); i++) {
            E candidate = known.get(i);
            if (((OpenEnum<T>) candidate).value.equals(value)) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * Returns the value as it is on the wire.
     *
     * @return the value
     */
    @JsonValue
    public final T getValue() {
        return value;
    }

    // Two enums can have the same value and mean two things.
    @Override
    @SuppressWarnings("EqualsGetClass")
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other != null && getClass() == other.getClass() && value.equals(((OpenEnum<?>) other).value));
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Returns the value as it is on the wire. */
    @Override
    public final String toString() {
        return value.toString();
    }
}
