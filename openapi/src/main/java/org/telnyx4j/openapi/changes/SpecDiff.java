package org.telnyx4j.openapi.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Assumed;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Compares two editions of our specification: operations by their ids, webhooks and schemas by their
 * names, which are what Java knows them by.
 *
 * <p>Both must be in the form that the normaliser makes: bodies are references, objects are components.
 */
public final class SpecDiff {
    private final SpecDocument before;
    private final SpecDocument after;
    private final SchemaDiff schemas;
    private final List<Change> changes = new ArrayList<>();

    private SpecDiff(ObjectNode before, ObjectNode after) {
        this.before = new SpecDocument(before.deepCopy());
        this.after = new SpecDocument(after.deepCopy());
        this.schemas = new SchemaDiff(this.before, this.after, changes);
    }

    /** Returns what {@code after} changes, the worst first, then by subject. */
    public static List<Change> between(ObjectNode before, ObjectNode after) {
        SpecDiff diff = new SpecDiff(before, after);
        diff.operations();
        diff.webhooks();
        diff.schemas.compare();
        diff.changes.sort(Comparator.comparing(Change::impact)
                .reversed()
                .thenComparing(Change::subject)
                .thenComparing(Change::what));
        return List.copyOf(new LinkedHashSet<>(diff.changes));
    }

    /** Counts the places whose words differ, and nothing else. */
    public static int rewordings(JsonNode before, JsonNode after) {
        int count = 0;
        for (String key : Schemas.fieldNames(after)) {
            JsonNode old = before.path(key);
            JsonNode now = after.path(key);
            boolean words = key.equals("description") || key.equals("summary");
            if (words && now.isTextual() && !old.isMissingNode()) {
                count += Assumed.without(old.asText()).equals(Assumed.without(now.asText())) ? 0 : 1;
            } else if (now.isContainerNode()) {
                count += rewordings(old, now);
            }
        }
        for (JsonNode element : after.isArray() ? after : List.<JsonNode>of()) {
            count += rewordings(sameName(before, element), element);
        }
        return count;
    }

    // Parameters and tags are lists, in which one more moves those behind it.
    private static JsonNode sameName(JsonNode list, JsonNode element) {
        for (JsonNode candidate : list) {
            if (element.has("name")
                    && candidate.path("name").equals(element.path("name"))
                    && candidate.path("in").equals(element.path("in"))) {
                return candidate;
            }
        }
        return MissingNode.getInstance();
    }

    private static Map<String, SpecDocument.Operation> byId(List<SpecDocument.Operation> operations) {
        Map<String, SpecDocument.Operation> byId = new TreeMap<>();
        operations.forEach(
                operation -> byId.put(operation.node().path("operationId").asText(operation.path()), operation));
        return byId;
    }

    private void operations() {
        Map<String, SpecDocument.Operation> old = byId(before.operations());
        Map<String, SpecDocument.Operation> now = byId(after.operations());
        old.forEach((id, operation) -> {
            if (!now.containsKey(id)) {
                add(Impact.BREAKING, id, "removed (" + wire(operation) + ")", id);
            } else {
                operation(id, operation, now.get(id));
            }
        });
        now.forEach((id, operation) -> {
            if (!old.containsKey(id)) {
                add(Impact.COMPATIBLE, id, "new operation: " + wire(operation), id);
            }
        });
    }

    private void webhooks() {
        Set<String> old = names(before.root().path("webhooks"));
        Set<String> now = names(after.root().path("webhooks"));
        for (String name : old) {
            String subject = "webhook " + name;
            if (!now.contains(name)) {
                add(Impact.BREAKING, subject, "removed", subject);
            } else {
                String was = SchemaSummary.of(body(before, name));
                String is = SchemaSummary.of(body(after, name));
                if (!was.equals(is)) {
                    add(Impact.BREAKING, subject, "delivers " + is + " instead of " + was, subject);
                }
            }
        }
        now.stream()
                .filter(name -> !old.contains(name))
                .forEach(name -> add(Impact.COMPATIBLE, "webhook " + name, "new webhook", "webhook " + name));
    }

    private static JsonNode body(SpecDocument document, String webhook) {
        return document.webhooks().stream()
                .filter(operation -> operation.path().equals(webhook))
                .findFirst()
                .orElseThrow()
                .requestSchema();
    }

    private static Set<String> names(JsonNode map) {
        return new TreeSet<>(Schemas.fieldNames(map));
    }

    private static String wire(SpecDocument.Operation operation) {
        return operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path();
    }

