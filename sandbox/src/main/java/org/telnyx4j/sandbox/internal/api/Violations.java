package org.telnyx4j.sandbox.internal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.ModelType;

/** What a request breaks of its table, as errors of the API: one for each place, with the code that goes with the rule. */
final class Violations {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final ModelType<?> type;
    private final Map<String, @Nullable Object> fields;
    private final boolean query;
    private final Map<String, ErrorEntry> byPointer = new LinkedHashMap<>();

    private Violations(ModelType<?> type, Map<String, @Nullable Object> fields, boolean query) {
        this.type = type;
        this.fields = fields;
        this.query = query;
    }

    /** Returns what the plain form of a body, and the model that was read of it, break. */
    static List<ErrorEntry> ofBody(ModelType<?> type, Map<String, @Nullable Object> fields, JsonModel model) {
        return new Violations(type, fields, false).find(model);
    }

    /** Returns what a query breaks. */
    static List<ErrorEntry> ofQuery(ModelType<?> type, Map<String, @Nullable Object> fields, JsonModel model) {
        return new Violations(type, fields, true).find(model);
    }

    private List<ErrorEntry> find(JsonModel model) {
        for (TableChecks.Finding finding : TableChecks.of(type, fields)) {
            add(finding.pointer(), finding.code(), finding.problem());
        }
        for (Violation violation : Validator.checkAll(model)) {
            Place place = place(violation.field());
            if (!isKnownWrong(place.pointer()) && !(query && isOnlyOfFormat(place))) {
                add(place.pointer(), code(place, violation), violation.problem());
            }
        }
        return List.copyOf(byPointer.values());
    }

    /**
     * Returns whether a parameter breaks no more than its format. The formats of queries are advice to clients, such as
     * that Telnyx finds nothing for a number with a plus sign: the API takes it, and finds nothing.
     */
    private static boolean isOnlyOfFormat(Place place) {
        Field field = place.field();
        if (field == null || field.format() == null || field.pattern() != null) {
            return false;
        }
        return !(place.value() instanceof String text)
                || (text.codePointCount(0, text.length()) >= field.minLength()
                        && text.codePointCount(0, text.length()) <= field.maxLength());
    }

    /** Of a list with one item of another type the item is wrong, and not the list. */
    private boolean isKnownWrong(String pointer) {
        return byPointer.keySet().stream().anyMatch(known -> known.equals(pointer) || known.startsWith(pointer + "/"));
    }

    private void add(String pointer, ErrorCode code, String problem) {
        String name = pointer.substring(1).replace("~1", "/").replace("~0", "~");
        if (!query) {
            byPointer.putIfAbsent(
                    pointer,
                    ErrorEntry.of(code, "The '" + name + "' parameter " + problem + ".")
                            .at(pointer));
            return;
        }
        // Of an item of a list the parameter is named.
        Field field = type.fields().find(name);
        String parameter = field == null ? name.replaceFirst("/[0-9]+$", "") : name;
        boolean number = field != null && isNumber(field.type());
        ErrorCode ofQuery = number && code == ErrorCode.INVALID_TYPE ? ErrorCode.OUT_OF_RANGE : code;
        byPointer.putIfAbsent(
                "/" + TableChecks.escaped(parameter),
                ErrorEntry.of(ofQuery, "The '" + parameter + "' parameter " + problem + ".")
                        .atParameter(parameter));
    }

    private static boolean isNumber(JsonType type) {
        return switch (type.kind()) {
            case INT32, INT64, DECIMAL -> true;
            default -> false;
        };
    }

    /**
     * Where a rule is broken.
     *
     * @param field the field, or null for the whole request
     * @param value what is there, or null where nothing is
     */
    private record Place(
            String pointer, @Nullable Field field, @Nullable Object value) {}

    private Place place(String path) {
        if (query) {
            return new Place("/" + TableChecks.escaped(path), type.fields().find(path), fields.get(path));
        }
        StringBuilder pointer = new StringBuilder();
        JsonType at = type;
        Field field = null;
        Object value = fields;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            if (step.group(2) != null) {
                int index = Integer.parseInt(step.group(2));
                pointer.append('/').append(index);
                value = value instanceof List<?> items && index < items.size() ? items.get(index) : null;
                at = at == null ? null : at.item();
            } else if (step.group(1).equals("*")) {
                // An entry of a map, whose key can be private.
                at = at == null ? null : at.item();
                value = null;
            } else {
                String name = step.group(1);
                pointer.append('/').append(TableChecks.escaped(name));
                field = at instanceof ModelType<?> model ? model.fields().find(name) : null;
                at = field == null ? null : field.type();
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
            }
        }
        return field == null ? new Place("/", null, fields) : new Place(pointer.toString(), field, value);
    }

    private static ErrorCode code(Place place, Violation violation) {
        Field field = place.field();
        Object value = place.value();
        if (field == null) {
            return ErrorCode.INVALID_VALUE;
        }
        boolean isMap = field.type().kind() == JsonType.Kind.MAP;
        if (value == null) {
            return isMap ? ErrorCode.INVALID_VALUE : ErrorCode.MISSING_PARAMETER;
        }
        boolean empty = value.equals("") || (value instanceof String text && text.isBlank()) || value.equals(List.of());
        if (empty && (field.isRequired() || violation.expected().contains("must be set"))) {
            return ErrorCode.MISSING_PARAMETER;
        }
        if (value instanceof Number && field.format() == null) {
            return ErrorCode.OUT_OF_RANGE;
        }
        return value instanceof List<?> || field.format() == null ? ErrorCode.INVALID_VALUE : byFormat(field);
    }

    private static ErrorCode byFormat(Field field) {
        return switch (Objects.requireNonNull(field.format())) {
            case E164, RECIPIENT, CALLER_ID, DESTINATION -> ErrorCode.NOT_E164;
            case SENDER, ALPHANUMERIC_SENDER, SHORT_CODE -> ErrorCode.INVALID_FROM;
            case HTTP_URL, HTTP_URL_OR_EMPTY -> ErrorCode.INVALID_URL;
            case CALL_CONTROL_ID -> ErrorCode.INVALID_CALL_CONTROL_ID;
            case NOT_EMPTY, NOT_BLANK -> ErrorCode.MISSING_PARAMETER;
            default -> ErrorCode.INVALID_VALUE;
        };
    }
}
