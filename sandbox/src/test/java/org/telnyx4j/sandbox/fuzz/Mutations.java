package org.telnyx4j.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Spoils a valid value in one place, so that the document forbids it. */
final class Mutations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Document document;
    private final List<Mutation> mutations = new ArrayList<>();

    /**
     * A way to spoil the value.
     *
     * @param what what is done where
     * @param inSchema whether a JSON Schema validator sees that it is wrong; the others break the document's own rules
     */
    record Mutation(String what, boolean inSchema, Runnable apply) {}

    private Mutations(Document document) {
        this.document = document;
    }

    /** Spoils a value, which is changed by this; empty where there is no way to. */
    static Optional<Mutation> spoil(Document document, JsonNode schema, ObjectNode value, Random random) {
        Mutations all = new Mutations(document);
        all.object(schema, value, "");
        if (all.mutations.isEmpty()) {
            return Optional.empty();
        }
        Mutation chosen = all.mutations.get(random.nextInt(all.mutations.size()));
        chosen.apply().run();
        return Optional.of(chosen);
    }

    private void add(String what, boolean inSchema, Runnable apply) {
        mutations.add(new Mutation(what, inSchema, apply));
    }

    private void object(JsonNode reference, ObjectNode value, String where) {
        JsonNode schema = document.resolve(reference);
        for (JsonNode name : schema.path("required")) {
            add("remove " + where + "/" + name.textValue(), true, () -> value.remove(name.textValue()));
        }
        for (String keyword : List.of("x-exactly-one-of", "x-at-least-one-of")) {
            for (JsonNode group : schema.path(keyword)) {
                add(keyword + " none of " + group, false, () -> group.forEach(name -> value.remove(name.textValue())));
            }
        }
        for (String name : names(value)) {
            JsonNode property = schema.path("properties").path(name);
            if (!property.isMissingNode()) {
                field(property, value, name, where + "/" + name);
            }
        }
        for (var property : schema.path("properties").properties()) {
            if (!admitsNull(property.getValue())) {
                add("null for " + where + "/" + property.getKey(), true, () -> value.putNull(property.getKey()));
            }
            if (!value.has(property.getKey()) && isBoolean(property.getValue())) {
                add("boolean " + where + "/" + property.getKey(), true, () -> value.put(property.getKey(), "yes"));
            }
        }
    }

    private static List<String> names(ObjectNode value) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private boolean isBoolean(JsonNode reference) {
        return document.resolve(reference).path("type").asText().equals("boolean");
    }

    private boolean admitsNull(JsonNode reference) {
        JsonNode schema = document.resolve(reference);
        for (String keyword : List.of("anyOf", "oneOf")) {
            for (JsonNode alternative : schema.path(keyword)) {
                if (admitsNull(alternative)) {
                    return true;
                }
            }
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (one.asText().equals("null")) {
                    return true;
                }
            }
            return false;
        }
        return type.asText().equals("null")
                || (type.isMissingNode() && !schema.has("enum") && !schema.has("anyOf") && !schema.has("oneOf"));
    }

    private void field(JsonNode reference, ObjectNode parent, String name, String where) {
        JsonNode schema = document.resolve(reference);
        JsonNode value = parent.get(name);
        if (schema.has("enum")) {
            add("enum " + where, true, () -> parent.put(name, "no-such-value"));
        }
        if (schema.has("minimum") && value.isNumber()) {
            add(
                    "minimum " + where,
                    true,
                    () -> parent.put(name, schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum") && value.isNumber()) {
            add(
                    "maximum " + where,
                    true,
                    () -> parent.put(name, schema.get("maximum").asLong() + 1));
        }
        if (schema.has("maxLength") && value.isTextual()) {
            String tooLong = "x".repeat(schema.get("maxLength").asInt() + 1);
            add("maxLength " + where, true, () -> parent.put(name, tooLong));
        }
        if (schema.has("maxItems") && value instanceof ArrayNode items && !items.isEmpty()) {
            add(
                    "maxItems " + where,
                    true,
                    () -> fill(items, schema.get("maxItems").asInt() + 1));
        }
        if (schema.path("minItems").asInt(0) > 0 && value instanceof ArrayNode items) {
            add("minItems " + where, true, items::removeAll);
        }
        String format = schema.path("x-format").asText();
        if (Formats.canBeInvalid(format) && value.isTextual()) {
            add("format " + format + " at " + where, false, () -> parent.put(name, Formats.invalid(format)));
        }
        if (!schema.has("type") && !format.isEmpty()) {
            add("object for " + where, false, () -> parent.putObject(name));
            add("boolean for " + where, false, () -> parent.put(name, true));
            add(
                    "null in a list for " + where,
                    false,
                    () -> parent.putArray(name).addNull());
        }
        if (schema.path("type").isTextual()) {
            wrongType(schema.get("type").textValue(), parent, name, where);
        }
        if (value instanceof ObjectNode nested && schema.has("properties")) {
            object(schema, nested, where);
        } else if (value instanceof ArrayNode items) {
            items(schema.path("items"), items, where);
        }
        for (JsonNode alternative : schema.path("anyOf")) {
            JsonNode resolved = document.resolve(alternative);
            if (value instanceof ObjectNode nested && resolved.has("properties")) {
                object(resolved, nested, where);
            }
        }
    }

    private static void fill(ArrayNode items, int size) {
        while (items.size() < size) {
            items.add(items.get(0).deepCopy());
        }
    }

    private void items(JsonNode reference, ArrayNode items, String where) {
        JsonNode schema = document.resolve(reference);
        if (items.isEmpty() || schema.isMissingNode()) {
            return;
        }
        if (!admitsNull(schema)) {
            add("null in " + where, true, () -> items.set(0, JSON.nullNode()));
        }
        String type = schema.path("type").asText();
        if (!type.isEmpty()) {
            JsonNode wrong = type.equals("string") ? JSON.numberNode(17) : JSON.textNode("wrong");
            add("item of another type in " + where, true, () -> items.set(0, wrong));
        }
        if (schema.has("enum")) {
            add("enum in " + where, true, () -> items.set(0, JSON.textNode("no-such-value")));
        }
        if (items.get(0) instanceof ObjectNode nested && schema.has("properties")) {
            object(schema, nested, where + "/0");
        }
    }

    private void wrongType(String type, ObjectNode parent, String name, String where) {
        switch (type) {
            case "string" -> {
                add("number for " + where, true, () -> parent.put(name, 17));
                add("object for " + where, true, () -> parent.putObject(name));
                add("boolean for " + where, true, () -> parent.put(name, true));
            }
            case "integer", "number" -> {
                add("string for " + where, true, () -> parent.put(name, "many"));
                add("list for " + where, true, () -> parent.putArray(name).add(1));
            }
            case "boolean" -> add("string for " + where, true, () -> parent.put(name, "yes"));
            case "array" -> {
                add("string for " + where, true, () -> parent.put(name, "x"));
                add("object for " + where, true, () -> parent.putObject(name));
            }
            case "object" -> {
                add("string for " + where, true, () -> parent.put(name, "x"));
                add("list for " + where, true, () -> parent.putArray(name));
            }
            default -> {}
        }
    }
}
