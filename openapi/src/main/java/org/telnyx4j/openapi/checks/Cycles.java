package org.telnyx4j.openapi.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

/**
 * Refuses schemas that no finite value could satisfy: one that refers to itself, is a part of itself,
 * or requires itself. A schema that may hold another of its kind, such as a tree's node, is fine.
 */
public final class Cycles {
    private final SpecDocument document;
    private final Map<String, String> origins;
    private final Set<String> done = new HashSet<>();
    private final List<String> trail = new ArrayList<>();

    private Cycles(SpecDocument document, Map<String, String> origins) {
        this.document = document;
        this.origins = origins;
    }

    /**
     * Checks the components of a document.
     *
     * @param origins our names with upstream's
     * @throws SpecException naming the schema's place upstream and the way back to it
     */
    public static void refuse(SpecDocument document, Map<String, String> origins) {
        Cycles cycles = new Cycles(document, origins);
        document.schemaNames().forEach(cycles::component);
    }

    private void component(String name) {
        int start = trail.indexOf(name);
        if (start >= 0) {
            List<String> way = new ArrayList<>(trail.subList(start, trail.size()));
            way.add(name);
            throw new SpecException(
                    Pointers.child("/components/schemas", theirs(name)),
                    "the schema contains itself without end: "
                            + String.join(" → ", way.stream().map(this::theirs).toList()));
        }
        if (done.contains(name)) {
            return;
        }
        trail.add(name);
        unavoidable(document.schemas().path(name));
        trail.remove(trail.size() - 1);
        done.add(name);
    }

    private String theirs(String name) {
        return origins.getOrDefault(name, name);
    }

    private void unavoidable(JsonNode schema) {
        String name = SpecDocument.refName(schema);
        if (!name.isEmpty()) {
            component(name);
            return;
        }
        schema.path("allOf").forEach(this::unavoidable);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.path(choice).size() == 1) {
                unavoidable(schema.path(choice).get(0));
            }
        }
        for (JsonNode required : schema.path("required")) {
            JsonNode property = schema.path("properties").path(required.asText());
            if (property instanceof ObjectNode && !admitsNull(property)) {
                unavoidable(property);
            }
        }
    }

    private static boolean admitsNull(JsonNode schema) {
        return schema.path("nullable").asBoolean() || Schemas.isNullable(schema);
    }
}
