package org.telnyx4j.internal.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonModel;

/**
 * Checks a request against the tables of its model and of the models in it. Everything that it knows of a field is in
 * the table, so a field is checked no matter how its value came there.
 */
public final class Validator {
    private final List<Violation> violations = new ArrayList<>();

    private Validator() {}

    /**
     * Checks a request's body or its query.
     *
     * @param request the model
     * @return the first rule that it breaks, or null if it breaks none
     */
    public static @Nullable Violation check(JsonModel request) {
        List<Violation> all = checkAll(request);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * Checks a request's body or its query.
     *
     * @param request the model
     * @return all rules that it breaks: of each model first those for fields that must be there, then those for fields
     *     that go together, then those for values
     */
    public static List<Violation> checkAll(JsonModel request) {
        Validator validator = new Validator();
        validator.model("", request);
        return validator.violations;
    }

    private void model(String prefix, JsonModel model) {
        FieldTable table = model.type().fields();
        for (Field field : table.fields()) {
            if (field.isRequired() && !isThere(field, model)) {
                violations.add(new Violation(prefix + field.name(), "must be set", null));
            }
        }
        RuleChecks.check(prefix, model, violations);
        Map<String, @Nullable Object> additional = model.getAdditionalProperties();
        for (Field field : table.fields()) {
            Object value = model.get(field.name());
            if (value == null) {
                continue;
            }
            if (additional.containsKey(field.name())) {
                String expected = "must be " + ValueChecks.words(field.type());
                violations.add(new Violation(prefix + field.name(), expected, null));
                continue;
            }
            new ValueChecks(prefix, field, violations).check(value);
            if (value instanceof JsonModel || value instanceof List<?> || value instanceof Map<?, ?>) {
                nested(prefix + field.name(), value);
            }
        }
    }

    private static boolean isThere(Field field, JsonModel model) {
        return model.get(field.name()) != null || (field.isNullable() && model.has(field.name()));
    }

    private void nested(String path, @Nullable Object value) {
        if (value instanceof JsonModel model) {
            model(path + ".", model);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                nested(path + "[" + i + "]", items.get(i));
            }
        } else if (value instanceof Map<?, ?> entries) {
            // The keys are the caller's, and can be private.
            for (Object entry : entries.values()) {
                nested(path + ".*", entry);
            }
        }
    }
}
