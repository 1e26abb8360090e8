package org.telnyx4j.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Serves the operations of the specification for which the sandbox keeps no state. It checks the request's body against
 * the specification, and responds with the least that the specification admits: empty lists, and the required fields.
 */
final class SpecifiedOperations {
    private static final String SOURCE = "/org/telnyx4j/sandbox/telnyx.yaml";

    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private final JsonNode specification;

    private SpecifiedOperations(JsonNode specification) {
        this.specification = specification;
    }

    /** Read by the first request for which there is no route of its own. */
    private static final class Holder {
        static final SpecifiedOperations INSTANCE = new SpecifiedOperations(read());

        private static JsonNode read() {
            try (InputStream in = SpecifiedOperations.class.getResourceAsStream(SOURCE)) {
                return new YAMLMapper().readTree(Objects.requireNonNull(in, SOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SpecifiedOperations instance() {
        return Holder.INSTANCE;
    }

    /** Returns the operations on a path by method; none for a path that the specification does not have. */
    SortedMap<String, JsonNode> on(String path) {
        SortedMap<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : specification.get("paths").properties()) {
            if (matches(entry.getKey(), path)) {
                entry.getValue()
                        .properties()
                        .forEach(operation ->
                                operations.put(operation.getKey().toUpperCase(Locale.ROOT), operation.getValue()));
            }
        }
        return operations;
    }

    /** Handles a request for one of them. */
    ApiResponse handle(JsonNode operation, ApiRequest request) {
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        if (!body.isMissingNode()) {
            check(resolve(body), RequestBody.read(request));
        }
        JsonNode response = resolve(operation.at("/responses/200/content/application~1json/schema"));
        if (resolve(response.at("/properties/data")).path("type").asText().equals("array")
                && response.at("/properties").has("meta")) {
            return Pages.answer(request, List.of(), item -> Json.object());
        }
        ObjectNode answer = Json.object();
        if (response.path("properties").has("data")) {
            answer.set("data", least(response.at("/properties/data")));
        }
        return ApiResponse.ok(answer);
    }

    private static boolean matches(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            boolean matches = expected[i].startsWith("{") ? !given[i].isEmpty() : expected[i].equals(given[i]);
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private void check(JsonNode schema, ObjectNode body) {
        Fields fields = new Fields(body);
        schema.path("required").forEach(name -> {
            if (fields.isAbsent(name.textValue())) {
                fields.refuseMissing(name.textValue());
            }
        });
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            JsonNode property = resolve(schema.path("properties").path(field.getKey()));
            List<String> types = types(property);
            if (!types.isEmpty() && types.stream().noneMatch(type -> isOfType(type, field.getValue()))) {
                fields.refuse(
                        ErrorCode.INVALID_TYPE,
                        "/" + field.getKey(),
                        "The '" + field.getKey() + "' parameter must be of the type " + String.join(" or ", types)
                                + ".");
            }
        }
        fields.throwIfRefused();
    }

    /** Returns the smallest value that a schema admits. */
    private JsonNode least(JsonNode reference) {
        JsonNode schema = resolve(reference);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        List<String> types = types(schema);
        ObjectNode holder = Json.object();
        switch (types.isEmpty() ? "object" : types.get(0)) {
            case "string" -> holder.put("value", schema.path("format").asText().equals("date-time") ? EPOCH : "ok");
            case "boolean" -> holder.put("value", false);
            case "integer", "number" ->
                holder.put("value", schema.path("minimum").asInt(0));
            case "array" -> holder.putArray("value");
            default -> {
                ObjectNode object = holder.putObject("value");
                schema.path("required")
                        .forEach(name -> object.set(
                                name.textValue(),
                                least(schema.path("properties").path(name.textValue()))));
            }
        }
        return holder.get("value");
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.textValue()));
        return types;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
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

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref")
                ? resolve(specification.at(schema.get("$ref").textValue().substring(1)))
                : schema;
    }
}
