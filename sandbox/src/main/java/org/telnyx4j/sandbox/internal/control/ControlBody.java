package org.telnyx4j.sandbox.internal.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a request to the control API. A field that nobody asks for is refused, so that a typo doesn't pass. */
final class ControlBody {
    private final Map<String, @Nullable Object> fields;
    private final Set<String> known = new LinkedHashSet<>();

    ControlBody(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    String text(String name) {
        return optionalText(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing: a string that is not empty."));
    }

    Optional<String> optionalText(String name) {
        Object value = field(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new IllegalArgumentException(name + " must be a string.");
    }

    List<String> texts(String name) {
        Object value = field(name);
        List<String> texts = new ArrayList<>();
        if (value != null) {
            if (!(value instanceof List<?> items)) {
                throw new IllegalArgumentException(name + " must be a list of strings.");
            }
            for (Object item : items) {
                if (!(item instanceof String text)) {
                    throw new IllegalArgumentException(name + " must be a list of strings.");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    Optional<Long> number(String name, long least, long most) {
        Object value = field(name);
        if (value == null) {
            return Optional.empty();
        }
        if ((value instanceof Integer || value instanceof Long)) {
            long number = ((Number) value).longValue();
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most + ".");
    }

    Optional<Double> share(String name) {
        Object value = field(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1) {
            return Optional.of(number.doubleValue());
        }
        throw new IllegalArgumentException(name + " must be a number above 0, and 1 at most.");
    }

    Optional<Boolean> bool(String name) {
        Object value = field(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw new IllegalArgumentException(name + " must be true or false.");
    }

    Map<String, @Nullable Object> all() {
        return fields;
    }

    /** Refuses the body if it has a field that was not asked for until now. */
    void refuseOthers() {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no field " + name + " here" + (known.isEmpty() ? "." : ", only " + known + "."));
            }
        }
    }

    private @Nullable Object field(String name) {
        known.add(name);
        return fields.get(name);
    }
}
