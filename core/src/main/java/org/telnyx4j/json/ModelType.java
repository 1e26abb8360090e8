package org.telnyx4j.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a model: its name and the table of its fields, which is built when it is first needed. Generated code has
 * one subclass for each model. Safe for use by any number of threads.
 *
 * @param <T> the class of the model
 */
public abstract class ModelType<T> extends ModelSchema<T> {
    /**
     * Creates the type.
     *
     * @param name the simple name of the model's class
     */
    protected ModelType(String name) {
        super(name);
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
}
