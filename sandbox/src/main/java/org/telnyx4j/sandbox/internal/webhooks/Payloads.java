package org.telnyx4j.sandbox.internal.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** Builds the payloads of events as generated models. */
public final class Payloads {
    private Payloads() {}

    /**
     * Builds a payload.
     *
     * @param type the model of the payload
     * @param shared what is known of the call or conference, of which the payload gets the fields that it has
     * @param own what only this event has; null values are left out
     * @throws IllegalStateException if the payload has no such field of its own, or not of that type
     */
    public static <T extends JsonModel> T build(
            ModelType<T> type,
            Map<String, ? extends @Nullable Object> shared,
            Map<String, ? extends @Nullable Object> own) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        shared.forEach((name, value) -> {
            if (value != null && type.fields().find(name) != null) {
                fields.put(name, value);
            }
        });
        own.forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value);
            }
        });
        T payload = type.fromMap(fields);
        if (!payload.getAdditionalProperties().isEmpty()
                || !payload.unreadableFields().isEmpty()) {
            throw new IllegalStateException(
                    type.name() + " has no " + payload.getAdditionalProperties().keySet());
        }
        return payload;
    }
}
