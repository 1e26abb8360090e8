package org.telnyx4j.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON without a model, as maps, lists, strings, numbers, booleans and nulls. */
public final class JsonValues {
    private JsonValues() {}

    /**
     * Reads JSON of any kind. Numbers keep all of their digits.
     *
     * @param json one JSON value in UTF-8
     * @return an unmodifiable map or list, a string, a number, a boolean, or null
     * @throws JsonFormatException if it is no JSON, or more than one value
     */
    public static @Nullable Object read(byte[] json) {
        return ModelReader.readPlain(json);
    }

    /**
     * Reads a JSON object.
     *
     * @param json one JSON object
     * @return its fields, unmodifiable
     * @throws JsonFormatException if it is no JSON object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(String json) {
        Object value = read(ModelReader.utf8(Objects.requireNonNull(json, "json")));
        if (value instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new JsonFormatException(JsonFormatException.Fault.NOT_AN_OBJECT, "$", -1);
    }

    /**
     * Writes JSON of any kind.
     *
     * @param value a map, a list, a string, a number, a boolean, a model, an enum or null; the first two may hold all
     *     of these
     * @return one JSON value
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static String toJson(@Nullable Object value) {
        return new String(ModelWriter.writePlain(Values.plain(value, "value")), StandardCharsets.UTF_8);
    }
}
