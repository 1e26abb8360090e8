package org.telnyx4j.generated;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.generated.invoker.OpenEnum;

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
    static String json(Class<?> model) {
        return model(model, 0);
    }

    /** A value of a field's type, an enum's being unknown. */
    static Object value(Type type) {
        try {
            var mapper = Json.newMapper();
            return mapper.readValue(value(type, DEEPEST), mapper.constructType(type));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String model(Class<?> model, int depth) {
        if (depth > DEEPEST) {
            return "{}";
        }
        return Property.of(model).stream()
                .map(property -> "\"" + property.wireName() + "\":" + value(property.type(), depth + 1) + ",")
                .collect(Collectors.joining("", "{", UNKNOWN_FIELDS + "}"));
    }

    private static String value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, depth);
        }
        Class<?> plain = (Class<?>) type;
        if (OpenEnum.class.isAssignableFrom(plain)) {
            Type onTheWire = ((ParameterizedType) plain.getGenericSuperclass()).getActualTypeArguments()[0];
            return onTheWire == String.class ? "\"" + UNKNOWN_VALUE + "\"" : "123456";
        }
        if (plain.getPackageName().equals("org.telnyx4j.generated.model")) {
            return model(plain, depth);
        }
        return scalar(plain);
    }

    private static String container(ParameterizedType type, int depth) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class || type.getRawType() == Set.class) {
            return "[" + value(arguments[0], depth) + "]";
        }
        if (type.getRawType() == Map.class) {
            return "{\"key of the caller's\":" + value(arguments[1], depth) + "}";
        }
        throw new AssertionError("no sample for " + type);
    }

    private static String scalar(Class<?> type) {
        Map<Class<?>, String> samples = Map.of(
                String.class, "\"" + TEXT + "\"",
                Boolean.class, "true",
                Integer.class, "7654321",
                Long.class, "7654321",
                BigDecimal.class, "1.10",
                OffsetDateTime.class, "\"2026-07-16T09:08:00.123456+02:00\"",
                LocalDate.class, "\"2026-07-16\"",
                Object.class, "{\"any\":[1.10,null]}");
        String sample = samples.get(type);
        if (sample == null) {
            throw new AssertionError("no sample for " + type);
        }
        return sample;
    }
}
