package org.telnyx4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.telnyx4j.client.Idempotency;

/** The specification that the client is generated from. */
final class Spec {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final JsonNode ROOT = read();

    private Spec() {}

    /**
     * An operation as the specification declares it. Query parameters that came with an update and have
     * no description yet are left out: a test of their wire form is written when they are described.
     */
    record Operation(
            String id,
            String method,
            String path,
            String name,
            Idempotency idempotency,
            List<String> queryParameters) {}

    static Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode root() {
        return ROOT;
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        ROOT.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.add(operation(path.getKey(), entry.getKey(), entry.getValue()))));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode declared) {
        List<String> queryParameters = new ArrayList<>();
        for (JsonNode parameter : declared.path("parameters")) {
            if (parameter.path("in").asText().equals("query") && parameter.has("description")) {
                queryParameters.add(parameter.get("name").asText());
            } else if (parameter.has("$ref")) {
                throw new AssertionError("this test reads parameters in place only: " + path);
            }
        }
        String id = declared.get("operationId").asText();
        Idempotency idempotency = Idempotency.valueOf(
                declared.get("x-idempotency").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Operation(
                id,
                method.toUpperCase(Locale.ROOT),
                path,
                declared.get("x-name").asText(),
                idempotency,
                List.copyOf(queryParameters));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("..", "openapi", "telnyx.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
