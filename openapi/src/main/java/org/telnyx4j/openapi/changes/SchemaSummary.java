package org.telnyx4j.openapi.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/** A schema as a reader of Java would put it: two with the same shape become the same Java type. */
final class SchemaSummary {
    private static final List<String> BOUNDS = List.of(
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            Extensions.FORMAT,
            Extensions.UNIQUE_BY,
            Extensions.REQUIRED_WITH,
            "x-ascending",
            "x-at-least-one-of",
            "x-at-most-one-of",
            "x-exactly-one-of");

    private SchemaSummary() {}

    /** Returns the Java type in words, whether or not it may be null. */
    static String of(JsonNode schema) {
        JsonNode plain = Schemas.isNullableRef(schema) ? schema.path("anyOf").get(0) : schema;
        String name = SpecDocument.refName(plain);
        if (!name.isEmpty()) {
            return name;
        }
        Set<String> types = new TreeSet<>(Schemas.types(plain));
        types.remove("null");
        String type = types.isEmpty() ? "any value" : String.join(" or ", types);
        return switch (type) {
            case "array" -> (plain.path("uniqueItems").asBoolean() ? "set of " : "list of ") + of(plain.path("items"));
            case "object" -> "map of " + of(plain.path("additionalProperties"));
            default ->
                plain.has(Extensions.UNIT) ? "duration" : (plain.has("enum") ? "enum " : "") + type + format(plain);
        };
    }

    private static String format(JsonNode schema) {
        return schema.has("format") ? " (" + schema.path("format").asText() + ")" : "";
    }

    /** Returns the values of an enum, of the items' enum for a list; none if it isn't one. */
    static Set<String> values(JsonNode schema) {
        Set<String> values = new TreeSet<>();
        JsonNode owner = schema.has("items") ? schema.path("items") : schema;
        owner.path("enum").forEach(value -> {
            if (!value.isNull()) {
                values.add(value.asText());
            }
        });
        return values;
    }

    /** Returns what limits the values, each as {@code maxLength 100}. */
    static List<String> bounds(JsonNode schema) {
        List<String> bounds = new ArrayList<>();
        for (String keyword : BOUNDS) {
            if (schema.has(keyword)) {
                JsonNode bound = schema.path(keyword);
                bounds.add(keyword + " " + (bound.isValueNode() ? bound.asText() : bound.toString()));
            }
        }
        if (schema.has("items")) {
            bounds(schema.path("items")).forEach(bound -> bounds.add("items' " + bound));
        }
        return bounds;
    }
}
