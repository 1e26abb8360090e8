package org.telnyx4j.json;

import java.util.List;
import java.util.Objects;

/**
 * The type of an enum. Generated code has one subclass for each enum. Immutable.
 *
 * @param <E> the class of the values
 */
public abstract class EnumType<E extends OpenEnum<?>> extends JsonType {
    private final String name;

    /**
     * Creates the type.
     *
     * @param name the name of the class of the values
     * @param wire the type of the values on the wire: {@link JsonTypes#TEXT} or {@link JsonTypes#INT32}
     */
    protected EnumType(String name, JsonType wire) {
        super(Kind.ENUM, Objects.requireNonNull(wire, "wire"));
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the name of the class of the values.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns the constant for a value, or a new object where there is none.
     *
     * @param value the value on the wire, a {@link String} or an {@link Integer} by the type on the wire
     * @return the value as an enum
     */
    protected abstract E create(Object value);

    /**
     * Returns the values that the specification has.
     *
     * @return an unmodifiable list
     */
    public abstract List<E> knownValues();

    @Override
    public final String toString() {
        return name;
    }
}
