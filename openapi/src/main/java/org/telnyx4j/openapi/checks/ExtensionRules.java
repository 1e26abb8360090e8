package org.telnyx4j.openapi.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Idempotency;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/** Finds extensions that we don't have, that stand in the wrong place, or whose value means nothing. */
final class ExtensionRules {
    /** Keywords of one value, with what each may say. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            Extensions.UNIT, Set.of("seconds", "milliseconds", "minutes"),
            Extensions.ENCODING, Set.of("base64-text"),
            Extensions.SENSITIVE, Set.of("text", "phone-number", "url", "credential", "id", "none"),
            Extensions.FORMAT, NamedFormats.ALL);

    private final List<String> findings = new ArrayList<>();

    private final SpecDocument document;

    private ExtensionRules(SpecDocument document) {
        this.document = document;
    }

    /** Returns what is wrong with the extensions of a document, each with its place. */
    static List<String> violations(SpecDocument document) {
        ExtensionRules rules = new ExtensionRules(document);
        rules.walk(document.root(), "", false);
        rules.operationNames();
        return rules.findings;
    }

    private void walk(JsonNode node, String place, boolean namesAreData) {
        if (!namesAreData && node instanceof ObjectNode owner) {
            Schemas.fieldNames(owner).stream()
                    .filter(Extensions::isExtension)
                    .forEach(keyword -> check(keyword, owner, place));
        }
        for (String key : Schemas.fieldNames(node)) {
            if (namesAreData || !Extensions.isExtension(key)) {
                walk(node.path(key), Pointers.child(place, key), !namesAreData && key.equals("properties"));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), Pointers.child(place, i), false);
        }
    }

    private void check(String keyword, ObjectNode owner, String place) {
        JsonNode value = owner.path(keyword);
        String here = Pointers.child(place, keyword);
        boolean operation = owner.has("operationId");
        boolean parameter = owner.has("in");
        if (keyword.equals(Extensions.NAME) || keyword.equals(Extensions.IDEMPOTENCY)) {
            report(here, operation ? problem(keyword, value) : "belongs to an operation");
        } else if (VALUES.containsKey(keyword)) {
            report(here, operation || parameter ? "belongs to a value's schema" : valueProblem(keyword, value, owner));
        } else if (keyword.equals(Extensions.ASSUMED)) {
            report(here, operation ? "belongs to a field or a parameter" : "");
        } else if (keyword.equals(Extensions.UNIQUE_BY)) {
            property(value.asText(""), here, itemProperties(owner));
        } else if (Extensions.GROUPS.contains(keyword)) {
            groups(value, here, owner.path("properties"));
        } else if (keyword.equals(Extensions.REQUIRED_WITH)) {
            requiredWith(value, here, owner.path("properties"));
        } else {
            findings.add(here + ": not in our specification");
        }
    }

    private static String problem(String keyword, JsonNode value) {
        if (keyword.equals(Extensions.NAME)) {
            return Extensions.isOperationName(value.asText("")) ? "" : value + " isn't a name such as calls.hang_up";
        }
        return Idempotency.isWord(value.asText(""))
                ? ""
                : value + " isn't one of " + String.join(", ", Idempotency.words());
    }

    private static String valueProblem(String keyword, JsonNode value, ObjectNode owner) {
        Set<String> known = VALUES.getOrDefault(keyword, Set.of());
        if (!known.contains(value.asText(""))) {
            return value + " isn't one of "
                    + String.join(", ", known.stream().sorted().toList());
        }
        Set<String> types = Schemas.types(owner);
        if (keyword.equals(Extensions.UNIT) && !types.contains("integer") && !types.contains("number")) {
            return "a unit is for a number";
        }
        if (keyword.equals(Extensions.ENCODING) && !types.contains("string")) {
            return "an encoding is for a string";
        }
        return "";
    }

    private void groups(JsonNode value, String here, JsonNode properties) {
        if (!value.isArray() || value.isEmpty()) {
            findings.add(here + ": a list of lists of names is expected");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode group = value.get(i);
            String place = Pointers.child(here, i);
            if (!group.isArray() || group.size() < 2) {
                findings.add(place + ": a list of two names or more is expected");
            }
            group.forEach(name -> property(name.asText(""), place, properties));
        }
    }

    private void requiredWith(JsonNode value, String here, JsonNode properties) {
        if (!value.isObject() || value.isEmpty()) {
            findings.add(here + ": a map from a name to a list of names is expected");
            return;
        }
        value.properties().forEach(entry -> {
            String place = Pointers.child(here, entry.getKey());
            property(entry.getKey(), place, properties);
            if (!entry.getValue().isArray() || entry.getValue().isEmpty()) {
                findings.add(place + ": a list of names is expected");
            }
            entry.getValue().forEach(name -> property(name.asText(""), place, properties));
        });
    }

    private JsonNode itemProperties(ObjectNode list) {
        return document.schemas().path(SpecDocument.refName(list.path("items"))).path("properties");
    }

    private void property(String name, String place, JsonNode properties) {
        report(place, properties.has(name) ? "" : "there is no property '" + name + "' here");
    }

    private void operationNames() {
        Set<String> names = new HashSet<>();
        for (SpecDocument.Operation operation : document.operations()) {
            String name = operation.node().path(Extensions.NAME).asText("");
            if (!name.isEmpty() && !names.add(name)) {
                findings.add(operation.method().toUpperCase(Locale.ROOT) + " " + operation.path() + ": the name " + name
                        + " is given twice");
            }
        }
    }

    private void report(String place, String problem) {
        if (!problem.isEmpty()) {
            findings.add(place + ": " + problem);
        }
    }
}
