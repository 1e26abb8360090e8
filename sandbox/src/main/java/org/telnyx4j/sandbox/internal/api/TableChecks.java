package org.telnyx4j.sandbox.internal.api;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.EnumType;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.ModelType;

/**
 * Finds in the plain form of a request what a model no longer shows, because models read more than they may send: nulls
 * where the table admits none, values of another type at any depth, and enums that the specification doesn't have.
 */
final class TableChecks {
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    private final List<Finding> findings = new ArrayList<>();

    private TableChecks() {}

    /**
     * What is wrong with a value.
     *
     * @param pointer where, as a JSON pointer
     * @param problem a phrase that goes on from the field
     */
    record Finding(String pointer, ErrorCode code, String problem) {}

    /** Returns what is wrong, in the order in which it came. */
    static List<Finding> of(ModelType<?> type, Map<?, ?> fields) {
        TableChecks checks = new TableChecks();
        checks.model("", type, fields);
        return checks.findings;
    }

    private void model(String pointer, ModelType<?> type, Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            Field field = type.fields().find((String) name);
            if (field != null) {
                String at = pointer + "/" + escaped(field.name());
                if (value != null) {
                    value(at, field.type(), value);
                } else if (!field.isNullable()) {
                    add(
                            at,
                            field.isRequired() ? ErrorCode.MISSING_PARAMETER : ErrorCode.INVALID_TYPE,
                            "must not be null");
                }
            }
        });
    }

    private void value(String at, JsonType type, @Nullable Object value) {
        if (value == null) {
            if (type.kind() != JsonType.Kind.ANY) {
                add(at, ErrorCode.INVALID_TYPE, "must not be null");
            }
            return;
        }
        switch (type.kind()) {
            case TEXT -> expect(at, value instanceof String, "a string");
            case BOOL -> expect(at, value instanceof Boolean, "true or false");
            case INT32, INT64, SECONDS, MILLISECONDS, MINUTES -> expect(at, isWhole(value), "a whole number");
            case DECIMAL -> expect(at, value instanceof Number, "a number");
            case DATE_TIME -> time(at, DATE_TIME, value, "a time such as 2026-01-31T12:00:00Z");
            case DATE -> time(at, DATE, value, "a date such as 2026-01-31");
            case ENUM -> enumeration(at, (EnumType<?>) type, value);
            case MODEL -> {
                if (expect(at, value instanceof Map<?, ?>, "an object")) {
                    model(at, (ModelType<?>) type, (Map<?, ?>) value);
                }
            }
            case LIST -> {
                if (expect(at, value instanceof List<?>, "a list")) {
                    List<?> items = (List<?>) value;
                    for (int i = 0; i < items.size(); i++) {
                        value(at + "/" + i, item(type), items.get(i));
                    }
                }
            }
            case MAP -> {
                if (expect(at, value instanceof Map<?, ?>, "an object")) {
                    ((Map<?, ?>) value)
                            .forEach((key, entry) -> value(at + "/" + escaped((String) key), item(type), entry));
                }
            }
            case ANY -> {}
        }
    }

    private void enumeration(String at, EnumType<?> type, Object value) {
        boolean text = item(type).kind() == JsonType.Kind.TEXT;
        if (!expect(at, text ? value instanceof String : isWhole(value), text ? "a string" : "a whole number")) {
            return;
        }
        boolean known = type.knownValues().stream()
                .anyMatch(one -> one.getValue().toString().equals(value.toString()));
        if (!known) {
            add(at, ErrorCode.INVALID_ENUM_VALUE, "must be one of " + words(type));
        }
    }

    private static String words(EnumType<?> type) {
        List<?> known = type.knownValues();
        String first = String.join(
                ", ", known.stream().limit(12).map(value -> "'" + value + "'").toList());
        return known.size() > 12 ? first + " and " + (known.size() - 12) + " more" : first;
    }

    private void time(String at, Pattern form, Object value, String words) {
        if (expect(at, value instanceof String, words)
                && !form.matcher((String) value).matches()) {
            add(at, ErrorCode.INVALID_VALUE, "must be " + words);
        }
    }

    private boolean expect(String at, boolean holds, String words) {
        if (!holds) {
            add(at, ErrorCode.INVALID_TYPE, "must be " + words);
        }
        return holds;
    }

    private void add(String at, ErrorCode code, String problem) {
        findings.add(new Finding(at, code, problem));
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static JsonType item(JsonType type) {
        return Objects.requireNonNull(type.item(), "item type");
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
