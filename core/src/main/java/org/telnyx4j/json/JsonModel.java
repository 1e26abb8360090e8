package org.telnyx4j.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Base64Text;

/**
 * A JSON object of the API: the fields that were set or read, and nothing else. Fields that the specification does not
 * know are kept and written again. Immutable, with value equality.
 */
public abstract class JsonModel extends ModelState {
    private final ModelType<?> type;

    /**
     * Creates a model.
     *
     * @param type its type
     * @param values the values of its fields
     */
    protected JsonModel(ModelType<?> type, FieldValues values) {
        super(values);
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Returns the value of a field. The caller knows its class from the table.
     *
     * @param index the field's place in the table
     * @param <V> the class of the value
     * @return the value, or null where the field is not set or is null on the wire
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <V> @Nullable V value(int index) {
        Object value = values()[index];
        return value == FieldValues.NULL ? null : (V) value;
    }

    /**
     * Returns the text of a field that is Base64 of UTF-8 on the wire.
     *
     * @param index the field's place in the table
     * @return the text, or null where there is none, or no Base64 of UTF-8
     */
    protected final @Nullable String base64Text(int index) {
        return Base64Text.decode(value(index));
    }

    @Override
    final ModelSchema<?> schema() {
        return type;
    }

    /**
     * Returns the type of this model, with the table of its fields.
     *
     * @return the type
     */
    public final ModelType<?> type() {
        return type;
    }

    /**
     * Returns whether a field is present on the wire, be it with a value or as {@code null}.
     *
     * @param name the field's name on the wire, also one that the specification does not have
     * @return true if it is
     */
    public final boolean has(String name) {
        Field field = type.fields().find(name);
        return (field != null && values()[field.index()] != null)
                || additional().containsKey(name);
    }

    /**
     * Returns the value of a field by its name on the wire.
     *
     * @param name the field's name, also one that the specification does not have
     * @return the value, or null where the field is not present or null on the wire
     */
    public final @Nullable Object get(String name) {
        Field field = type.fields().find(name);
        Object value = field == null ? null : value(field.index());
        return value == null ? additional().get(name) : value;
    }

    /**
     * Returns the names of the fields that are present on the wire, in the order in which they are written.
     *
     * @return the names on the wire
     */
    public final List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        @Nullable Object[] values = values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                names.add(type.fields().field(i).name());
            }
        }
        names.addAll(additional().keySet());
        return Collections.unmodifiableList(names);
    }

    /**
     * Returns the fields that have no getter, by their names on the wire: those that the specification does not have,
     * and those that came in a type which it does not have for them. The values are maps, lists, strings, numbers,
     * booleans and nulls.
     *
     * @return an unmodifiable map, empty where there are none
     */
    public final Map<String, @Nullable Object> getAdditionalProperties() {
        return additional();
    }

    /**
     * Returns the fields of this model, and of the models in it, that came in a type which the specification does not
     * have for them. Their getters return null; what came is among the additional properties.
     *
     * @return their places as JSON pointers (RFC 6901) such as {@code /to/0/status}, empty where all could be read
     */
    public final List<String> unreadableFields() {
        return UnreadableFields.of(this);
    }

    /**
     * Returns this model as JSON.
     *
     * @return a JSON object
     */
    public final String toJson() {
        return new String(toJsonBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Returns this model as JSON.
     *
     * @return a JSON object in UTF-8
     */
    public final byte[] toJsonBytes() {
        return ModelWriter.write(this);
    }

    /**
     * Returns this model as what any JSON library writes: the fields by their names on the wire, with maps, lists,
     * strings, numbers, booleans and nulls as they stand there. Jackson uses this.
     *
     * @return an unmodifiable map in the order in which the fields are written
     */
    @JsonValue
    @Override
    public final Map<String, @Nullable Object> toMap() {
        return MapWriter.toMap(this);
    }

    /**
     * Returns a copy in which one field has another value, for code that knows no more of the model than the name of the
     * field.
     *
     * @param name the field's name on the wire
     * @param value a value of the class that the field's getter returns
     * @return the copy, of the same class
     * @throws IllegalArgumentException if the specification does not have the field
     */
    public final JsonModel with(String name, Object value) {
        Field field = type.fields().find(name);
        if (field == null) {
            throw new IllegalArgumentException(name + " is no field of " + type.name());
        }
        @Nullable Object[] values = values().clone();
        values[field.index()] = Values.copy(field.type(), Objects.requireNonNull(value, name), name);
        Map<String, @Nullable Object> additional = new LinkedHashMap<>(additional());
        additional.remove(name);
        return (JsonModel) type.create(new FieldValues(values, additional));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof JsonModel that
                        && type == that.type
                        && Arrays.equals(values(), that.values())
                        && additional().equals(that.additional()));
    }

    @Override
    public final int hashCode() {
        int hash = additional().hashCode();
        for (Object value : values()) {
            // An enum's hash, which null's is, differs between two runs.
            hash = 31 * hash + (value == null ? 0 : value == FieldValues.NULL ? 1 : value.hashCode());
        }
        return hash;
    }

    /** Returns the names of the fields that are set and none of their values, which may be private. */
    @Override
    public final String toString() {
        @Nullable Object[] values = values();
        StringJoiner names = new StringJoiner(", ", type.name() + "{", "}");
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                names.add(type.fields().field(i).name());
            }
        }
        if (!additional().isEmpty()) {
            names.add("and " + additional().size() + " more");
        }
        return names.toString();
    }
}
