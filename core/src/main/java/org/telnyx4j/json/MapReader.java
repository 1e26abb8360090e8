package org.telnyx4j.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates models from the plain form of JSON, by the rules of {@link ModelReader}. */
final class MapReader {
    private MapReader() {}

    static <T> T read(Map<String, ? extends @Nullable Object> fields, ModelSchema<T> type) {
        // Copied first: what is set aside has to be, and numbers then have the classes that they have when read.
        if (!(Values.plain(fields, type.name()) instanceof Map<?, ?> plain)) {
            throw new NullPointerException("fields");
        }
        return model(type, plain);
    }

    private static <T> T model(ModelSchema<T> type, Map<?, ?> fields) {
        FieldTable table = type.fields();
        @Nullable Object[] values = new Object[table.size()];
        Map<String, @Nullable Object> additional = null;
        for (Map.Entry<?, ?> entry : fields.entrySet()) {
            String name = (String) entry.getKey();
            Field field = table.find(name);
            if (field != null) {
                Object value = field(field, entry.getValue());
                if (value != Values.MISMATCH) {
                    values[field.index()] = value;
                    continue;
                }
            }
            if (additional == null) {
                additional = new LinkedHashMap<>();
            }
            additional.put(name, entry.getValue());
        }
        return type.create(new FieldValues(values, additional));
    }

    private static @Nullable Object field(Field field, @Nullable Object plain) {
        if (plain == null) {
            return FieldValues.NULL;
        }
        Object value = value(field.type(), plain);
        // A blank time.
        return value == null && field.isNullable() ? FieldValues.NULL : value;
    }

    private static @Nullable Object value(JsonType type, Object plain) {
        return switch (type.kind()) {
            case TEXT -> plain instanceof String ? plain : Values.MISMATCH;
            case BOOL -> plain instanceof Boolean ? plain : Values.MISMATCH;
            case INT32 -> plain instanceof Integer ? plain : Values.MISMATCH;
            case INT64 -> isLong(plain) ? (Object) ((Number) plain).longValue() : Values.MISMATCH;
            case DECIMAL -> plain instanceof Number number ? decimal(number) : Values.MISMATCH;
            case DATE_TIME, DATE -> plain instanceof String text ? Values.time(type, text) : Values.MISMATCH;
            case SECONDS, MILLISECONDS, MINUTES ->
                isLong(plain) ? Values.duration(type, ((Number) plain).longValue()) : Values.MISMATCH;
            case ANY -> plain;
            case ENUM -> {
                Object wire = value(Values.item(type), plain);
                yield wire == null || wire == Values.MISMATCH ? Values.MISMATCH : ((EnumType<?>) type).create(wire);
            }
            case MODEL -> plain instanceof Map<?, ?> map ? model((ModelSchema<?>) type, map) : Values.MISMATCH;
            case LIST -> plain instanceof List<?> list ? list(Values.item(type), list) : Values.MISMATCH;
            case MAP -> plain instanceof Map<?, ?> map ? map(Values.item(type), map) : Values.MISMATCH;
        };
    }

    private static boolean isLong(Object plain) {
        return plain instanceof Integer || plain instanceof Long;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger big ? new BigDecimal(big) : BigDecimal.valueOf(number.longValue());
    }

    private static Object list(JsonType item, List<?> plain) {
        List<@Nullable Object> items = new ArrayList<>(plain.size());
        for (Object one : plain) {
            Object value = one == null ? null : value(item, one);
            if (!ModelReader.isItem(item, value)) {
                return Values.MISMATCH;
            }
            items.add(value);
        }
        return Values.unmodifiable(items);
    }

    private static Object map(JsonType item, Map<?, ?> plain) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : plain.entrySet()) {
            Object one = entry.getValue();
            Object value = one == null ? null : value(item, one);
            if (!ModelReader.isItem(item, value)) {
                return Values.MISMATCH;
            }
            entries.put((String) entry.getKey(), value);
        }
        return Values.unmodifiable(entries);
    }
}
