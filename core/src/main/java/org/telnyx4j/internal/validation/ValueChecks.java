package org.telnyx4j.internal.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Durations;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.Format;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonType;
import org.telnyx4j.json.OpenEnum;

/** Checks the values of one field. Where in it, "at", is empty for the value itself, and such as {@code [0]} for an item. */
final class ValueChecks {
    private final String prefix;
    private final Field field;
    private final List<Violation> violations;

    ValueChecks(String prefix, Field field, List<Violation> violations) {
        this.prefix = prefix;
        this.field = field;
        this.violations = violations;
    }

    void check(Object value) {
        check("", value, true);
    }

    private void check(String at, Object value, boolean alone) {
        if (value instanceof String text) {
            text(at, text, alone);
        } else if (value instanceof Number number) {
            if (field.format() == null || field.format() == Format.LOOP) {
                number(at, new BigDecimal(number.toString()), value instanceof BigDecimal);
            } else {
                add(at, "must be a string", null);
            }
        } else if (value instanceof Duration duration) {
            duration(at, duration);
        } else if (value instanceof List<?> items) {
            list(at, items);
        } else if (value instanceof OpenEnum<?> open && open.getValue() instanceof String text) {
            String malformed = TextRules.wellFormed(text);
            addText(at, malformed == null ? TextRules.notBlank(text) : malformed, text);
        } else if (value instanceof Map<?, ?> entries) {
            if (field.type().kind() == JsonType.Kind.ANY && field.format() != null) {
                add(at, field.format() == Format.LOOP ? loopWords() : "must be a string", null);
            }
            for (Object entry : entries.values()) {
                if (entry != null && field.type().kind() == JsonType.Kind.MAP) {
                    check(at + ".*", entry, false);
                }
            }
        } else if (value instanceof Boolean && field.format() != null) {
            add(at, field.format() == Format.LOOP ? loopWords() : "must be a string", null);
        }
    }

    private void list(String at, List<?> items) {
        if (items.size() < field.minItems()) {
            add(
                    at,
                    field.minItems() == 1
                            ? "must have one item at least"
                            : "must have " + field.minItems() + " items at least",
                    items.size() + " items");
        } else if (items.size() > field.maxItems()) {
            add(at, "must have at most " + field.maxItems() + " items", items.size() + " items");
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            String place = at + "[" + i + "]";
            if (item == null) {
                if (field.format() != null) {
                    add(place, "must be a string", null);
                }
                continue;
            }
            if (field.hasUniqueItems() && !seen.add(item)) {
                add(place, "must not be in the list twice", item instanceof String text ? shown(text) : null);
            }
            unique(at, item, seen);
            check(place, item, items.size() == 1);
        }
    }

    /** No two items may have the same value in a field: two lines of an order would buy one number twice. */
    private void unique(String at, Object item, Set<Object> seen) {
        String name = field.uniqueBy();
        if (name == null || !(item instanceof JsonModel model)) {
            return;
        }
        Object value = model.get(name);
        Field inner = model.type().fields().find(name);
        if (value != null && inner != null && !seen.add(value)) {
            String shown = value instanceof String text ? new ValueChecks("", inner, violations).shown(text) : null;
            add(at, "must not have the same " + name + " twice", shown);
        }
    }

    private void text(String at, String text, boolean alone) {
        String malformed = TextRules.wellFormed(text);
        if (malformed != null) {
            add(at, malformed, null);
            return;
        }
        Format format = field.format();
        if (format == Format.LOOP && !text.equals("infinity")) {
            add(at, loopWords(), null);
            return;
        }
        String problem = format == null ? null : Formats.problem(format, text, alone);
        int length = text.codePointCount(0, text.length());
        boolean notBlank = format == Format.NOT_BLANK;
        if (problem == null || (notBlank && field.maxLength() < Integer.MAX_VALUE)) {
            boolean fits = length >= field.minLength() && length <= field.maxLength();
            problem = fits && problem == null ? null : lengthWords(notBlank);
        }
        if (problem == null && field.pattern() != null) {
            boolean matches = Pattern.compile(field.pattern()).matcher(text).find();
            problem = matches ? null : "must match the pattern " + field.pattern();
        }
        addText(at, problem, text);
    }

