package org.telnyx4j.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;

/** The specification, and values held against it by a validator that has nothing to do with the sandbox's own. */
public final class Document {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String OURS = Path.of("..", "openapi", "telnyx.yaml").toString();

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** An operation of the document. */
    record Operation(String id, String method, String path, List<JsonNode> parameters, JsonNode definition) {
        JsonNode requestSchema() {
            return definition.at("/requestBody/content/application~1json/schema");
        }

        List<JsonNode> queryParameters() {
            return parameters.stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Document(JsonNode root) {
        this.root = root;
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemaRegistryConfig(config));
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            parameters(path.getValue(), operation.getValue()),
                            operation.getValue()));
                }
            }
        }
    }

    /** Reads the document that the client is generated from, or another that the system property names. */
    public static Document read() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(64 << 20);
        try {
            return new Document(
                    new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build())
                            .readTree(Path.of(System.getProperty("sandbox.document", OURS))
                                    .toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Follows references; what stands beside one is kept. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = resolve(root.at(node.get("$ref").textValue().substring(1)));
        if (node.size() == 1) {
            return target;
        }
        ObjectNode both = target.deepCopy();
        node.properties().forEach(property -> both.set(property.getKey(), property.getValue()));
        both.remove("$ref");
        return both;
    }

    /** Returns what the document says against a value. */
    List<String> problems(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** Returns what the document says against a response, and what is in it that the document doesn't have. */
    List<String> problemsOfResponse(Operation operation, int status, JsonNode body) {
        JsonNode responses = operation.definition().get("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.get(Integer.toString(status))
                : responses.path("default");
        JsonNode schema = resolve(response).at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return List.of("a status that the document doesn't have: " + status);
        }
        List<String> problems = new ArrayList<>(problems(schema, body));
        unknown(schema, body, "", problems);
        return problems;
    }

    /** Returns the types of all events that the document has a webhook for, with the schema of its body. */
    public Map<String, JsonNode> webhooks() {
        Map<String, JsonNode> webhooks = new TreeMap<>();
        for (Map.Entry<String, JsonNode> webhook : root.get("webhooks").properties()) {
            JsonNode schema = resolve(webhook.getValue().at("/post/requestBody/content/application~1json/schema"));
            JsonNode event = resolve(schema.at("/properties/data"));
            resolve(event.at("/properties/event_type"))
                    .path("enum")
                    .forEach(type -> webhooks.put(type.asText(), schema));
        }
        return webhooks;
    }

    /** Returns what the document says against the body of a webhook, and what is in it that the document doesn't have. */
    public List<String> problemsOfWebhook(String type, JsonNode body) {
        JsonNode schema = webhooks().get(type);
        if (schema == null) {
            return List.of(type + ": no webhook of the document");
        }
        List<String> problems = new ArrayList<>(problems(schema, body));
        unknown(schema, body, "", problems);
        // All events have it, also those for which the document forgets it.
        problems.remove("/data/occurred_at: is unknown");
        return problems;
    }

    private void unknown(JsonNode reference, JsonNode value, String where, List<String> problems) {
        JsonNode schema = resolve(reference);
        for (JsonNode alternative : schema.path("anyOf")) {
            if (!resolve(alternative).path("type").asText().equals("null") && !value.isNull()) {
                unknown(alternative, value, where, problems);
            }
        }
        if (schema.has("items")) {
            for (JsonNode item : value) {
                unknown(schema.get("items"), item, where + "/-", problems);
            }
        }
        if (!schema.has("properties") || schema.has("anyOf")) {
            return;
        }
        value.properties().forEach(field -> {
            JsonNode property = schema.get("properties").get(field.getKey());
            if (property == null) {
                problems.add(where + "/" + field.getKey() + ": is unknown");
            } else {
                unknown(property, field.getValue(), where + "/" + field.getKey(), problems);
            }
        });
    }

    private Schema compile(JsonNode schema) {
        // References are relative to the document, so that the components come along.
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.get("components"));
        return registry.getSchema(whole);
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        return parameters;
    }
}
