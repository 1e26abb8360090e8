package org.telnyx4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The project's own specification, and the little of JSON Schema that checking a body against it takes. The YAML
 * parser comes with WireMock: declared here for tests, it would be missing for users.
 */
final class Specification {
    private final JsonNode root;

    private Specification(JsonNode root) {
        this.root = root;
    }

    record Operation(String method, String path, JsonNode definition) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Specification read() throws IOException {
        return new Specification(new YAMLMapper()
                .readTree(Path.of("..", "openapi", "telnyx.yaml").toFile()));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the fields that a request body can't do without. */
    List<String> requiredFields(Operation operation) {
        JsonNode schema = resolve(operation.definition().at("/requestBody/content/application~1json/schema"));
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }

    /** Returns the type of a field of a request body. */
    String typeOf(Operation operation, String field) {
        JsonNode schema = resolve(operation.definition().at("/requestBody/content/application~1json/schema"));
        return resolve(schema.path("properties").path(field)).path("type").asText();
    }

    /** Returns everything in the body of a successful answer that the specification knows nothing of. */
    List<String> violations(Operation operation, JsonNode body) {
        List<String> found = new ArrayList<>();
        check(operation.definition().at("/responses/200/content/application~1json/schema"), body, "", found);
        return found;
    }

    private void check(JsonNode reference, JsonNode value, String where, List<String> found) {
        JsonNode schema = resolve(reference);
        if (schema.has("anyOf")) {
            boolean fits = false;
            for (JsonNode choice : schema.get("anyOf")) {
                List<String> ofChoice = new ArrayList<>();
                check(choice, value, where, ofChoice);
                fits |= ofChoice.isEmpty();
            }
            if (!fits) {
                found.add(where + " fits none of its types");
            }
            return;
        }
        if (!hasType(schema.path("type"), value)) {
            found.add(where + " is " + value.getNodeType() + " instead of " + schema.get("type"));
        } else if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(where + " is none of " + schema.get("enum"));
        }
        value.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(property, field.getValue(), where + "/" + field.getKey(), found);
            } else if (schema.has("properties")) {
                found.add(where + "/" + field.getKey() + " is unknown");
            }
        });
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.textValue())) {
                    found.add(where + "/" + name.textValue() + " is missing");
                }
            });
        }
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, where + "/-", found));
        }
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode choice : type) {
                if (hasType(choice, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText("")) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode candidate : values) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref")
                ? resolve(root.at(schema.get("$ref").textValue().substring(1)))
                : schema;
    }
}
