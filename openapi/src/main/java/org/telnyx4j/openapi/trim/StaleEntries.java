package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Finds entries of the plan that match nothing any more: a typing error, or something that upstream
 * has dropped. They do no harm, so they are listed and don't stop anything.
 */
public final class StaleEntries {
    private StaleEntries() {}

    /** Returns a line for each such entry. */
    public static List<String> of(TrimPlan plan, ObjectNode upstream, ObjectNode specification) {
        List<String> lines = new ArrayList<>();
        JsonNode theirs = upstream.path("components").path("schemas");
        for (String name : plan.schemaNames().keySet()) {
            if (!theirs.has(name)) {
                lines.add("trim.yaml, schemas: upstream has no schema " + name
                        + nearest(name, Schemas.fieldNames(theirs)));
            }
        }
        for (String entry : plan.leftOut()) {
            if (!hasProperty(theirs, entry)) {
                lines.add("trim.yaml, leaveOut: upstream has no property " + entry);
            }
        }
        Set<String> conventional = new HashSet<>();
        plan.webhooks()
                .values()
                .forEach(stem -> conventional.addAll(TrimPlan.webhookNames(stem).keySet()));
        JsonNode ours = specification.path("components").path("schemas");
        for (String entry : plan.inlineNames().keySet()) {
            if (!conventional.contains(entry) && !hasProperty(ours, entry)) {
                lines.add("trim.yaml, inline: there is no property " + entry);
            }
        }
        for (String entry : plan.enumNames().keySet()) {
            if (!hasProperty(ours, entry) && !hasParameter(specification, entry)) {
                lines.add("trim.yaml, enums: there is no property or parameter " + entry);
            }
        }
        return lines;
    }

    private static String nearest(String name, List<String> candidates) {
        List<String> nearest = Nearest.to(name, candidates);
        return nearest.isEmpty() ? "" : "; the nearest: " + String.join(", ", nearest);
    }

    private static boolean hasParameter(ObjectNode specification, String entry) {
        int dot = entry.indexOf('.');
        return new SpecDocument(specification.deepCopy())
                .operations().stream()
                        .filter(operation ->
                                operation.node().path("operationId").asText().equals(entry.substring(0, dot)))
                        .flatMap(operation -> operation.parameters().stream())
                        .anyMatch(parameter -> parameter.path("name").asText().equals(entry.substring(dot + 1)));
    }

    private static boolean hasProperty(JsonNode schemas, String entry) {
        int dot = entry.indexOf('.');
        return schemas.path(entry.substring(0, dot)).path("properties").has(entry.substring(dot + 1));
    }
}
