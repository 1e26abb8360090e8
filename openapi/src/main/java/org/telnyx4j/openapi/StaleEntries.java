package org.telnyx4j.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds entries of the plan that match nothing any more: a typing error, or something that upstream
 * has dropped. They do no harm, so they are told and don't stop anything.
 */
final class StaleEntries {
    private StaleEntries() {}

    /** Returns a line for each such entry. */
    static List<String> of(TrimPlan plan, ObjectNode upstream, ObjectNode specification) {
        List<String> lines = new ArrayList<>();
        JsonNode theirs = upstream.path("components").path("schemas");
        for (String name : plan.schemaNames().keySet()) {
            if (!theirs.has(name)) {
                lines.add("trim.yaml, schemas: upstream has no schema " + name);
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
        return lines;
    }

    private static boolean hasProperty(JsonNode schemas, String entry) {
        int dot = entry.indexOf('.');
        return schemas.path(entry.substring(0, dot)).path("properties").has(entry.substring(dot + 1));
    }
}
