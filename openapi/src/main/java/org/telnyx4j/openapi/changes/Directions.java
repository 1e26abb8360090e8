package org.telnyx4j.openapi.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.SpecDocument;

/** Which schemas of a document are sent, which are received, and by which operations. */
final class Directions {
    private final Set<String> sent = new HashSet<>();
    private final Set<String> received = new HashSet<>();
    private final Map<String, Set<String>> users = new TreeMap<>();

    Directions(SpecDocument document) {
        JsonNode errors = document.root().path("components").path("responses");
        for (SpecDocument.Operation operation : document.operations()) {
            String id = operation.node().path("operationId").asText();
            note(document.reachable(List.of(operation.requestSchema())), sent, id);
            note(document.reachable(List.of(operation.node().path("parameters"))), sent, id);
            note(document.reachable(List.of(operation.node().path("responses"), errors)), received, id);
        }
        document.webhooks()
                .forEach(webhook -> note(
                        document.reachable(List.of(webhook.requestSchema())), received, "webhook " + webhook.path()));
    }

    private void note(Set<String> names, Set<String> direction, String user) {
        direction.addAll(names);
        names.forEach(
                name -> users.computeIfAbsent(name, key -> new TreeSet<>()).add(user));
    }

    boolean isSent(String schema) {
        return sent.contains(schema);
    }

    boolean isReceived(String schema) {
        return received.contains(schema);
    }

    Set<String> users(String schema) {
        return users.getOrDefault(schema, Set.of());
    }
}
