package org.telnyx4j.internal.telemetry;

import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What listeners keep with an operation or a request. Takes no memory until one does. */
final class Attachments {
    private @Nullable IdentityHashMap<Object, Object> values;

    void put(Object key, Object value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        IdentityHashMap<Object, Object> all = values;
        if (all == null) {
            all = new IdentityHashMap<>(2);
            values = all;
        }
        all.put(key, value);
    }

    <T> Optional<T> get(Object key, Class<T> type) {
        Object value = values == null ? null : values.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
