package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Writes one fact in one way: OpenAPI 3.0's {@code nullable} and boolean bounds as 3.1 has them,
 * {@code const} as an enum of one, a list of one type as that type, a type that is only implied.
 */
final class Keywords implements Step {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public void apply(SpecDocument document) {
        document.rewriteSchemas(Keywords::cleaned);
    }

    private static ObjectNode cleaned(ObjectNode schema) {
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
        nullAmongValues(schema);
        exclusive(schema, "minimum", "exclusiveMinimum");
        exclusive(schema, "maximum", "exclusiveMaximum");
        if (Schemas.types(schema).isEmpty() && !schema.has("$ref")) {
            impliedType(schema);
        }
        Schemas.setTypes(schema, Schemas.types(schema));
        if (!isEnumOfWords(schema)) {
            schema.remove("enum");
        }
        extraProperties(schema);
        return nullable(schema);
    }

    // Of true and false, an enum says nothing; of fractions and large numbers, it would be a class that nobody wants.
    private static boolean isEnumOfWords(ObjectNode schema) {
        List<String> types = List.copyOf(Schemas.types(schema));
        if (types.contains("boolean") || types.contains("number")) {
            return false;
        }
        for (JsonNode value : schema.path("enum")) {
            if (types.contains("integer") && !value.canConvertToInt()) {
                return false;
            }
        }
        return !(types.contains("integer") && schema.path("format").asText().equals("int64"));
    }

    // A value of null says that null is admitted, whatever the type says.
    private static void nullAmongValues(ObjectNode schema) {
        if (schema.path("enum") instanceof ArrayNode values && Schemas.contains(values, NODES.nullNode())) {
            for (int i = values.size() - 1; i >= 0; i--) {
                if (values.get(i).isNull()) {
                    values.remove(i);
                }
            }
            schema.put("nullable", true);
        }
    }

    private static void exclusive(ObjectNode schema, String bound, String keyword) {
        JsonNode exclusive = schema.path(keyword);
        if (exclusive.isBoolean()) {
            schema.remove(keyword);
            if (exclusive.booleanValue() && schema.has(bound)) {
                schema.set(keyword, schema.remove(bound));
            }
        }
    }

    private static void impliedType(ObjectNode schema) {
        boolean composed = schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
        if (schema.has("properties") || schema.has("additionalProperties")) {
            schema.put("type", "object");
        } else if (schema.has("items")) {
            schema.put("type", "array");
        } else if (schema.path("enum") instanceof ArrayNode values && !composed) {
            boolean strings = true;
            for (JsonNode value : values) {
                strings &= value.isTextual();
            }
            if (strings && !values.isEmpty()) {
                schema.put("type", "string");
            }
        }
    }

    // Unknown fields are kept by every model anyway; a map type is only made where there is nothing else.
    private static void extraProperties(ObjectNode schema) {
        if (!Schemas.types(schema).contains("object")) {
            return;
        }
        boolean composed = schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
        boolean named = !schema.path("properties").isEmpty();
        if (named || schema.path("additionalProperties").isBoolean()) {
            schema.remove("additionalProperties");
        }
        if (!named) {
            schema.remove(List.of("properties", "required"));
            if (!composed && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", true);
            }
        }
    }

    private static ObjectNode nullable(ObjectNode schema) {
        boolean nullable = schema.path("nullable").asBoolean();
        schema.remove("nullable");
        if (!nullable) {
            return schema;
        }
        if (!Schemas.types(schema).isEmpty()) {
            return Schemas.nullable(schema);
        }
        if (Set.of("oneOf", "anyOf", "allOf").stream().noneMatch(schema::has)) {
            return schema;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).add(NODES.objectNode().put("type", "null"));
        return either;
    }
}
