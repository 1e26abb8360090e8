package org.telnyx4j.generated;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.Format;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.ModelType;

/** JSON for every generated type: every field set, with values that only a later API would send. */
final class Samples {
    static final String TEXT = "Grüße 👋";
    static final String UNKNOWN_VALUE = "value_of_tomorrow";
    static final String UNKNOWN_FIELD = "field_of_tomorrow";

    private static final String UNKNOWN_FIELDS = "\"" + UNKNOWN_FIELD
            + "\":{\"deep\":[1,1.10,12345678901234567890,null,\"x\",true]},\"null_of_tomorrow\":null";

    // Models refer to each other, some perhaps in a circle.
    private static final int DEEPEST = 6;

    private Samples() {}

    /** Every field of the model and two that it does not have, in the order in which it writes them. */
    static String json(ModelType<?> model) {
        return model(model, 0);
    }

    /** A value of a field, an enum's being unknown. */
    static String value(Field field) {
        return value(field, DEEPEST);
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static String model(ModelType<?> model, int depth) {
        if (depth > DEEPEST) {
            return "{}";
        }
        return model.fields().fields().stream()
                .map(field -> quoted(field.name()) + ":" + value(field, depth + 1) + ",")
                .collect(Collectors.joining("", "{", UNKNOWN_FIELDS + "}"));
    }

    private static String value(Field field, int depth) {
        if (field.type().kind() == JsonType.Kind.ANY && field.format() != null && field.format() != Format.LOOP) {
            // A string or a list of strings.
            return quoted(TEXT);
        }
        return field.isBase64Text()
                ? quoted(Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8)))
                : value(field.type(), depth);
    }

    private static String value(JsonType type, int depth) {
        return switch (type.kind()) {
            case TEXT -> quoted(TEXT);
            case BOOL -> "true";
            case INT32, INT64, SECONDS, MILLISECONDS, MINUTES -> "7654321";
            case DECIMAL -> "1.10";
            case DATE_TIME -> "\"2026-07-16T09:08:00.123456+02:00\"";
            case DATE -> "\"2026-07-16\"";
            case ANY -> "{\"any\":[1.10,null]}";
            case ENUM -> wire(type).kind() == JsonType.Kind.TEXT ? quoted(UNKNOWN_VALUE) : "123456";
            case MODEL -> model((ModelType<?>) type, depth);
            case LIST -> "[" + value(wire(type), depth) + "]";
            case MAP -> "{\"key of the caller's\":" + value(wire(type), depth) + "}";
        };
    }

    private static JsonType wire(JsonType type) {
        JsonType item = type.item();
        if (item == null) {
            throw new AssertionError(type.kind() + " has no item");
        }
        return item;
    }
}
