package org.telnyx4j.specification;

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
public final class ApiDocument {
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
    public static ApiDocument ours() {
        try {
            return read(OURS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ApiDocument read(Path file) throws IOException {
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

    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Returns the operation that a path belongs to, one without variables before one with. */
    public Endpoint endpoint(String method, String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .filter(endpoint -> endpoint.pathVariables(path) != null)
                .min((one, other) ->
                        Boolean.compare(one.path().contains("{"), other.path().contains("{")))
                .orElseThrow(() -> new AssertionError("There is no " + method + " " + path));
    }

    /** Returns the operation with an id. */
    public Endpoint endpoint(String operationId) {
        return endpoints.stream()
                .filter(endpoint ->
                        endpoint.definition().path("operationId").asText().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + operationId));
    }

    /** Returns the schema of a component. */
    public JsonNode component(String name) {
        return root.at("/components/schemas/" + name);
    }

    /** Returns whether there is a component of that name. */
    public boolean hasComponent(String name) {
        return !component(name).isMissingNode();
    }

    /** Follows references until there is none. */
    public JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = root.at(current.get("$ref").textValue().substring(1));
        }
        return current;
    }

    /** Returns what is wrong with a value. */
    public List<String> problems(JsonNode schema, JsonNode value) {
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
