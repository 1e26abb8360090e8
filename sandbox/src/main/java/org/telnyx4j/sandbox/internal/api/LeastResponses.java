package org.telnyx4j.sandbox.internal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.EnumType;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.ModelType;

/**
 * Responses of operations for which the sandbox keeps no state: the least that the specification admits, which is empty
 * lists and the required fields.
 */
final class LeastResponses {
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private LeastResponses() {}

    static JsonModel of(ModelType<?> type, @Nullable JsonModel query) {
        Map<String, Object> fields = fields(type);
        Field data = type.fields().find("data");
        Field meta = type.fields().find("meta");
        if (data != null) {
            fields.put("data", value(data));
        }
        if (meta != null && query != null && data != null && data.type().kind() == JsonType.Kind.LIST) {
            fields.put("meta", Pages.of(query, List.of()).meta());
        }
        return (JsonModel) type.fromMap(fields);
    }

    private static Map<String, Object> fields(ModelType<?> type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : type.fields().fields()) {
            // Commands respond with it, though the specification doesn't require it.
            if (field.isRequired() || field.name().equals("result")) {
                fields.put(field.name(), value(field));
            }
        }
        return fields;
    }

    private static Object value(Field field) {
        JsonType type = field.type();
        return switch (type.kind()) {
            case TEXT, ANY -> "ok";
            case BOOL -> false;
            case INT32, INT64, DECIMAL, SECONDS, MILLISECONDS, MINUTES ->
                field.least() == null ? 0 : field.least().intValue();
            case DATE_TIME -> EPOCH;
            case DATE -> EPOCH.substring(0, 10);
            case ENUM ->
                Objects.requireNonNull(((EnumType<?>) type).knownValues().get(0).getValue());
            case MODEL -> fields((ModelType<?>) type);
            case LIST -> List.of();
            case MAP -> Map.of();
        };
    }
}
