package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Looks at schemas and builds them. */
public final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COMPOSITIONS = List.of("oneOf", "anyOf", "allOf");

    private Schemas() {}

    /** Replaces each schema inside {@code schema}, then {@code schema} itself, by what {@code step} makes of it. */
    public static ObjectNode rewrite(ObjectNode schema, UnaryOperator<ObjectNode> step) {
        if (schema.path("properties") instanceof ObjectNode properties) {
            for (String name : fieldNames(properties)) {
                properties.set(name, rewrite((ObjectNode) properties.path(name), step));
            }
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.path(keyword) instanceof ObjectNode child) {
                schema.set(keyword, rewrite(child, step));
            }
        }
        for (String keyword : COMPOSITIONS) {
            if (schema.path(keyword) instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, rewrite((ObjectNode) list.get(i), step));
                }
            }
        }
        return step.apply(schema);
    }

    /** Returns the keys of a map: a copy, free to be walked while the map changes. */
    public static List<String> fieldNames(JsonNode map) {
        List<String> names = new ArrayList<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the types that a schema names, {@code null} included; none means any. */
    public static Set<String> types(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    /** Sets the types of a schema: one as a string, several as a list with {@code null} last. */
    public static void setTypes(ObjectNode schema, Set<String> types) {
        if (types.isEmpty()) {
            schema.remove("type");
        } else if (types.size() == 1) {
            schema.put("type", types.iterator().next());
        } else {
            ArrayNode list = NODES.arrayNode();
            types.stream().filter(type -> !type.equals("null")).sorted().forEach(list::add);
            if (types.contains("null")) {
                list.add("null");
            }
            schema.set("type", list);
        }
    }

    /** Returns whether a schema is an object: by its type, or by having properties. */
    public static boolean isObject(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>(types(schema));
        types.remove("null");
        return types.equals(Set.of("object"))
                || (types.isEmpty() && !schema.has("$ref") && (schema.has("properties") || schema.has("required")));
    }

    /** Returns a schema that refers to a component. */
    public static ObjectNode ref(String name) {
        return NODES.objectNode().put("$ref", SpecDocument.ref(name));
    }

    /** Returns the one form in which the document says "this component or null". */
    public static ObjectNode nullableRef(ObjectNode ref) {
        ObjectNode schema = NODES.objectNode();
        ObjectNode plain = NODES.objectNode();
        plain.set("$ref", ref.path("$ref"));
        schema.putArray("anyOf").add(plain).add(NODES.objectNode().put("type", "null"));
        ref.properties().forEach(entry -> {
            if (!entry.getKey().equals("$ref")) {
                schema.set(entry.getKey(), entry.getValue());
            }
        });
        return schema;
    }

    /** Returns whether a schema has the form that {@link #nullableRef} makes. */
    public static boolean isNullableRef(JsonNode schema) {
        JsonNode alternatives = schema.path("anyOf");
        return alternatives.size() == 2
                && alternatives.get(0).has("$ref")
                && alternatives.get(1).path("type").asText().equals("null");
    }

    /** Returns {@code schema} such that it admits null. */
    public static ObjectNode nullable(ObjectNode schema) {
        if (schema.has("$ref")) {
            return nullableRef(schema);
        }
        Set<String> types = types(schema);
        if (types.isEmpty() || types.contains("null")) {
            return schema;
        }
        types.add("null");
        setTypes(schema, types);
        if (schema.path("enum") instanceof ArrayNode values && !contains(values, NODES.nullNode())) {
            values.addNull();
        }
        return schema;
    }

    /** Returns {@code schema} such that it says nothing about null. */
    public static ObjectNode notNullable(ObjectNode schema) {
        if (isNullableRef(schema)) {
            ObjectNode ref = schema.path("anyOf").get(0).deepCopy();
            schema.properties().forEach(entry -> {
                if (!entry.getKey().equals("anyOf")) {
                    ref.set(entry.getKey(), entry.getValue());
                }
            });
            return ref;
        }
        Set<String> types = types(schema);
        if (types.remove("null")) {
            setTypes(schema, types);
            if (schema.path("enum") instanceof ArrayNode values) {
                ArrayNode kept = NODES.arrayNode();
                values.forEach(value -> {
                    if (!value.isNull()) {
                        kept.add(value);
                    }
                });
                schema.set("enum", kept);
            }
        }
        return schema;
    }

    /** Returns whether a schema admits null by saying so. */
    public static boolean isNullable(JsonNode schema) {
        return isNullableRef(schema) || types(schema).contains("null");
    }

    /** Returns whether a list holds a value. */
    public static boolean contains(ArrayNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
