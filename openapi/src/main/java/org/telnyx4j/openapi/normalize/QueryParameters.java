package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Makes one flat parameter, named as it goes on the wire, of every leaf of a {@code deepObject}
 * parameter: {@code filter[phone_number][starts_with]}. Generators encode nested ones wrongly, and
 * Telnyx ignores a filter that it doesn't understand.
 *
 * <p>A parameter that upstream also gives in the flat form stays as given. Lists go out as one value
 * with commas, as Telnyx's own SDKs send them; a parameter that takes one value or a list is a list.
 */
final class QueryParameters implements Step {
    @Override
    public void apply(SpecDocument document) {
        for (SpecDocument.Operation operation : document.operations()) {
            Map<String, ObjectNode> flat = new TreeMap<>();
            for (ObjectNode parameter : operation.parameters()) {
                if (!isNested(parameter, document)) {
                    flat.put(key(parameter), leaf(parameter));
                }
            }
            for (ObjectNode parameter : operation.parameters()) {
                if (isNested(parameter, document)) {
                    flatten(parameter, document, flat);
                }
            }
            if (!flat.isEmpty()) {
                operation.node().putArray("parameters").addAll(flat.values());
            }
        }
    }

    private static boolean isNested(ObjectNode parameter, SpecDocument document) {
        return parameter.path("in").asText().equals("query")
                && (parameter.path("style").asText().equals("deepObject")
                        || Schemas.isObject(resolved(parameter.path("schema"), document)));
    }

    private static String key(ObjectNode parameter) {
        return parameter.path("in").asText() + " " + parameter.path("name").asText();
    }

    private static void flatten(ObjectNode parameter, SpecDocument document, Map<String, ObjectNode> into) {
        JsonNode schema = resolved(parameter.path("schema"), document);
        JsonNode properties = schema.path("properties");
        if (properties.isEmpty()) {
            parameter.remove("style");
            into.putIfAbsent(key(parameter), leaf(parameter));
            return;
        }
        boolean required = parameter.path("required").asBoolean();
        for (String name : Schemas.fieldNames(properties)) {
            ObjectNode child = parameter.deepCopy();
            child.put("name", parameter.path("name").asText() + "[" + name + "]");
            child.put("required", required && isRequired(schema, name));
            child.set("schema", properties.path(name));
            child.remove("explode");
            if (Schemas.isObject(resolved(properties.path(name), document))) {
                flatten(child, document, into);
            } else {
                child.remove("style");
                into.putIfAbsent(key(child), leaf(child));
            }
        }
    }

    private static boolean isRequired(JsonNode schema, String property) {
        return schema.path("required") instanceof ArrayNode required
                && Schemas.contains(required, required.textNode(property));
    }

    private static JsonNode resolved(JsonNode schema, SpecDocument document) {
        return resolved(schema, document, new HashSet<>());
    }

    private static JsonNode resolved(JsonNode schema, SpecDocument document, Set<String> seen) {
        String name = SpecDocument.refName(schema);
        if (!name.isEmpty()) {
            return seen.add(name) ? resolved(document.schemas().path(name), document, seen) : schema;
        }
        return schema.path("allOf").isArray() && schema instanceof ObjectNode object
                ? allOf(object, document, seen)
                : schema;
    }

    private static ObjectNode allOf(ObjectNode schema, SpecDocument document, Set<String> seen) {
        ObjectNode joined = schema.deepCopy();
        joined.remove("allOf");
        for (JsonNode part : schema.path("allOf")) {
            resolved(part, document, seen).properties().forEach(entry -> {
                switch (entry.getKey()) {
                    case "properties" -> joined.withObject("/properties").setAll((ObjectNode) entry.getValue());
                    case "required" -> joined.withArray("/required").addAll((ArrayNode) entry.getValue());
                    default -> joined.set(entry.getKey(), entry.getValue());
                }
            });
        }
        return joined;
    }

    private static ObjectNode leaf(ObjectNode parameter) {
        JsonNode list = listAlternative(parameter.path("schema"));
        if (!list.isMissingNode()) {
            parameter.set("schema", list);
        }
        if (Schemas.types(parameter.path("schema")).contains("array")) {
            parameter.put("style", "form").put("explode", false);
        } else {
            parameter.remove(Set.of("style", "explode"));
        }
        return parameter;
    }

    /** Finds the list among the alternatives "a value or a list of such values". */
    private static JsonNode listAlternative(JsonNode schema) {
        for (String keyword : Set.of("oneOf", "anyOf")) {
            JsonNode alternatives = schema.path(keyword);
            if (alternatives.size() == 2) {
                for (int i = 0; i < 2; i++) {
                    JsonNode list = alternatives.get(i);
                    if (Schemas.types(list).contains("array")
                            && Schemas.types(list.path("items")).equals(Schemas.types(alternatives.get(1 - i)))) {
                        return list;
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }
}
