package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The document under work, with its parts at hand. Not safe for use by several threads.
 *
 * <p>It always has {@code paths}, {@code webhooks}, {@code components.schemas} and
 * {@code components.responses}; request and response bodies are JSON and stand in place, schemas
 * may be references.
 */
public final class SpecDocument {
    /** The media type of every body. */
    public static final String JSON = "application/json";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String SCHEMA_REF = "#/components/schemas/";

    private final ObjectNode root;

    /** Wraps a tree; what is missing of the parts named above is added. */
    public SpecDocument(ObjectNode root) {
        this.root = root;
        root.withObject("/paths");
        root.withObject("/webhooks");
        root.withObject("/components/schemas");
        root.withObject("/components/responses");
    }

    /**
     * One operation or webhook.
     *
     * @param method in lower case
     * @param path the path, or the webhook's name
     * @param node the operation itself
     */
    public record Operation(String method, String path, ObjectNode node) {
        /** Returns the schema of the request's body, an empty object if there is none. */
        public JsonNode requestSchema() {
            return node.path("requestBody").path("content").path(JSON).path("schema");
        }

        /** Returns the operation's parameters. */
        public List<ObjectNode> parameters() {
            List<ObjectNode> parameters = new ArrayList<>();
            node.path("parameters").forEach(parameter -> parameters.add((ObjectNode) parameter));
            return parameters;
        }
    }

    /** Returns the whole tree. */
    public ObjectNode root() {
        return root;
    }

    /** Returns the component schemas by name. */
    public ObjectNode schemas() {
        return (ObjectNode) root.path("components").path("schemas");
    }

    /** Returns the names of the component schemas, sorted: a copy, free to be walked while schemas change. */
    public Set<String> schemaNames() {
        Set<String> names = new TreeSet<>();
        schemas().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns a component schema. */
    public ObjectNode schema(String name) {
        return (ObjectNode) schemas().path(name);
    }

    /** Returns the operations of all paths. */
    public List<Operation> operations() {
        return operations(root.path("paths"));
    }

    /** Returns the webhooks, as the operations that they are for the one who calls. */
    public List<Operation> webhooks() {
        return operations(root.path("webhooks"));
    }

    private static List<Operation> operations(JsonNode items) {
        List<Operation> operations = new ArrayList<>();
        items.properties()
                .forEach(item -> item.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(new Operation(entry.getKey(), item.getKey(), (ObjectNode) entry.getValue()));
                    }
                }));
        return operations;
    }

    /**
     * Replaces every schema of the document, wherever it stands, by what {@code step} makes of it:
     * components, bodies and parameters, innermost schemas first.
     */
    public void rewriteSchemas(UnaryOperator<ObjectNode> step) {
        for (String name : schemaNames()) {
            schemas().set(name, Schemas.rewrite(schema(name), step));
        }
        rewriteBodies(root.path("components").path("responses"), step);
        List<Operation> all = new ArrayList<>(operations());
        all.addAll(webhooks());
        for (Operation operation : all) {
            operation.parameters().forEach(parameter -> rewriteSchemaOf(parameter, step));
            rewriteContent(operation.node().path("requestBody"), step);
            rewriteBodies(operation.node().path("responses"), step);
        }
    }

    private static void rewriteBodies(JsonNode responses, UnaryOperator<ObjectNode> step) {
        responses.forEach(response -> rewriteContent(response, step));
    }

    private static void rewriteContent(JsonNode body, UnaryOperator<ObjectNode> step) {
        body.path("content").forEach(media -> rewriteSchemaOf(media, step));
    }

    private static void rewriteSchemaOf(JsonNode owner, UnaryOperator<ObjectNode> step) {
        if (owner.path("schema") instanceof ObjectNode schema) {
            ((ObjectNode) owner).set("schema", Schemas.rewrite(schema, step));
        }
    }

    /** Returns a reference to a component schema. */
    public static String ref(String name) {
        return SCHEMA_REF + name;
    }

    /** Returns the name of the component schema that is referred to, or an empty string. */
    public static String refName(JsonNode schema) {
        String ref = schema.path("$ref").asText("");
        return ref.startsWith(SCHEMA_REF) ? ref.substring(SCHEMA_REF.length()) : "";
    }

    /** Returns the names of all component schemas that {@code roots} lead to, directly or not. */
    public Set<String> reachable(Iterable<? extends JsonNode> roots) {
        Set<String> found = new LinkedHashSet<>();
        roots.forEach(node -> collect(node, found));
        return found;
    }

    private void collect(JsonNode node, Set<String> found) {
        String name = refName(node);
        if (!name.isEmpty() && found.add(name)) {
            collect(schemas().path(name), found);
        }
        node.forEach(child -> collect(child, found));
    }

    /** Drops the component schemas that nothing refers to. */
    public void prune() {
        Set<String> used = reachable(List.of(
                root.path("paths"),
                root.path("webhooks"),
                root.path("components").path("responses")));
        schemas().retain(used);
    }
}
