package org.telnyx4j.openapi.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;

/** Refuses an upstream document that can't be trusted, before anything is made of it. */
public final class UpstreamCheck {
    /** Samples are free text: what looks like a reference in one isn't. */
    private static final Set<String> SAMPLES = Set.of("example", "examples", "default", "enum", "const");

    /** Maps whose keys are names that someone gave, not keywords. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "responses", "schemas");

    private final ObjectNode upstream;
    private final Map<String, String> broken = new HashMap<>();
    private final List<SpecException> dangling = new ArrayList<>();

    private UpstreamCheck(ObjectNode upstream) {
        this.upstream = upstream;
    }

    /**
     * Checks the version and the sections that everything else needs.
     *
     * @throws SpecException with the place of the first fault
     */
    public static void check(ObjectNode upstream) {
        UpstreamCheck check = new UpstreamCheck(upstream);
        check.version();
        check.section("info");
        check.section("paths");
    }

    /**
     * Returns the references that lead nowhere. What we keep of a document must have none; elsewhere
     * a fault of Telnyx's that doesn't concern us needn't hold us up.
     */
    public static List<SpecException> dangling(ObjectNode document) {
        UpstreamCheck check = new UpstreamCheck(document);
        check.references(document, "", false);
        return check.dangling;
    }

    /** Returns operation ids that are given more than once, each with its places. */
    public static List<String> duplicateIds(ObjectNode document) {
        Map<String, String> places = new HashMap<>();
        List<String> lines = new ArrayList<>();
        new SpecDocument(document.deepCopy()).operations().forEach(operation -> {
            String id = operation.node().path("operationId").asText("");
            String here = operation.method() + " " + operation.path();
            String before = id.isEmpty() ? null : places.putIfAbsent(id, here);
            if (before != null) {
                lines.add("the operation id " + id + " is given to " + before + " and to " + here);
            }
        });
        return lines;
    }

    private void version() {
        JsonNode version = upstream.path("openapi");
        if (upstream.has("swagger")) {
            throw new SpecException("/swagger", "this is Swagger 2; OpenAPI 3.0 or 3.1 is expected");
        }
        if (!version.isTextual() || !version.textValue().matches("3\\.[01]\\.\\d+(-.*)?")) {
            throw new SpecException(
                    "/openapi",
                    "OpenAPI 3.0 or 3.1 is expected, found "
                            + (version.isMissingNode() ? "no version" : version.toString()));
        }
    }

    private void section(String name) {
        if (!upstream.path(name).isObject()) {
            throw new SpecException("/" + name, "a map is expected here");
        }
    }

    private void references(JsonNode node, String place, boolean namesAreData) {
        if (node.isObject()) {
            JsonNode ref = node.path("$ref");
            if (ref.isTextual() && !namesAreData) {
                follow(ref.textValue(), Pointers.child(place, "$ref"));
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String key = entry.getKey();
                if (namesAreData || !(SAMPLES.contains(key) || key.startsWith("x-"))) {
                    references(entry.getValue(), Pointers.child(place, key), !namesAreData && NAMED.contains(key));
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                references(node.get(i), Pointers.child(place, i), false);
            }
        }
    }

    private void follow(String ref, String place) {
        String problem = broken.computeIfAbsent(ref, this::problem);
        if (!problem.isEmpty()) {
            dangling.add(new SpecException(place, problem));
        }
    }

    private String problem(String ref) {
        try {
            Pointers.follow(upstream, ref, "");
            return "";
        } catch (SpecException e) {
            return e.problem();
        }
    }
}
