package org.telnyx4j.json;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a model's fields, on their way into the model. Only the engine creates them. Immutable. */
public final class FieldValues {
    /** Stands for a JSON null, where Java's null stands for a field that is not set. */
    static final Object NULL = ExplicitNull.NULL;

    private enum ExplicitNull {
        NULL
    }

    final @Nullable Object[] values;
    final Map<String, @Nullable Object> additional;

    /** Takes what it is given: both must not be changed afterwards. */
    FieldValues(@Nullable Object[] values, @Nullable Map<String, @Nullable Object> additional) {
        this.values = values;
        this.additional =
                additional == null || additional.isEmpty() ? Map.of() : Collections.unmodifiableMap(additional);
    }
}
