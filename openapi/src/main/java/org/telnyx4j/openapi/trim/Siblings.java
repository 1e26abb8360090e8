package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Writes out the parts of a component that have the component's own name with us. Where the plan joins a schema and
 * another that is an {@code allOf} of it, a reference to the joined one would make it a part of itself.
 */
final class Siblings {
    private static final List<String> COMPOSITIONS = List.of("allOf", "oneOf", "anyOf");

    private final JsonNode schemas;
    private final UnaryOperator<String> ourName;

    /**
     * Takes upstream's components.
     *
     * @param ourName gives our name of one of them
     */
    Siblings(JsonNode schemas, UnaryOperator<String> ourName) {
        this.schemas = schemas;
        this.ourName = ourName;
    }

    /** Returns a component in which no part has its name; the component itself if there is none. */
    JsonNode expanded(String name) {
        JsonNode schema = schemas.path(name);
        if (COMPOSITIONS.stream().noneMatch(schema::has)) {
            return schema;
        }
        Set<String> inside = new HashSet<>(Set.of(name));
        JsonNode copy = schema.deepCopy();
        expand(copy, ourName.apply(name), inside);
        return copy;
    }

    // A real circle stays a reference, for the check of cycles to tell of it.
    private void expand(JsonNode schema, String ours, Set<String> inside) {
        for (String keyword : COMPOSITIONS) {
            if (!(schema.path(keyword) instanceof ArrayNode parts)) {
                continue;
            }
            for (int i = 0; i < parts.size(); i++) {
                String part = SpecDocument.refName(parts.get(i));
                if (part.isEmpty()) {
                    expand(parts.get(i), ours, inside);
                } else if (schemas.path(part) instanceof ObjectNode sibling
                        && leadsTo(part, ours, new HashSet<>(inside))
                        && inside.add(part)) {
                    ObjectNode copy = sibling.deepCopy();
                    expand(copy, ours, inside);
                    inside.remove(part);
                    parts.set(i, copy);
                }
            }
        }
    }

    private boolean leadsTo(String name, String ours, Set<String> seen) {
        if (!seen.add(name)) {
            return false;
        }
        return ourName.apply(name).equals(ours) || partsLeadTo(schemas.path(name), ours, seen);
    }

    private boolean partsLeadTo(JsonNode schema, String ours, Set<String> seen) {
        for (String keyword : COMPOSITIONS) {
            for (JsonNode part : schema.path(keyword)) {
                String name = SpecDocument.refName(part);
                if (name.isEmpty() ? partsLeadTo(part, ours, seen) : leadsTo(name, ours, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
