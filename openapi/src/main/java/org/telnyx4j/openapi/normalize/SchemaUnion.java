package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Finds the narrowest schema that we can express and that admits everything which any of several
 * schemas admits.
 *
 * <p>Objects become one with all their properties, required where all require it. Equal types keep
 * what they agree on, enums are joined. Different types become a schema without a type: any value.
 */
final class SchemaUnion {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Facts that narrow a schema, and hold for the union only where all agree. */
    private static final List<String> SHARED = List.of(
            "format",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "default",
            "readOnly",
            "writeOnly",
            "deprecated");

    private final Function<String, ObjectNode> components;
    private final Deque<Set<ObjectNode>> inProgress = new ArrayDeque<>();

    /**
     * Creates a union finder.
     *
     * @param components gives a component schema, itself without alternatives
     */
    SchemaUnion(Function<String, ObjectNode> components) {
        this.components = components;
    }

    /** Returns the union of schemas; the given ones stay as they are. */
    ObjectNode of(List<ObjectNode> alternatives) {
        boolean nullable = false;
        Set<ObjectNode> distinct = new LinkedHashSet<>();
        for (ObjectNode alternative : alternatives) {
            nullable |= Schemas.isNullable(alternative);
            ObjectNode rest = Schemas.notNullable(alternative.deepCopy());
            if (!alternative.path("type").asText().equals("null")) {
                distinct.add(rest);
            }
        }
        ObjectNode union = distinct.size() == 1 ? distinct.iterator().next() : ofDistinct(distinct);
        return nullable ? Schemas.nullable(union) : union;
    }

    private ObjectNode ofDistinct(Set<ObjectNode> distinct) {
        // Two trees of the same shape that contain themselves have no finite union that we could write.
        if (distinct.isEmpty() || inProgress.contains(distinct)) {
            return NODES.objectNode();
        }
        inProgress.push(distinct);
        try {
            return ofResolved(distinct);
        } finally {
            inProgress.pop();
        }
    }

    private ObjectNode ofResolved(Set<ObjectNode> distinct) {
        boolean nullable = false;
        Set<ObjectNode> resolved = new LinkedHashSet<>();
        for (ObjectNode alternative : distinct) {
            String name = SpecDocument.refName(alternative);
            ObjectNode schema = name.isEmpty() ? alternative : components.apply(name);
            nullable |= Schemas.isNullable(schema);
            resolved.add(Schemas.notNullable(schema.deepCopy()));
        }
        ObjectNode union = resolved.size() == 1 ? resolved.iterator().next() : sameType(new ArrayList<>(resolved));
        return nullable ? Schemas.nullable(union) : union;
    }

    private ObjectNode sameType(List<ObjectNode> schemas) {
        if (schemas.stream().allMatch(Schemas::isObject)) {
            return objects(schemas);
        }
        Set<String> types = new TreeSet<>();
        for (ObjectNode schema : schemas) {
            String type = schema.path("type").asText();
            types.add(type.isEmpty() ? "any" : type);
        }
        if (types.equals(Set.of("integer", "number"))) {
            types.remove("integer");
        }
        if (types.size() > 1 || types.contains("any")) {
            return NODES.objectNode();
        }
        String type = types.iterator().next();
        ObjectNode union = shared(schemas).put("type", type);
        if (type.equals("array")) {
            union.set("items", of(schemas.stream().map(SchemaUnion::items).toList()));
        }
        joinEnums(schemas, union);
        return union;
    }

    private static ObjectNode items(ObjectNode array) {
        return array.path("items") instanceof ObjectNode items ? items : NODES.objectNode();
    }

    private static ObjectNode shared(List<ObjectNode> schemas) {
        ObjectNode shared = NODES.objectNode();
        for (String keyword : SHARED) {
            JsonNode first = schemas.get(0).path(keyword);
            if (!first.isMissingNode()
                    && schemas.stream().allMatch(schema -> schema.path(keyword).equals(first))) {
                shared.set(keyword, first);
            }
        }
        return shared;
    }

    private static void joinEnums(List<ObjectNode> schemas, ObjectNode union) {
        ArrayNode values = NODES.arrayNode();
        for (ObjectNode schema : schemas) {
            if (!schema.has("enum")) {
                return;
            }
            schema.path("enum").forEach(value -> {
                if (!Schemas.contains(values, value)) {
                    values.add(value);
                }
            });
        }
        union.set("enum", values);
    }

    private ObjectNode objects(List<ObjectNode> schemas) {
        TreeMap<String, List<ObjectNode>> properties = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        for (int i = 0; i < schemas.size(); i++) {
            JsonNode own = schemas.get(i).path("properties");
            for (String name : Schemas.fieldNames(own)) {
                properties.computeIfAbsent(name, key -> new ArrayList<>()).add((ObjectNode) own.path(name));
            }
            Set<String> needs = new TreeSet<>();
            schemas.get(i).path("required").forEach(name -> needs.add(name.asText()));
            if (i == 0) {
                required.addAll(needs);
            } else {
                required.retainAll(needs);
            }
        }
        ObjectNode union = shared(schemas).put("type", "object");
        if (properties.isEmpty()) {
            union.put("additionalProperties", true);
            return union;
        }
        ObjectNode all = union.putObject("properties");
        properties.forEach((name, own) -> all.set(name, of(own)));
        if (!required.isEmpty()) {
            required.forEach(union.putArray("required")::add);
        }
        return union;
    }
}
