package org.telnyx4j.numbers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects fields by their name on the wire, in the order in which they are set. Mutable, for one thread. */
final class WireFields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    void put(String name, Object value, String argument) {
        Objects.requireNonNull(value, argument);
        values.put(name, value instanceof List<?> list ? List.copyOf(list) : value);
    }

    /** Puts a field into an object within the request. */
    void putWithin(String object, String name, Object value, String argument) {
        Objects.requireNonNull(value, argument);
        Map<String, Object> inner = new LinkedHashMap<>();
        if (values.get(object) instanceof Map<?, ?> present) {
            present.forEach((key, old) -> inner.put(String.valueOf(key), old));
        }
        inner.put(name, value);
        values.put(object, Collections.unmodifiableMap(inner));
    }

    Map<String, Object> copy() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
