package org.telnyx4j.openapi.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/** What we ask of our specification beyond being valid OpenAPI. */
public final class HouseRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\*/|\\\\|[\\p{Cntrl}&&[^\n]]");
    private static final Set<String> UNWANTED = Set.of("default", "example", "examples");

    private final SpecDocument document;
    private final List<String> findings = new ArrayList<>();

    private HouseRules(ObjectNode root) {
        this.document = new SpecDocument(root);
    }

    /** Returns the places that have no description: operations, parameters, schemas, properties. */
    public static List<String> missingDescriptions(ObjectNode root) {
        HouseRules rules = new HouseRules(root.deepCopy());
        rules.descriptions();
        return rules.findings;
    }

    /** Returns what breaks the other rules, each with its place. */
    public static List<String> violations(ObjectNode root) {
        HouseRules rules = new HouseRules(root.deepCopy());
        rules.unwanted(root, "", false);
        rules.findings.addAll(ExtensionRules.violations(rules.document));
        rules.operationIdsAndTags();
        rules.pathParameters();
        rules.unusedSchemas();
        rules.javaText(root, "");
        rules.findings.addAll(JavaRules.violations(rules.document));
        return rules.findings;
    }

    private List<SpecDocument.Operation> all() {
        List<SpecDocument.Operation> all = new ArrayList<>(document.operations());
        all.addAll(document.webhooks());
        return all;
    }

    private void descriptions() {
        for (SpecDocument.Operation operation : all()) {
            String section = operation.path().startsWith("/") ? "/paths" : "/webhooks";
            String place = Pointers.child(Pointers.child(section, operation.path()), operation.method());
            describe(operation.node(), place);
            operation
                    .parameters()
                    .forEach(parameter -> describe(
                            parameter,
                            place + "/parameters " + parameter.path("name").asText()));
        }
        for (String name : document.schemaNames()) {
            String place = Pointers.child("/components/schemas", name);
            describe(document.schema(name), place);
            JsonNode properties = document.schema(name).path("properties");
            for (String property : Schemas.fieldNames(properties)) {
                describe(properties.path(property), Pointers.child(place + "/properties", property));
            }
        }
    }

    private void describe(JsonNode node, String place) {
        if (node.path("description").asText().isBlank()) {
            findings.add(place);
        }
    }

    private void unwanted(JsonNode node, String place, boolean namesAreData) {
        for (String key : Schemas.fieldNames(node)) {
            String here = Pointers.child(place, key);
            boolean response = key.equals("default") && place.endsWith("/responses");
            if (!namesAreData && !response && UNWANTED.contains(key)) {
                findings.add(here + ": not in our specification");
            }
            if (namesAreData || !Extensions.isExtension(key)) {
                unwanted(node.path(key), here, !namesAreData && key.equals("properties"));
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                unwanted(node.get(i), Pointers.child(place, i), false);
            }
        }
    }

    // Names, values and descriptions all end up in Java source, where these would end a comment or a line.
    private void javaText(JsonNode node, String place) {
        if (node.isTextual() && UNPRINTABLE.matcher(node.textValue()).find()) {
            findings.add(place + ": holds '*/', a backslash or a control character, which Java source can't");
        }
        for (String key : Schemas.fieldNames(node)) {
            if (UNPRINTABLE.matcher(key).find()) {
                findings.add(Pointers.child(place, key) + ": the name can't stand in Java source");
            }
            // A pattern isn't written into the source.
            if (!key.equals("pattern")) {
                javaText(node.path(key), Pointers.child(place, key));
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                javaText(node.get(i), Pointers.child(place, i));
            }
        }
    }

    private void operationIdsAndTags() {
        Set<String> declared = new HashSet<>();
        document.root()
                .path("tags")
                .forEach(tag -> declared.add(tag.path("name").asText()));
        Set<String> ids = new HashSet<>();
        for (SpecDocument.Operation operation : all()) {
            String id = operation.node().path("operationId").asText();
            if (id.isEmpty() || !ids.add(id)) {
                findings.add(operation.path() + ": the operation id '" + id + "' is empty or given twice");
            }
            operation.node().path("tags").forEach(tag -> {
                if (!declared.contains(tag.asText())) {
                    findings.add(operation.path() + ": the tag '" + tag.asText() + "' isn't declared");
                }
            });
        }
    }

    private void pathParameters() {
        for (SpecDocument.Operation operation : document.operations()) {
            Set<String> inPath = new TreeSet<>();
            for (Matcher matcher = PLACEHOLDER.matcher(operation.path()); matcher.find(); ) {
                inPath.add(matcher.group(1));
            }
            Set<String> declared = new TreeSet<>();
            operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .forEach(parameter -> declared.add(parameter.path("name").asText()));
            if (!inPath.equals(declared)) {
                findings.add(operation.path() + ": the path has " + inPath + ", the parameters are " + declared);
            }
        }
    }

    private void unusedSchemas() {
        Set<String> before = document.schemaNames();
        document.prune();
        before.removeAll(document.schemaNames());
        before.forEach(name -> findings.add("/components/schemas/" + name + ": nothing uses it"));
    }
}
