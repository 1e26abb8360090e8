package org.telnyx4j.sandbox.internal.api;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.JsonValues;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.internal.http.HttpRequest;

/** Reads bodies and queries, or refuses them as the API does: by the tables that the client is generated with. */
final class RequestChecks {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private RequestChecks() {}

    /** Reads a body. None at all is as good as an empty object where the operation requires nothing. */
    static JsonModel body(ModelType<?> type, HttpRequest request) {
        if (request.body().length == 0
                && Violations.ofBody(type, Map.of(), model(type, Map.of())).isEmpty()) {
            return model(type, Map.of());
        }
        checkContentType(request);
        Map<String, @Nullable Object> fields = object(request.body());
        JsonModel model = model(type, fields);
        refuse(Violations.ofBody(type, fields, model));
        return model;
    }

    private static void checkContentType(HttpRequest request) {
        String contentType = request.header("content-type").orElse("");
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json")) {
            throw new ApiFailure(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The content type must be application/json.");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new ApiFailure(ErrorCode.INVALID_ENCODING, "The body isn't valid UTF-8.");
        }
        Object value;
        try {
            value = JsonValues.read(body);
        } catch (JsonFormatException e) {
            throw new ApiFailure(ErrorCode.INVALID_JSON, "The body isn't valid JSON.");
        }
        if (value instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new ApiFailure(ErrorEntry.of(ErrorCode.BAD_REQUEST, "The body must be a JSON object.")
                .at("/"));
    }

    /**
     * Reads a query.
     *
     * @param ignored takes the name of each parameter that has no effect
     */
    static JsonModel query(ModelType<?> type, HttpRequest request, Consumer<String> ignored) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        request.queryParameters().forEach((name, values) -> {
            Field field = type.fields().find(name);
            Object value = field == null ? null : value(field, values);
            if (value == null) {
                ignored.accept(name);
            } else {
                fields.put(name, value);
            }
        });
        JsonModel model = model(type, fields);
        refuse(Violations.ofQuery(type, fields, model));
        return model;
    }

    /**
     * Returns what a parameter's values stand for, or null where they have no effect: nothing is in it, or it is there
     * more than once, though the specification has it once. A list is one value with commas unless the specification
     * has it as one parameter for each item.
     */
    private static @Nullable Object value(Field field, List<String> values) {
        boolean list = field.type().kind() == JsonType.Kind.LIST;
        if (list && field.isExploded()) {
            return items(field.type(), values);
        }
        if (values.size() != 1 || values.get(0).isEmpty()) {
            return null;
        }
        String value = values.get(0);
        return list ? items(field.type(), List.of(value.split(",", -1))) : plain(field.type(), value);
    }

    private static List<Object> items(JsonType list, List<String> values) {
        List<Object> items = new ArrayList<>();
        for (String value : values) {
            items.add(plain(Objects.requireNonNull(list.item(), "item type"), value));
        }
        return items;
    }

    /** Returns the value that a string stands for; the string itself where it can't be read, for it is refused then. */
    private static Object plain(JsonType type, String value) {
        return switch (type.kind()) {
            case INT32, INT64, SECONDS, MILLISECONDS, MINUTES ->
                WHOLE.matcher(value).matches() ? (Object) whole(value) : value;
            case DECIMAL -> DECIMAL.matcher(value).matches() ? (Object) new BigDecimal(value) : value;
            case BOOL -> value.equals("true") ? (Object) true : value.equals("false") ? (Object) false : value;
            case ENUM -> plain(Objects.requireNonNull(type.item(), "type of the values"), value);
            default -> value;
        };
    }

    private static Number whole(String digits) {
        long number = Long.parseLong(digits);
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    private static JsonModel model(ModelType<?> type, Map<String, @Nullable Object> fields) {
        return (JsonModel) type.fromMap(fields);
    }

    private static void refuse(List<ErrorEntry> errors) {
        if (!errors.isEmpty()) {
            throw new ApiFailure(errors);
        }
    }
}
