package org.telnyx4j.internal.database;

/** Reads enum constants by the names that rows have. Stateless. */
public final class EnumNames {
    private EnumNames() {}

    /**
     * Returns the constant that a row has.
     *
     * @param <E> the enum
     * @param name its name, or one that only a newer edition knows
     * @param other what stands for all of those
     * @return the constant, or the other one
     */
    public static <E extends Enum<E>> E read(String name, E other) {
        for (E constant : other.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return other;
    }
}
