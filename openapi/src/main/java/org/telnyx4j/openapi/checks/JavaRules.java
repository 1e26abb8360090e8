package org.telnyx4j.openapi.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * What the generated code can't be, found before minutes are spent on it. Names that Java doesn't allow are no fault: the
 * generator gives other ones.
 */
final class JavaRules {
    /** A class has room for some 7,000 constants. */
    private static final int MOST_VALUES = 6_000;

    /** A class has 65,535 entries for all of its names, and a field needs about six. */
    private static final int MOST_PROPERTIES = 8_000;

    private final SpecDocument document;
    private final List<String> findings = new ArrayList<>();

    private JavaRules(SpecDocument document) {
        this.document = document;
    }

    /** Returns what the generator or the compiler would stop at, each with its place. */
    static List<String> violations(SpecDocument document) {
        JavaRules rules = new JavaRules(document);
        rules.classNames();
        rules.queryNames();
        rules.eventTypes();
        rules.sizes(document.root(), "");
        return rules.findings;
    }

    // On some systems, Pet.java and PET.java are one file.
    private void classNames() {
        Map<String, String> names = new HashMap<>();
        for (String name : document.schemaNames()) {
            String other = names.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                findings.add(schema(name) + ": differs from " + other + " in case alone, and would be one file with it;"
                        + " give it another name in trim.yaml");
            }
        }
    }

    private void queryNames() {
        for (SpecDocument.Operation operation : document.operations()) {
            String id = operation.node().path("operationId").asText();
            boolean query = operation.parameters().stream()
                    .anyMatch(parameter -> parameter.path("in").asText().equals("query"));
            String name = id.isEmpty() ? "" : Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Query";
            if (query && document.schemas().has(name)) {
                findings.add(
                        schema(name) + ": is the name of the query of " + id + "; give it another name in trim.yaml");
            }
        }
    }

    private void eventTypes() {
        Map<String, String> webhooks = new HashMap<>();
        Set<String> families = new TreeSet<>(Set.of("MessageEvent", "CallEvent"));
        for (SpecDocument.Operation webhook : document.webhooks()) {
            for (JsonNode type : types(webhook)) {
                String other = webhooks.put(type.asText(), webhook.path());
                if (other != null) {
                    findings.add(Pointers.child("/webhooks", webhook.path()) + ": the type " + type.asText()
                            + " is also that of " + other);
                }
                String word = type.asText().split("[^A-Za-z0-9]+", 2)[0];
                if (!word.isEmpty()) {
                    families.add(Character.toUpperCase(word.charAt(0)) + word.substring(1) + "Event");
                }
            }
        }
        Set<String> kept = new TreeSet<>(families);
        kept.retainAll(withoutEnvelopes());
        kept.forEach(name ->
                findings.add(schema(name) + ": is the name of a family of events; give it another name in trim.yaml"));
    }

    // Envelopes get no class, whatever they are called.
    private Set<String> withoutEnvelopes() {
        Set<String> names = new TreeSet<>(document.schemaNames());
        document.webhooks().forEach(webhook -> {
            String body = SpecDocument.refName(webhook.requestSchema());
            names.remove(body);
            names.remove(SpecDocument.refName(property(body, "data")));
        });
        return names;
    }

    private JsonNode types(SpecDocument.Operation webhook) {
        String body = SpecDocument.refName(webhook.requestSchema());
        String data = SpecDocument.refName(property(body, "data"));
        String envelope = data.isEmpty() ? body : data;
        JsonNode types = values(property(envelope, "event_type"));
        boolean said =
                !types.isEmpty() && !(types.size() == 1 && types.get(0).asText().equals("event"));
        return said ? types : values(property(envelope, "record_type"));
    }

    private JsonNode values(JsonNode schema) {
        String name = SpecDocument.refName(schema);
        return name.isEmpty()
                ? schema.path("enum")
                : document.schemas().path(name).path("enum");
    }

    private JsonNode property(String schema, String name) {
        return document.schemas().path(schema).path("properties").path(name);
    }

    private void sizes(JsonNode node, String place) {
        if (node.path("enum").size() > MOST_VALUES) {
            findings.add(
                    Pointers.child(place, "enum") + ": has " + node.path("enum").size() + " values, and a Java class"
                            + " holds " + MOST_VALUES + "; remove the enum in overlay/corrections.yaml");
        }
        if (node.path("properties").size() > MOST_PROPERTIES) {
            findings.add(Pointers.child(place, "properties") + ": has "
                    + node.path("properties").size() + " properties, and a Java class holds " + MOST_PROPERTIES);
        }
        for (String key : Schemas.fieldNames(node)) {
            if (node.path(key).isContainerNode()) {
                sizes(node.path(key), Pointers.child(place, key));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            sizes(node.get(i), Pointers.child(place, i));
        }
    }

    private static String schema(String name) {
        return Pointers.child("/components/schemas", name);
    }
}
