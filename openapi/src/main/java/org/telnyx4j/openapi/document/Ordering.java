package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a document into the one order in which we write it, whatever order upstream had.
 *
 * <p>Operations and webhooks stay in the plan's order. Components are sorted by name; properties by
 * name, the required ones first; parameters by place (path, query, header), required, name;
 * keywords as a reader wants them; enum values and lists of required names alphabetically.
 */
public final class Ordering {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> KEYWORDS = List.of(
            "openapi",
            "info",
            "servers",
            "security",
            "tags",
            "paths",
            "webhooks",
            "components",
            "title",
            "version",
            "url",
            "operationId",
            "x-name",
            "x-idempotency",
            "name",
            "in",
            "summary",
            "description",
            "deprecated",
            "$ref",
            "type",
            "format",
            "enum",
            "required",
            "x-exactly-one-of",
            "x-at-most-one-of",
            "x-at-least-one-of",
            "x-required-with",
            "x-ascending",
            "minProperties",
            "style",
            "explode",
            "parameters",
            "requestBody",
            "responses",
            "content",
            "schema",
            "anyOf",
            "items",
            "properties",
            "additionalProperties");
    private static final List<String> PLACES = List.of("path", "query", "header", "cookie");

    private Ordering() {}

    /** Returns an ordered copy. */
    public static ObjectNode of(ObjectNode document) {
        ObjectNode ordered = (ObjectNode) keywords(document);
        // The plan's order, which is the order in which these were kept.
        keepOrder(document, ordered, "paths");
        keepOrder(document, ordered, "webhooks");
        return ordered;
    }

    private static void keepOrder(ObjectNode document, ObjectNode ordered, String section) {
        ObjectNode items = NODES.objectNode();
        Schemas.fieldNames(document.path(section))
                .forEach(name -> items.set(name, ordered.path(section).path(name)));
        if (!items.isEmpty()) {
            ordered.set(section, items);
        }
    }

    private static JsonNode keywords(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = NODES.arrayNode();
            node.forEach(element -> list.add(keywords(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode ordered = NODES.objectNode();
        List<String> names = Schemas.fieldNames(node);
        names.sort(Comparator.comparingInt(Ordering::rank).thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            ordered.set(name, value(name, node));
        }
        return ordered;
    }

    private static int rank(String keyword) {
        int rank = KEYWORDS.indexOf(keyword);
        return rank < 0 ? KEYWORDS.size() : rank;
    }

    private static JsonNode value(String keyword, JsonNode owner) {
        JsonNode value = owner.path(keyword);
        return switch (keyword) {
            case "properties" -> properties(value, owner.path("required"));
            case "paths", "webhooks", "schemas", "responses", "securitySchemes" -> named(value);
            case "enum", "required" -> value.isArray() ? sorted(value) : value;
            case "parameters" -> value.isArray() ? parameters(value) : named(value);
            default -> keywords(value);
        };
    }

    private static ObjectNode named(JsonNode map) {
        return named(map, Comparator.naturalOrder());
    }

    private static ObjectNode named(JsonNode map, Comparator<String> order) {
        ObjectNode ordered = NODES.objectNode();
        List<String> names = Schemas.fieldNames(map);
        names.sort(order);
        names.forEach(name -> ordered.set(name, keywords(map.path(name))));
        return ordered;
    }

    private static ObjectNode properties(JsonNode properties, JsonNode required) {
        Set<String> first = new HashSet<>();
        required.forEach(name -> first.add(name.asText()));
        return named(
                properties,
                Comparator.comparing((String name) -> !first.contains(name)).thenComparing(Comparator.naturalOrder()));
    }

    private static ArrayNode sorted(JsonNode values) {
        List<JsonNode> list = new ArrayList<>();
        values.forEach(list::add);
        list.sort(Comparator.comparing(JsonNode::isNull)
                .thenComparing(value -> value.isNumber() ? value.decimalValue() : BigDecimal.ZERO)
                .thenComparing((JsonNode value) -> value.asText()));
        return NODES.arrayNode().addAll(list);
    }

    private static ArrayNode parameters(JsonNode parameters) {
        List<JsonNode> list = new ArrayList<>();
        parameters.forEach(parameter -> list.add(keywords(parameter)));
        list.sort(Comparator.comparingInt((JsonNode parameter) ->
                        PLACES.indexOf(parameter.path("in").asText()))
                .thenComparing(parameter -> !parameter.path("required").asBoolean())
                .thenComparing(parameter -> parameter.path("name").asText()));
        return NODES.arrayNode().addAll(list);
    }
}
