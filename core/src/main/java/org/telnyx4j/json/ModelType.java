package org.telnyx4j.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a model: its name and the table of its fields, which is made when it is first needed. Generated code has
 * one subclass for each model. Safe for use by any number of threads.
 *
 * @param <T> the class of the model
 */
public abstract class ModelType<T> extends JsonType {
    private final String name;
    // Not volatile: a table is immutable, and to make it twice does no harm.
    private @Nullable FieldTable fields;

    /**
     * Creates the type.
     *
     * @param name the simple name of the model's class
     */
    protected ModelType(String name) {
        super(Kind.MODEL, null);
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Creates a model.
     *
     * @param values the values of its fields
     * @return the model
     */
    protected abstract T create(FieldValues values);

    /**
     * Describes the fields in the order in which they are written.
     *
     * @param table takes the descriptions
     */
    protected abstract void describe(FieldTable.Builder table);

    /**
     * Returns the simple name of the model's class.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns the table of the fields.
     *
     * @return the table
     */
    public final FieldTable fields() {
        FieldTable described = fields;
        if (described == null) {
            FieldTable.Builder builder = new FieldTable.Builder();
            describe(builder);
            described = builder.build();
            fields = described;
        }
        return described;
    }

    /**
     * Reads a model. Fields that the specification does not know are kept, and so are known ones that came in another
     * type than theirs: they are among the additional properties.
     *
     * @param json a JSON object in UTF-8
     * @return the model
     * @throws JsonFormatException if it is no JSON object, or more than one
     */
    public final T read(byte[] json) {
        return ModelReader.read(json, this);
    }

    /**
     * Reads a model, as {@link #read} does.
     *
     * @param json a JSON object
     * @return the model
     * @throws JsonFormatException if it is no JSON object, or more than one
     */
    public final T fromJson(String json) {
        return ModelReader.read(ModelReader.utf8(json), this);
    }

    /**
     * Creates a model from the map that another JSON library has read, as {@link #read} does from JSON.
     *
     * @param fields the fields by their names on the wire: maps, lists, strings, numbers, booleans and nulls
     * @return the model
     * @throws IllegalArgumentException if there is anything else in it, or if it is nested too deeply
     */
    public final T fromMap(Map<String, ? extends @Nullable Object> fields) {
        return MapReader.read(fields, this);
    }

    /**
     * Returns a copy of a model in which one field has another value, for code that knows no more of the model than the
     * name of the field.
     *
     * @param model a model of this type
     * @param name the field's name on the wire
     * @param value a value of the class that the field's getter returns
     * @return the copy
     * @throws IllegalArgumentException if the specification does not have the field
     */
    public final T with(JsonModel model, String name, Object value) {
        Field field = fields().find(name);
        if (field == null || model.type() != this) {
            throw new IllegalArgumentException(name + " is no field of " + this.name);
        }
        @Nullable Object[] values = model.values().clone();
        values[field.index()] = Values.copy(field.type(), Objects.requireNonNull(value, name), name);
        Map<String, @Nullable Object> additional = new LinkedHashMap<>(model.getAdditionalProperties());
        additional.remove(name);
        return create(new FieldValues(values, additional));
    }

    @Override
    public final String toString() {
        return name;
    }
}
