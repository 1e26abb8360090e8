package org.telnyx4j.internal.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.Rule;

/** Checks how the fields of a request go together. */
final class RuleChecks {
    private final String prefix;
    private final JsonModel model;
    private final List<Violation> violations;

    private RuleChecks(String prefix, JsonModel model, List<Violation> violations) {
        this.prefix = prefix;
        this.model = model;
        this.violations = violations;
    }

    static void check(String prefix, JsonModel model, List<Violation> violations) {
        RuleChecks checks = new RuleChecks(prefix, model, violations);
        FieldTable table = model.type().fields();
        if (table.minProperties() > 0) {
            checks.atLeast(table.minProperties());
        }
        for (Rule rule : table.rules()) {
            checks.check(rule);
        }
    }

    private void atLeast(int count) {
        int set = model.fieldNames().size();
        if (set < count) {
            String field = prefix.isEmpty() ? "request" : prefix.substring(0, prefix.length() - 1);
            violations.add(new Violation(
                    field,
                    set == 0 ? "must set something, but nothing is set" : "must set " + count + " fields at least",
                    null));
        }
    }

    private void check(Rule rule) {
        List<String> fields = rule.fields();
        switch (rule.kind()) {
            case AT_MOST_ONE_OF -> atMostOne(fields);
            case AT_LEAST_ONE_OF -> atLeastOne(fields);
            case EXACTLY_ONE_OF -> {
                atMostOne(fields);
                atLeastOne(fields);
            }
            case REQUIRED_WITH -> requiredWith(fields.get(0), fields.subList(1, fields.size()));
            case ASCENDING -> ascending(fields.get(0), fields.get(1));
        }
    }

    private boolean has(String name) {
        return model.get(name) != null;
    }

    private void add(String field, String expected, @Nullable String given) {
        violations.add(new Violation(prefix + field, expected, given));
    }

    private void atMostOne(List<String> names) {
        String first = null;
        for (String name : names) {
            if (has(name)) {
                if (first != null) {
                    add(name, "must not be set together with " + first, null);
                    return;
                }
                first = name;
            }
        }
    }

    private void atLeastOne(List<String> names) {
        for (String name : names) {
            // An empty list is as good as none.
            if (has(name) && !List.of().equals(model.get(name))) {
                return;
            }
        }
        String others = String.join(" or ", names.subList(1, names.size()));
        add(names.get(0), others.isEmpty() ? "must be set" : "or " + others + " must be set", null);
    }

    private void requiredWith(String name, List<String> conditions) {
        for (String condition : conditions) {
            Object value = model.get(condition);
            boolean holds = value instanceof Boolean flag ? flag : value != null;
            if (holds && !has(name)) {
                String state = value instanceof Boolean ? "true" : "set";
                add(name, "must be set where " + condition + " is " + state, null);
                return;
            }
        }
    }

    private void ascending(String lesser, String greater) {
        Object least = model.get(lesser);
        Object most = model.get(greater);
        boolean above = least != null && most != null && isAbove(least, most);
        if (above) {
            add(lesser, "must not be above " + greater, least + " with " + most);
        }
    }

    private static boolean isAbove(Object least, Object most) {
        if (least instanceof Duration one && most instanceof Duration other) {
            return one.compareTo(other) > 0;
        }
        return least instanceof Number one
                && most instanceof Number other
                && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) > 0;
    }
}