    private void operation(String id, SpecDocument.Operation old, SpecDocument.Operation now) {
        if (!wire(old).equals(wire(now))) {
            add(Impact.BEHAVIOUR, id, "goes to " + wire(now) + " instead of " + wire(old), id);
        }
        if (!old.node().path("tags").equals(now.node().path("tags"))) {
            add(
                    Impact.BREAKING,
                    id,
                    "is in another API class: "
                            + now.node().path("tags").path(0).asText(),
                    id);
        }
        if (!old.node().path("deprecated").asBoolean()
                && now.node().path("deprecated").asBoolean()) {
            add(Impact.BEHAVIOUR, id, "is deprecated by Telnyx", id);
        }
        extension(id, Extensions.IDEMPOTENCY, "is ", old, now);
        extension(id, Extensions.NAME, "is called ", old, now);
        parameters(id, old, now);
        body(id, "request body", old.requestSchema(), now.requestSchema());
        List<String> oldStatus = success(old);
        List<String> status = success(now);
        if (!oldStatus.equals(status)) {
            add(Impact.BEHAVIOUR, id, "responds with " + status + " instead of " + oldStatus, id);
        }
        body(id, "response body", responseBody(old), responseBody(now));
    }

    private void extension(
            String id, String keyword, String verb, SpecDocument.Operation old, SpecDocument.Operation now) {
        String was = old.node().path(keyword).asText("");
        String is = now.node().path(keyword).asText("");
        if (!was.equals(is)) {
            String before = was.isEmpty() ? "" : " instead of " + was;
            add(Impact.BEHAVIOUR, id, is.isEmpty() ? "has no " + keyword + " any more" : verb + is + before, id);
        }
    }

    private static List<String> success(SpecDocument.Operation operation) {
        return Schemas.fieldNames(operation.node().path("responses")).stream()
                .filter(status -> status.startsWith("2"))
                .toList();
    }

    private static JsonNode responseBody(SpecDocument.Operation operation) {
        String status = success(operation).stream().findFirst().orElse("200");
        return operation
                .node()
                .path("responses")
                .path(status)
                .path("content")
                .path(SpecDocument.JSON)
                .path("schema");
    }

    private void body(String id, String which, JsonNode old, JsonNode now) {
        if (old.isMissingNode() != now.isMissingNode()) {
            add(
                    Impact.BREAKING,
                    id,
                    now.isMissingNode() ? "has no " + which + " any more" : "has a " + which + " now",
                    id);
        } else if (!old.isMissingNode() && !SchemaSummary.of(old).equals(SchemaSummary.of(now))) {
            add(
                    Impact.BREAKING,
                    id,
                    which + " is " + SchemaSummary.of(now) + " instead of " + SchemaSummary.of(old),
                    id);
        }
    }

    private void parameters(String id, SpecDocument.Operation old, SpecDocument.Operation now) {
        Map<String, ObjectNode> was = parameters(old);
        Map<String, ObjectNode> is = parameters(now);
        boolean hadQuery = was.keySet().stream().anyMatch(key -> key.startsWith("query"));
        boolean hasQuery = is.keySet().stream().anyMatch(key -> key.startsWith("query"));
        if (!hadQuery && hasQuery) {
            add(Impact.BREAKING, id, "takes a query now: another Java signature", id);
        }
        Set<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            String subject = id + ", " + key;
            if (!is.containsKey(key)) {
                add(Impact.BREAKING, subject, "removed", id);
            } else if (!was.containsKey(key)) {
                boolean required = is.get(key).path("required").asBoolean();
                add(
                        required ? Impact.BREAKING : Impact.COMPATIBLE,
                        subject,
                        "new parameter" + (required ? ", required" : ""),
                        id);
            } else {
                parameter(subject, was.get(key), is.get(key), id);
            }
        }
    }

    private void parameter(String subject, ObjectNode old, ObjectNode now, String id) {
        SchemaDiff.Place place = new SchemaDiff.Place(subject, true, false, Set.of(id));
        schemas.value(place, old.path("schema"), now.path("schema"));
        schemas.deprecated(place, old, now);
        schemas.assumed(place, old, now);
        schemas.required(
                place, old.path("required").asBoolean(), now.path("required").asBoolean());
        for (String keyword : List.of("style", "explode")) {
            if (!old.path(keyword).equals(now.path(keyword))) {
                add(Impact.BEHAVIOUR, subject, "is written to the URL in another way (" + keyword + ")", id);
            }
        }
    }

    private static Map<String, ObjectNode> parameters(SpecDocument.Operation operation) {
        Map<String, ObjectNode> parameters = new TreeMap<>();
        operation
                .parameters()
                .forEach(parameter -> parameters.put(
                        parameter.path("in").asText() + " parameter "
                                + parameter.path("name").asText(),
                        parameter));
        return parameters;
    }

    private void add(Impact impact, String subject, String what, String operation) {
        changes.add(new Change(impact, subject, what, new HashSet<>(Set.of(operation))));
    }
}
