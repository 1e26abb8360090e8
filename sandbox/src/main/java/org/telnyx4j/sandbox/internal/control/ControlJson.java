package org.telnyx4j.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonValues;

/** Reads and writes the JSON of the control API as maps, lists, strings, numbers, booleans and nulls. */
public final class ControlJson {
    private ControlJson() {}

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if it isn't JSON, or something else than an object
     */
    public static Map<String, @Nullable Object> readObject(byte[] json) {
        Object value;
        try {
            value = JsonValues.read(json);
        } catch (JsonFormatException e) {
            throw new IllegalArgumentException("The body is not JSON.", e);
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("The body must be a JSON object.");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        fields.forEach((name, field) -> object.put(String.valueOf(name), field));
        return object;
    }

    /** Writes a value; anything else than the kinds above, such as a time or a URI, is written as its string. */
    public static byte[] write(@Nullable Object value) {
        return JsonValues.toJson(plain(value)).getBytes(UTF_8);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.forEach((name, field) -> plain.put(String.valueOf(name), plain(field)));
            return plain;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }
}
