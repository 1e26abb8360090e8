package org.telnyx4j.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the strings of a list's items were last, field by field, and the values that they are. Most fields of an item have
 * the value that they had in the item before: such a one is found by comparing characters, without a string or a hash. For
 * one thread.
 */
final class LastValues {
    private static final int LONGEST = 48;

    private final @Nullable Last[] fields;
    private final @Nullable LastValues[] nested;

    LastValues(FieldTable table) {
        this.fields = new Last[table.size()];
        this.nested = new LastValues[table.size()];
    }

    /** Returns the value of a string if it is the field's last one, or null. */
    @Nullable
    Object get(Field field, char[] chars, int from, int length) {
        Last last = fields[field.index()];
        return last != null && last.is(chars, from, length) ? last.value : null;
    }

    /** Keeps the value of a string until the field has another. */
    void put(Field field, char[] chars, int from, int length, Object value) {
        if (length > LONGEST) {
            return;
        }
        Last last = fields[field.index()];
        if (last == null) {
            last = new Last();
            fields[field.index()] = last;
        }
        last.set(chars, from, length, value);
    }

    /** Returns what belongs to the models in a field, or null where it has none. */
    @Nullable
    LastValues nested(Field field) {
        LastValues there = nested[field.index()];
        if (there != null) {
            return there;
        }
        JsonType item = field.type().kind() == JsonType.Kind.LIST ? field.type().item() : field.type();
        if (!(item instanceof ModelSchema<?> model)) {
            return null;
        }
        LastValues created = new LastValues(model.fields());
        nested[field.index()] = created;
        return created;
    }

    private static final class Last {
        private final char[] chars = new char[LONGEST];
        private int length;
        private @Nullable Object value;

        boolean is(char[] others, int from, int otherLength) {
            return length == otherLength && Arrays.equals(chars, 0, length, others, from, from + otherLength);
        }

        void set(char[] others, int from, int newLength, Object newValue) {
            System.arraycopy(others, from, chars, 0, newLength);
            length = newLength;
            value = newValue;
        }
    }
}
