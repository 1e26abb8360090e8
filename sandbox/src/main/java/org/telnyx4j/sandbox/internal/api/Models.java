package org.telnyx4j.sandbox.internal.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** What handlers do with models beyond their builders. */
public final class Models {
    private Models() {}

    /**
     * Returns a resource with the changes that a request sets: each field that the request has, and that both have, as
     * it is in the request, null included.
     */
    public static <T extends JsonModel> T changed(ModelType<T> type, T resource, JsonModel request) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(resource.toMap());
        Map<String, @Nullable Object> sent = request.toMap();
        for (Field field : request.type().fields().fields()) {
            if (request.has(field.name()) && type.fields().find(field.name()) != null) {
                fields.put(field.name(), sent.get(field.name()));
            }
        }
        return type.fromMap(fields);
    }

    /** Returns a resource with other values of some fields, in their plain form. */
    public static <T extends JsonModel> T with(
            ModelType<T> type, T resource, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(resource.toMap());
        fields.putAll(values);
        return type.fromMap(fields);
    }

    /** Returns a time as the API has it: in UTC, to the millisecond. */
    public static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
