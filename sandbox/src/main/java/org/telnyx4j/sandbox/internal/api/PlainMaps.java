package org.telnyx4j.sandbox.internal.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings in the plain form of JSON, of which only what differs from the defaults is kept. */
public final class PlainMaps {
    private PlainMaps() {}

    /** Returns a copy with the changes in it, whose nested objects change field by field as well. */
    public static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
        changes.forEach((name, value) -> {
            Object before = merged.get(name);
            merged.put(
                    name,
                    before instanceof Map<?, ?> one && value instanceof Map<?, ?> other
                            ? merged(typed(one), typed(other))
                            : value);
        });
        return Collections.unmodifiableMap(merged);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> typed(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
