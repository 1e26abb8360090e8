package org.telnyx4j.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.json.Durations;
import org.telnyx4j.internal.json.JsonStreams;
import org.telnyx4j.internal.json.Times;

/**
 * Values in the two forms that they have in Java: typed, as getters return them, and plain, as any JSON library knows
 * them (maps, lists, strings, numbers, booleans, nulls).
 */
final class Values {
    /** What stands for a value that is not of its type. */
    static final Object MISMATCH = new Object();

    private Values() {}

    /** Copies what a caller gave for a field: no collection of the caller's own, durations in whole units. */
    static Object copy(JsonType type, Object value, String name) {
        return switch (type.kind()) {
            case ANY -> Objects.requireNonNull(plain(value, name), name);
            case LIST -> copyList(item(type), (Collection<?>) value, name);
            case MAP -> copyMap(item(type), (Map<?, ?>) value, name);
            case SECONDS, MILLISECONDS, MINUTES -> {
                Object rounded = duration(type, units(type, (Duration) value));
                yield rounded == MISMATCH ? value : rounded;
            }
            default -> value;
        };
    }

    private static List<Object> copyList(JsonType item, Collection<?> values, String name) {
        List<@Nullable Object> copy = new ArrayList<>(values.size());
        for (Object value : values) {
            copy.add(copyItem(item, value, name));
        }
        return unmodifiable(copy);
    }

    private static Map<String, Object> copyMap(JsonType item, Map<?, ?> values, String name) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put((String) key, copyItem(item, value, name)));
        return unmodifiable(copy);
    }

    private static @Nullable Object copyItem(JsonType item, @Nullable Object value, String name) {
        if (value == null && item.kind() == JsonType.Kind.ANY) {
            return null;
        }
        return copy(item, Objects.requireNonNull(value, name + " item"), name);
    }

    /**
     * Copies a value that may hold anything into its plain form.
     *
     * @throws IllegalArgumentException if there is something in it that is no JSON, or if it is nested too deeply
     */
    static @Nullable Object plain(@Nullable Object value, String name) {
        return plain(value, name, JsonStreams.DEEPEST);
    }

    private static @Nullable Object plain(@Nullable Object value, String name, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number, name);
        }
        if (value instanceof OpenEnum<?> open) {
            return plain(open.getValue(), name, depth);
        }
        if (depth == 0) {
            throw new IllegalArgumentException(
                    name + " must not be nested more than " + JsonStreams.DEEPEST + " levels deep");
        }
        if (value instanceof ModelState model) {
            return model.toMap();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String key)) {
                    throw new IllegalArgumentException(name + " must have strings as the keys of its maps");
                }
                copy.put(key, plain(entry.getValue(), name, depth - 1));
            }
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>(collection.size());
            for (Object item : collection) {
                copy.add(plain(item, name, depth - 1));
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException(name
                + " must be made of maps, lists, strings, numbers, booleans, models and enums, but has a "
                + value.getClass().getName());
    }

    /** Gives a number the class that it has when it is read, so that a model equals itself when it comes back. */
    private static Number number(Number number, String name) {
        if (number instanceof Integer || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Long || number instanceof Short || number instanceof Byte) {
            return whole(number.longValue());
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? whole(big.longValue()) : big;
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException(name + " must not be infinite, nor a number that is none");
            }
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException(name + " must have numbers of java.lang and java.math only, but has a "
                + number.getClass().getName());
    }

    private static Number whole(long number) {
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    /** Returns the plain form of a typed value. */
    static @Nullable Object toPlain(JsonType type, Object value) {
        return switch (type.kind()) {
            case DATE_TIME -> Times.write((OffsetDateTime) value);
            case DATE -> value.toString();
            case SECONDS, MILLISECONDS, MINUTES -> whole(units(type, (Duration) value));
            case ENUM -> ((OpenEnum<?>) value).getValue();
            case MODEL -> ((ModelState) value).toMap();
            case LIST -> {
                List<@Nullable Object> plain = new ArrayList<>();
                for (Object item : (List<?>) value) {
                    plain.add(item == null ? null : toPlain(item(type), item));
                }
                yield Collections.unmodifiableList(plain);
            }
            case MAP -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                ((Map<?, ?>) value)
                        .forEach((key, item) ->
                                plain.put((String) key, item == null ? null : toPlain(item(type), item)));
                yield Collections.unmodifiableMap(plain);
            }
            default -> value;
        };
    }

    /** Returns the duration of a number on the wire, or {@link #MISMATCH} where there is none so long. */
    static Object duration(JsonType type, long units) {
        Duration duration = switch (type.kind()) {
            case SECONDS -> Duration.ofSeconds(units);
            case MILLISECONDS -> Duration.ofMillis(units);
            default -> Durations.ofMinutes(units);
        };
        // What is out of range is cut when it is written.
        return duration == null || units(type, duration) != units ? MISMATCH : duration;
    }

    /** Returns a duration as the number on the wire, rounded up. */
    static long units(JsonType type, Duration duration) {
        return switch (type.kind()) {
            case SECONDS -> Durations.seconds(duration);
            case MILLISECONDS -> Durations.milliseconds(duration);
            default -> Durations.minutes(duration);
        };
    }

    /** Returns the time or date that a string is, null if it is blank, or {@link #MISMATCH}. */
    static @Nullable Object time(JsonType type, String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return null;
        }
        Object time = type.kind() == JsonType.Kind.DATE ? asDate(trimmed) : Times.dateTime(trimmed);
        return time == null ? MISMATCH : time;
    }

    private static @Nullable LocalDate asDate(String text) {
        return Times.date(text);
    }

    static JsonType item(JsonType type) {
        return Objects.requireNonNull(type.item(), "item type");
    }

    // What has no null but where anything can stand has the type that getters declare.
    @SuppressWarnings({"unchecked", "rawtypes"})
    static List<Object> unmodifiable(List<?> values) {
        return Collections.unmodifiableList((List) values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<String, Object> unmodifiable(Map<String, ?> values) {
        return Collections.unmodifiableMap((Map) values);
    }
}
