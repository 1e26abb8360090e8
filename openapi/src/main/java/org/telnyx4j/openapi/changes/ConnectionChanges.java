package org.telnyx4j.openapi.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Pointers;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecException;
import org.telnyx4j.openapi.document.Webhooks;

/**
 * Compares how an upstream document is called with how our handwritten code calls it: the server, the kind of
 * credential, the header with a webhook's signature. None of these is generated, so a difference needs a change of
 * code, and every call or delivery may fail until then.
 */
public final class ConnectionChanges {
    /** Where the client sends its requests. */
    public static final String SERVER = "https://api.telnyx.com/v2";

    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";

    private final ObjectNode upstream;
    private final List<Change> changes = new ArrayList<>();

    private ConnectionChanges(ObjectNode upstream) {
        this.upstream = upstream;
    }

    /**
     * One kept operation.
     *
     * @param id our operation id
     * @param path upstream's path
     * @param method in lower case
     */
    public record Kept(String id, String path, String method) {}

    /**
     * Finds the differences. What a document doesn't state isn't one.
     *
     * @param operations the operations that we keep
     * @param webhooks upstream's names of the webhooks that we keep
     */
    public static List<Change> of(ObjectNode upstream, List<Kept> operations, Set<String> webhooks) {
        ConnectionChanges connection = new ConnectionChanges(upstream);
        Set<String> all = new TreeSet<>();
        operations.forEach(operation -> all.add(operation.id()));
        connection.server("all operations", upstream.path("servers"), all);
        connection.security("all operations", upstream.path("security"), all);
        for (Kept kept : operations) {
            JsonNode item = connection.resolved(upstream.path("paths").path(kept.path()));
            JsonNode operation = item.path(kept.method());
            connection.server(
                    kept.id(),
                    operation.has("servers") ? operation.path("servers") : item.path("servers"),
                    Set.of(kept.id()));
            connection.security(kept.id(), operation.path("security"), Set.of(kept.id()));
        }
        webhooks.forEach(connection::webhook);
        return List.copyOf(connection.changes);
    }

    private void server(String subject, JsonNode servers, Set<String> operations) {
        Set<String> urls = new TreeSet<>();
        servers.forEach(server -> urls.add(url(server)));
        if (!urls.isEmpty() && !urls.contains(SERVER)) {
            add(
                    subject,
                    "goes to the server " + String.join(" or ", urls) + "; the client sends to " + SERVER,
                    operations);
        }
    }

    private static String url(JsonNode server) {
        String url = server.path("url").asText("");
        for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
            url = url.replace(
                    "{" + variable.getKey() + "}",
                    variable.getValue().path("default").asText(""));
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    // Alternatives stand in a list; what stands in one map is needed together.
    private void security(String subject, JsonNode requirements, Set<String> operations) {
        Set<String> needed = new TreeSet<>();
        for (JsonNode requirement : requirements) {
            Set<String> schemes = new TreeSet<>();
            for (String name : Schemas.fieldNames(requirement)) {
                JsonNode scheme = resolved(
                        upstream.path("components").path("securitySchemes").path(name));
                if (!isBearer(scheme)) {
                    schemes.add(words(scheme, name));
                }
            }
            if (schemes.isEmpty()) {
                return;
            }
            needed.add(String.join(" with ", schemes));
        }
        if (!needed.isEmpty()) {
            add(
                    subject,
                    "is authorised by " + String.join(" or ", needed) + "; the client sends a bearer key",
                    operations);
        }
    }

    private static boolean isBearer(JsonNode scheme) {
        return scheme.path("type").asText().equals("http")
                && scheme.path("scheme").asText().equalsIgnoreCase("bearer");
    }

    private static String words(JsonNode scheme, String name) {
        return switch (scheme.path("type").asText()) {
            case "apiKey" ->
                "a key in the " + scheme.path("in").asText() + " "
                        + scheme.path("name").asText();
            case "http" -> "HTTP " + scheme.path("scheme").asText();
            case "" -> name + ", which the document doesn't describe";
            default -> scheme.path("type").asText();
        };
    }

    private void webhook(String name) {
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        JsonNode item = resolved(Webhooks.of(upstream).path(name));
        for (JsonNode parameters :
                List.of(item.path("parameters"), item.path("post").path("parameters"))) {
            for (JsonNode parameter : parameters) {
                JsonNode found = resolved(parameter);
                if (found.path("in").asText().equals("header")) {
                    headers.add(found.path("name").asText());
                }
            }
        }
        if (!headers.isEmpty() && !(headers.contains(SIGNATURE) && headers.contains(TIMESTAMP))) {
            String subject = "webhook " + name;
            add(
                    subject,
                    "is signed in the headers " + String.join(", ", headers) + "; the verifier reads " + SIGNATURE
                            + " and " + TIMESTAMP,
                    Set.of(subject));
        }
    }

    // A reference that leads nowhere is told by the trimmer, with its place.
    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText("");
        if (ref.isEmpty()) {
            return node;
        }
        try {
            return Pointers.follow(upstream, ref, "");
        } catch (SpecException e) {
            return node;
        }
    }

    private void add(String subject, String what, Set<String> operations) {
        changes.add(new Change(Impact.BREAKING, subject, what, operations));
    }
}
