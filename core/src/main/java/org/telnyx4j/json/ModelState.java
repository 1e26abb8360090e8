package org.telnyx4j.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reading and writing need of a {@link JsonModel}: its fields and their values. Immutable. */
abstract class ModelState {
    private final @Nullable Object[] values;
    private final Map<String, @Nullable Object> additional;

    ModelState(FieldValues values) {
        this.values = values.values;
        this.additional = values.additional;
    }

    abstract ModelSchema<?> schema();

    abstract Map<String, @Nullable Object> toMap();

    /** Returns the values with {@link FieldValues#NULL} for those that are null on the wire. Not to be changed. */
    final @Nullable Object[] values() {
        return values;
    }

    /** Returns the fields that are not in the table, or came in another type than the table has for them. */
    final Map<String, @Nullable Object> additional() {
        return additional;
    }
}
