package org.telnyx4j.conformance;

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
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;

/** An OpenAPI 3.1 document: its operations, its schemas, and values held against these. */
final class ApiDocument {
    /** As seen from this module. */
    private static final Path OURS = Path.of("..", "openapi", "telnyx.yaml");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemaRegistryConfig(config));
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    endpoints.add(new Endpoint(
                            method,
                            path.getKey(),
                            parameters(path.getValue(), operation.getValue()),
                            operation.getValue()));
                }
            }
        }
    }

    /** Returns the document that the client is generated from. */
    static ApiDocument ours() {
        try {
            return read(OURS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument read(Path file) throws IOException {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(64 << 20);
        YAMLMapper yaml =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
        JsonNode root = yaml.readTree(file.toFile());
        // They say nothing that the alternatives do not, and the validator takes one that stands twice for an error.
        for (JsonNode parent : root.findParents("discriminator")) {
            if (parent.get("discriminator").has("propertyName")) {
                ((ObjectNode) parent).remove("discriminator");
            }
        }
        return new ApiDocument(root);
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Returns the operation that a path belongs to, one without variables before one with. */
    Endpoint endpoint(String method, String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .filter(endpoint -> endpoint.pathVariables(path) != null)
                .min((one, other) ->
                        Boolean.compare(one.path().contains("{"), other.path().contains("{")))
                .orElseThrow(() -> new AssertionError("There is no " + method + " " + path));
    }

    /** Follows references until there is none. */
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = root.at(current.get("$ref").textValue().substring(1));
        }
        return current;
    }

    /** Returns what is wrong with a value. */
    List<String> problems(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
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
