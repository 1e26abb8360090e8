package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.openapi.document.Schemas;

/**
 * Gives upstream's paths the placeholders of our plan. What stands between the braces never goes over
 * the wire, so {@code /calls/{id}} and {@code /calls/{call_id}} are one path to us.
 */
public final class PathShapes {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private PathShapes() {}

    /** Renames, in place, the paths of {@code upstream} that differ from the plan's in placeholders alone. */
    public static void align(ObjectNode upstream, TrimPlan plan) {
        ObjectNode paths = (ObjectNode) upstream.path("paths");
        Map<String, String> byShape = new HashMap<>();
        Schemas.fieldNames(paths).forEach(path -> byShape.putIfAbsent(shape(path), path));
        for (TrimPlan.Operation kept : plan.operations()) {
            String theirs = byShape.get(shape(kept.path()));
            if (theirs == null || paths.has(kept.path()) || !paths.has(theirs)) {
                continue;
            }
            JsonNode item = paths.remove(theirs);
            rename(item, upstream, renamings(theirs, kept.path()));
            paths.set(kept.path(), item);
        }
    }

    /** Returns the path with nothing between its braces. */
    public static String shape(String path) {
        return PLACEHOLDER.matcher(path).replaceAll("{}");
    }

    private static Map<String, String> renamings(String theirs, String ours) {
        List<String> from = placeholders(theirs);
        List<String> to = placeholders(ours);
        Map<String, String> renamings = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            renamings.put(from.get(i), to.get(i));
        }
        return renamings;
    }

    private static List<String> placeholders(String path) {
        List<String> names = new ArrayList<>();
        for (Matcher matcher = PLACEHOLDER.matcher(path); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static void rename(JsonNode item, ObjectNode upstream, Map<String, String> names) {
        renameIn(item, upstream, names);
        item.forEach(operation -> renameIn(operation, upstream, names));
    }

    private static void renameIn(JsonNode owner, ObjectNode upstream, Map<String, String> names) {
        if (!(owner.path("parameters") instanceof ArrayNode parameters)) {
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            String ref = parameters.get(i).path("$ref").asText("");
            // A shared parameter serves other paths too, under its own name. A reference that leads
            // nowhere stays for the trimmer to complain of.
            JsonNode found = ref.startsWith("#/") ? upstream.at(ref.substring(1)) : parameters.get(i);
            String name = names.get(found.path("name").asText());
            if (name != null && found.path("in").asText().equals("path")) {
                parameters.set(i, ((ObjectNode) found.deepCopy()).put("name", name));
            }
        }
    }
}
