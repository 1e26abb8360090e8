package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.Webhooks;

/** Finds operations beside those that the plan keeps, so that a maintainer can adopt one by adding a line. */
public final class AdoptableOperations {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final TrimPlan plan;
    private final Map<String, String> keptTags = new TreeMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private AdoptableOperations(TrimPlan plan) {
        this.plan = plan;
        plan.operations().forEach(operation -> {
            keptTags.putIfAbsent(resource(operation.path()), operation.tag());
            kept.add(operation.method() + " " + PathShapes.shape(operation.path()));
            ids.add(operation.id());
        });
    }

    /**
     * Returns a line for each such operation, for the section {@code operations} of {@code trim.yaml}, then one for
     * each webhook that isn't kept, for the section {@code webhooks}.
     */
    public static List<String> of(TrimPlan plan, ObjectNode upstream) {
        List<String> lines = new AdoptableOperations(plan).lines(upstream.path("paths"));
        Schemas.fieldNames(Webhooks.of(upstream)).stream()
                .filter(name -> !plan.webhooks().containsKey(name))
                .sorted()
                .forEach(name -> lines.add("'" + name + "': " + TrimPlan.pascal(name) + "  (webhooks)"));
        return lines;
    }

    private List<String> lines(JsonNode paths) {
        List<String> lines = new ArrayList<>();
        List<String> sorted = Schemas.fieldNames(paths);
        sorted.sort(null);
        for (String path : sorted) {
            String tag = keptTags.get(resource(path));
            for (String method : METHODS) {
                if (tag != null
                        && paths.path(path).path(method).isObject()
                        && !kept.contains(method + " " + PathShapes.shape(path))) {
                    lines.add(line(method, path, paths.path(path).path(method), tag));
                }
            }
        }
        return lines;
    }

    private String line(String method, String path, JsonNode operation, String tag) {
        return "'" + method.toUpperCase(Locale.ROOT) + " " + path + "': {id: " + id(method, path, operation) + ", tag: "
                + nearestTag(path, tag) + "}";
    }

    // The longest kept path that this one begins with is its nearest relative.
    private String nearestTag(String path, String otherwise) {
        String tag = otherwise;
        int longest = 0;
        for (TrimPlan.Operation operation : plan.operations()) {
            int common = common(operation.path(), path);
            if (common > longest) {
                longest = common;
                tag = operation.tag();
            }
        }
        return tag;
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private String id(String method, String path, JsonNode operation) {
        StringBuilder id = new StringBuilder();
        for (String word : operation.path("operationId").asText("").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                id.append(
                                id.length() == 0
                                        ? Character.toLowerCase(word.charAt(0))
                                        : Character.toUpperCase(word.charAt(0)))
                        .append(word, 1, word.length());
            }
        }
        if (id.length() == 0 || Character.isDigit(id.charAt(0)) || !ids.add(id.toString())) {
            return method + TrimPlan.pascal(PathShapes.shape(path));
        }
        return id.toString();
    }

    private static String resource(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
