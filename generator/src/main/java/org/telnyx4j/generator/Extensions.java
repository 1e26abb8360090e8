package org.telnyx4j.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code x-} extensions, by which the specification states what OpenAPI has no word for. */
final class Extensions {
    static final String UNIT = "x-unit";
    static final String ENCODING = "x-encoding";
    static final String SENSITIVE = "x-sensitive";
    static final String FORMAT = "x-format";
    static final String EXACTLY_ONE_OF = "x-exactly-one-of";
    static final String AT_MOST_ONE_OF = "x-at-most-one-of";
    static final String AT_LEAST_ONE_OF = "x-at-least-one-of";
    static final String REQUIRED_WITH = "x-required-with";
    static final String UNIQUE_BY = "x-unique-by";
    static final String ASSUMED = "x-assumed";
    /** Not in the specification: a list of the query string whose style has no commas. */
    static final String EXPLODED = "x-exploded";

    static final String ASCENDING = "x-ascending";
    static final String NAME = "x-name";
    static final String IDEMPOTENCY = "x-idempotency";

    private Extensions() {}

    static @Nullable String text(@Nullable Map<String, Object> extensions, String name) {
        Object value = extensions == null ? null : extensions.get(name);
        return value == null ? null : value.toString();
    }

    /** Groups of field names, such as those of which only one may be set. */
    static List<List<String>> groups(@Nullable Map<String, Object> extensions, String name, String place) {
        Object value = extensions == null ? null : extensions.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> groups && groups.stream().allMatch(List.class::isInstance)) {
            return groups.stream().map(Extensions::names).toList();
        }
        throw new SpecificationException(place, name + " has to be a list of lists of property names");
    }

    /** By the name of a field, the fields that it demands. */
    static Map<String, List<String>> demands(@Nullable Map<String, Object> extensions, String name, String place) {
        Object value = extensions == null ? null : extensions.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> demands) {
            Map<String, List<String>> byName = new TreeMap<>();
            demands.forEach((field, demanded) -> byName.put(field.toString(), names(demanded)));
            return byName;
        }
        throw new SpecificationException(place, name + " has to map a property name to a list of property names");
    }

    private static List<String> names(@Nullable Object list) {
        return list instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(list));
    }
}
