package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Copies a schema's facts and nothing else: no description, title, example or extension of upstream
 * gets any further than this class.
 *
 * <p>What stays is a list of keywords, so a keyword that upstream invents tomorrow stays out too.
 */
final class FactsOnly {
    private static final Set<String> VALUES = Set.of(
            "format",
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
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "default",
            "const",
            "nullable",
            "readOnly",
            "writeOnly",
            "deprecated");
    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "object", "array", "null");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FactsOnly() {}

    /**
     * Returns a copy that holds only facts.
     *
     * @param place where the schema stands upstream
     * @throws SpecException if it isn't built like a schema
     */
    static ObjectNode of(JsonNode schema, String place) {
        ObjectNode facts = NODES.objectNode();
        if (schema.isBoolean()) {
            return facts;
        }
        if (!schema.isObject()) {
            throw new SpecException(place, "a schema is expected here");
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            JsonNode fact = fact(entry.getKey(), entry.getValue(), Pointers.child(place, entry.getKey()));
            if (fact != null) {
                facts.set(entry.getKey(), fact);
            }
        }
        ProseDefaults.add(schema, facts);
        return facts;
    }

    private static @Nullable JsonNode fact(String keyword, JsonNode value, String place) {
        return switch (keyword) {
            case "$ref" -> text(value, place);
            case "type" -> type(value, place);
            case "required" -> required(value, place).deepCopy();
            case "enum" -> list(value, place).deepCopy();
            case "properties" -> properties(value, place);
            case "items" -> value.isArray() ? NODES.objectNode() : of(value, place);
            case "additionalProperties" -> value.isBoolean() ? value : of(value, place);
            case "patternProperties" -> NODES.booleanNode(true);
            case "oneOf", "anyOf", "allOf" -> alternatives(value, place);
            default -> VALUES.contains(keyword) ? value.deepCopy() : null;
        };
    }

    private static JsonNode text(JsonNode value, String place) {
        if (!value.isTextual()) {
            throw new SpecException(place, "a string is expected here");
        }
        return value;
    }

    private static JsonNode type(JsonNode value, String place) {
        JsonNode types = value.isTextual() ? NODES.arrayNode().add(value) : list(value, place);
        for (JsonNode type : types) {
            if (!TYPES.contains(type.asText())) {
                throw new SpecException(place, "unknown type " + type);
            }
        }
        return value.deepCopy();
    }

    private static JsonNode required(JsonNode value, String place) {
        if (value.isBoolean()) {
            throw new SpecException(
                    place,
                    "a list is expected here. To correct upstream, add to overlay/upstream/corrections.yaml, actions:  - {target: \""
                            + path(place) + "\", remove: true}");
        }
        return list(value, place);
    }

    private static String path(String pointer) {
        StringBuilder path = new StringBuilder("$");
        for (String key : Pointers.keys("#" + pointer)) {
            path.append(key.matches("\\d+") ? "[" + key + "]" : "['" + key + "']");
        }
        return path.toString();
    }

    private static JsonNode list(JsonNode value, String place) {
        if (!value.isArray()) {
            throw new SpecException(place, "a list is expected here");
        }
        return value;
    }

    private static ObjectNode properties(JsonNode value, String place) {
        if (!value.isObject()) {
            throw new SpecException(place, "a map is expected here");
        }
        ObjectNode properties = NODES.objectNode();
        value.properties()
                .forEach(entry ->
                        properties.set(entry.getKey(), of(entry.getValue(), Pointers.child(place, entry.getKey()))));
        return properties;
    }

    private static ArrayNode alternatives(JsonNode value, String place) {
        list(value, place);
        ArrayNode alternatives = NODES.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            alternatives.add(of(value.get(i), Pointers.child(place, i)));
        }
        return alternatives;
    }
}