    private String lengthWords(boolean notBlank) {
        boolean limited = field.maxLength() < Integer.MAX_VALUE;
        int least = notBlank ? Math.max(1, field.minLength()) : field.minLength();
        String words;
        if (!limited) {
            words = "must have " + least + " characters at least";
        } else if (least == 0) {
            words = "must have at most " + field.maxLength() + " characters";
        } else {
            words = "must have " + least + " to " + field.maxLength() + " characters";
        }
        return notBlank ? words + " and not be blank" : words;
    }

    private void number(String at, BigDecimal number, boolean fraction) {
        boolean loop = field.format() == Format.LOOP;
        boolean whole = number.scale() <= 0;
        if (isOutside(number) || (loop && !whole)) {
            add(at, loop ? loopWords() : "must be " + rangeWords(fraction ? "" : "a whole number"), number.toString());
        }
    }

    private void duration(String at, Duration duration) {
        JsonType type = field.type();
        JsonType unitOf = type.item() == null ? type : type.item();
        String unit;
        long units;
        switch (unitOf.kind()) {
            case MILLISECONDS -> {
                unit = "millisecond";
                units = Durations.milliseconds(duration);
            }
            case MINUTES -> {
                unit = "minute";
                units = Durations.minutes(duration);
            }
            default -> {
                unit = "second";
                units = Durations.seconds(duration);
            }
        }
        if (isOutside(BigDecimal.valueOf(units))) {
            add(at, "must be " + rangeWords("") + " " + (isLimitOne() ? unit : unit + "s"), Long.toString(units));
        }
    }

    /** Returns whether there is one limit, and it is 1: the word after it is then a singular. */
    private boolean isLimitOne() {
        BigDecimal least = field.least();
        BigDecimal most = field.most();
        BigDecimal only = least == null ? most : most == null ? least : null;
        return only != null && only.compareTo(BigDecimal.ONE) == 0;
    }

    private boolean isOutside(BigDecimal number) {
        BigDecimal least = field.least();
        BigDecimal most = field.most();
        return (least != null && number.compareTo(least) < 0) || (most != null && number.compareTo(most) > 0);
    }

    private String rangeWords(String kind) {
        BigDecimal least = field.least();
        BigDecimal most = field.most();
        if (least != null && most != null) {
            return kind + (kind.isEmpty() ? "" : " ") + "from " + least.toPlainString() + " to " + most.toPlainString();
        }
        String limit = least != null
                ? "at least " + least.toPlainString()
                : "at most " + (most == null ? "any" : most.toPlainString());
        return kind.isEmpty() ? limit : kind + " of " + limit;
    }

    private String loopWords() {
        return field.least() == null && field.most() == null
                ? "must be a whole number, or infinity"
                : "must be " + rangeWords("a whole number") + ", or infinity";
    }

    private void addText(String at, @Nullable String problem, String text) {
        if (problem != null) {
            add(at, problem, shown(text));
        }
    }

    private void add(String at, String expected, @Nullable String given) {
        violations.add(new Violation(prefix + field.name() + at, expected, given));
    }

    /** Returns as much of a string as its field lets show. */
    private String shown(String text) {
        if (text.isBlank()) {
            return "<blank>";
        }
        return switch (field.sensitivity()) {
            case NONE -> Mask.freeText(text);
            // What is no call control id is most often the number or the address of a party.
            case ID -> field.format() == Format.CALL_CONTROL_ID ? Mask.given(text) : Mask.identifier(text);
            case TEXT -> Mask.content(text);
            case PHONE_NUMBER -> NumberFaults.shown(text);
            case URL -> Mask.url(text);
            case CREDENTIAL -> Mask.secret(text);
        };
    }

    /** Returns what a value of a type is. */
    static String words(JsonType type) {
        return switch (type.kind()) {
            case TEXT -> "a string";
            case BOOL -> "true or false";
            case INT32, INT64 -> "a whole number";
            case DECIMAL -> "a number";
            case DATE_TIME -> "a time such as 2026-01-31T12:00:00Z";
            case DATE -> "a date such as 2026-01-31";
            case SECONDS -> "a whole number of seconds";
            case MILLISECONDS -> "a whole number of milliseconds";
            case MINUTES -> "a whole number of minutes";
            case ANY -> "JSON";
            case ENUM -> type.item() == null ? "a string" : words(type.item());
            case MODEL, MAP -> "an object";
            case LIST -> "a list, each item of which is " + (type.item() == null ? "JSON" : words(type.item()));
        };
    }
}
