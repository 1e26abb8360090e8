package org.telnyx4j.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Refuses an upstream document that can't be trusted, before anything is made of it. */
final class UpstreamCheck {
    /** Samples are free text: what looks like a reference in one isn't. */
    private static final Set<String> SAMPLES = Set.of("example", "examples", "default", "enum", "const");

    /** Maps whose keys are names that someone gave, not keywords. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "responses", "schemas");

    private final ObjectNode upstream;

    private UpstreamCheck(ObjectNode upstream) {
        this.upstream = upstream;
    }

    /**
     * Checks the version, the sections that everything else needs, and every reference.
     *
     * @throws SpecException with the place of the first fault
     */
    static void check(ObjectNode upstream) {
        UpstreamCheck check = new UpstreamCheck(upstream);
        check.version();
        check.section("info");
        check.section("paths");
        check.references(upstream, "", false);
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
                Pointers.follow(upstream, ref.textValue(), Pointers.child(place, "$ref"));
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
}
