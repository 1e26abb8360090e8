package org.telnyx4j.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Base64Text;

/**
 * Collects the fields of a model. A field that is never set, or set to null, is not sent. Mutable, not safe for use by
 * several threads at once; what it builds is immutable and does not change with it.
 *
 * @param <T> the class of the model
 * @param <B> the subclass itself
 */
public abstract class ModelBuilder<T extends JsonModel, B extends ModelBuilder<T, B>> {
    private final ModelType<T> type;
    private final @Nullable Object[] values;
    private final Map<String, @Nullable Object> additional;

    /**
     * Creates a builder on which nothing is set.
     *
     * @param type the model's type
     */
    protected ModelBuilder(ModelType<T> type) {
        this.type = type;
        this.values = new Object[type.fields().size()];
        this.additional = new LinkedHashMap<>();
    }

    /**
     * Creates a builder on which everything is set that a model has.
     *
     * @param type the model's type
     * @param model the model
     */
    protected ModelBuilder(ModelType<T> type, T model) {
        this.type = type;
        this.values = model.values().clone();
        this.additional = new LinkedHashMap<>(model.getAdditionalProperties());
    }

    /**
     * Sets a field. Lists and maps are copied, durations are rounded up to whole units of the wire.
     *
     * @param index the field's place in the table
     * @param value the value; null takes the field out
     * @return this builder
     */
    protected final B set(int index, @Nullable Object value) {
        Field field = type.fields().field(index);
        values[index] = value == null ? null : Values.copy(field.type(), value, field.name());
        // It may have come in another type, and be there.
        additional.remove(field.name());
        return self();
    }

    /**
     * Sets a field that is Base64 of UTF-8 on the wire.
     *
     * @param index the field's place in the table
     * @param text the text; null takes the field out
     * @return this builder
     * @throws IllegalArgumentException if the text has half a surrogate pair
     */
    protected final B setBase64Text(int index, @Nullable String text) {
        return set(
                index,
                text == null
                        ? null
                        : Base64Text.encode(text, type.fields().field(index).name()));
    }

    /**
     * Sets a field to JSON's {@code null}.
     *
     * @param index the field's place in the table
     * @return this builder
     */
    protected final B setNull(int index) {
        set(index, null);
        values[index] = FieldValues.NULL;
        return self();
    }

    /**
     * Adds an item to a list.
     *
     * @param index the field's place in the table
     * @param item the item
     * @return this builder
     */
    protected final B add(int index, Object item) {
        Field field = type.fields().field(index);
        JsonType itemType = Objects.requireNonNull(field.type().item(), "item type");
        Object copy = Values.copy(itemType, Objects.requireNonNull(item, field.name() + " item"), field.name());
        Object there = values[index];
        if (there instanceof Growing growing) {
            growing.items.add(copy);
        } else {
            set(index, null);
            values[index] = new Growing(there instanceof List<?> list ? list : List.of(), copy);
        }
        return self();
    }

    /**
     * Puts an entry into a map.
     *
     * @param index the field's place in the table
     * @param key the key
     * @param value the value
     * @return this builder
     */
    protected final B put(int index, String key, Object value) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        if (values[index] instanceof Map<?, ?> map) {
            entries.putAll(map);
        }
        entries.put(Objects.requireNonNull(key, "key"), value);
        return set(index, entries);
    }

    /**
     * Sets a field that the specification does not have, such as one that Telnyx added yesterday. It is sent as it is.
     *
     * @param name the field's name on the wire
     * @param value a map, a list, a string, a number, a boolean, a model or an enum, and the first two may hold all of
     *     these; {@code null} is sent as {@code null}
     * @return this builder
     * @throws IllegalArgumentException if the specification has the field, whose own method is to be used, or if the
     *     value is of another class
     */
    public final B putAdditionalProperty(String name, @Nullable Object value) {
        Objects.requireNonNull(name, "name");
        if (type.fields().find(name) != null) {
            throw new IllegalArgumentException(
                    name + " is a field of " + type.name() + " and has a method of its own on the builder");
        }
        additional.put(name, Values.plain(value, name));
        return self();
    }

    /**
     * Builds the model.
     *
     * @return an immutable model with the fields that are set
     */
    public final T build() {
        @Nullable Object[] built = values.clone();
        for (int i = 0; i < built.length; i++) {
            if (built[i] instanceof Growing growing) {
                built[i] = growing.copy();
            }
        }
        return type.create(new FieldValues(built, new LinkedHashMap<>(additional)));
    }

    /** Returns the names of the fields that are set and none of their values, which may be private. */
    @Override
    public String toString() {
        return build() + " (builder)";
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }

    /** A list to which items are being added one by one. */
    private static final class Growing {
        private final List<Object> items;

        Growing(Collection<?> items, Object item) {
            this.items = new ArrayList<>(items);
            this.items.add(item);
        }

        List<Object> copy() {
            return Collections.unmodifiableList(Arrays.asList(items.toArray()));
        }
    }
}
