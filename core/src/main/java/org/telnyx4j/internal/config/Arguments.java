package org.telnyx4j.internal.config;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks arguments of the configuration, where a fault is the programmer's and no request's. */
public final class Arguments {
    private Arguments() {}

    /**
     * Returns a value that follows a rule.
     *
     * @throws NullPointerException naming the argument, if it is null
     * @throws IllegalArgumentException naming the argument and the rule, not the value
     */
    public static <T> T require(@Nullable T value, String name, Function<T, @Nullable String> rule) {
        T given = Objects.requireNonNull(value, name);
        String problem = rule.apply(given);
        if (problem != null) {
            throw new IllegalArgumentException(name + " " + problem);
        }
        return given;
    }
}
