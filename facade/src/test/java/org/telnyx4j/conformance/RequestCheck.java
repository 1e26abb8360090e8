package org.telnyx4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.testing.ReceivedRequest;

/** Holds a request against the document: everything in it must be there, and be as it is there. */
final class RequestCheck {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> OPERATORS = Set.of("contains", "starts_with", "ends_with", "gte", "lt");
    private static final Pattern BRACKETS = Pattern.compile("]?\\[");

    private final ApiDocument document;

    RequestCheck(ApiDocument document) {
        this.document = document;
    }

    /** Returns what is wrong. */
    List<String> problems(Endpoint endpoint, ReceivedRequest request) {
        List<String> problems = new ArrayList<>();
        String target = request.requestLine().split(" ", -1)[1];
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        Map<String, String> variables = Objects.requireNonNull(endpoint.pathVariables(path.substring("/v2".length())));
        variables.forEach((name, value) ->
                check("path " + name, schema(parameter(endpoint, "path", name)), TextNode.valueOf(value), problems));
        query(endpoint, question < 0 ? "" : target.substring(question + 1), problems);
        headers(endpoint, request, problems);
        body(endpoint, request, problems);
        return problems;
    }

    private void query(Endpoint endpoint, String query, List<String> problems) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            given.computeIfAbsent(decode(halves[0]), name -> new ArrayList<>()).add(decode(halves[1]));
        }
        given.forEach((name, values) -> {
            List<JsonNode> schemas = querySchemas(endpoint, name);
            if (schemas.isEmpty()) {
                problems.add("query " + name + " is unknown");
                return;
            }
            List<String> ofLast = new ArrayList<>();
            for (JsonNode schema : schemas) {
                ofLast.clear();
                check("query " + name, schema, typed(document.resolve(schema), values), ofLast);
                if (ofLast.isEmpty()) {
                    return;
                }
            }
            problems.addAll(ofLast);
        });
        for (JsonNode parameter : endpoint.parameters()) {
            if (parameter.get("in").textValue().equals("query")
                    && parameter.path("required").asBoolean()
                    && !given.containsKey(parameter.get("name").textValue())) {
                problems.add("query " + parameter.get("name") + " is missing");
            }
        }
    }

    /** Looks for a parameter of that name, then for an object of whose properties it is one. */
    private List<JsonNode> querySchemas(Endpoint endpoint, String name) {
        JsonNode exact = parameter(endpoint, "query", name);
        if (!exact.isMissingNode() && !exact.path("style").asText().equals("deepObject")) {
            return List.of(schema(exact));
        }
        String[] steps = BRACKETS.split(name.endsWith("]") ? name.substring(0, name.length() - 1) : name, -1);
        JsonNode object = parameter(endpoint, "query", steps[0]);
        if (!object.path("style").asText().equals("deepObject")) {
            return ofDetailRecords(endpoint, steps);
        }
        List<JsonNode> found = List.of(schema(object));
        for (int i = 1; i < steps.length; i++) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode schema : found) {
                next.addAll(properties(schema, steps[i]));
            }
            found = next;
        }
        return found;
    }

    /** The document says in words that detail records can be filtered by each of their fields, also with an operator. */
    private List<JsonNode> ofDetailRecords(Endpoint endpoint, String[] steps) {
        boolean possible = endpoint.path().equals("/detail_records")
                && steps.length >= 2
                && steps.length <= 3
                && steps[0].equals("filter")
                && (steps.length == 2 || OPERATORS.contains(steps[2]));
        List<JsonNode> fields = possible ? properties(document.component("DetailRecord"), steps[1]) : List.of();
        return steps.length == 2 || fields.isEmpty() ? fields : List.of(JsonNodeFactory.instance.objectNode());
    }

    /** Returns the schemas of a property in every alternative that has it. */
    private List<JsonNode> properties(JsonNode reference, String name) {
        JsonNode schema = document.resolve(reference);
        List<JsonNode> found = new ArrayList<>();
        if (schema.path("properties").has(name)) {
            found.add(schema.get("properties").get(name));
        }
        for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(keyword).forEach(choice -> found.addAll(properties(choice, name)));
        }
        return found;
    }

    private void headers(Endpoint endpoint, ReceivedRequest request, List<String> problems) {
        String authorization = request.header("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            problems.add("header Authorization is " + authorization);
        }
        if (!"application/json".equals(request.header("Accept"))) {
            problems.add("header Accept is " + request.header("Accept"));
        }
        for (JsonNode parameter : endpoint.parameters()) {
            if (parameter.get("in").textValue().equals("header")) {
                String name = parameter.get("name").textValue();
                String value = request.header(name);
                if (value != null) {
                    check("header " + name, schema(parameter), TextNode.valueOf(value), problems);
                } else if (parameter.path("required").asBoolean()) {
                    problems.add("header " + name + " is missing");
                }
            }
        }
    }

    private void body(Endpoint endpoint, ReceivedRequest request, List<String> problems) {
        JsonNode schema = endpoint.requestSchema(document);
        String body = request.body();
        if (body.isEmpty()) {
            if (endpoint.needsBody(document)) {
                problems.add("The body is missing");
            }
            return;
        }
        if (schema.isMissingNode()) {
            problems.add("There is a body where none belongs");
            return;
        }
        if (!"application/json".equals(request.header("Content-Type"))) {
            problems.add("header Content-Type is " + request.header("Content-Type"));
        }
        try {
            JsonNode json = MAPPER.readTree(body);
            check("body", schema, json, problems);
            unknown("body", List.of(schema), json, problems);
        } catch (JsonProcessingException e) {
            problems.add("The body is no JSON: " + body);
        }
    }

    /** Finds fields that no alternative knows, which the schemas as such let pass. */
    private void unknown(String where, List<JsonNode> schemas, JsonNode value, List<String> problems) {
        if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            flat(schemas).stream()
                    .filter(schema -> schema.has("items"))
                    .forEach(schema -> items.add(schema.get("items")));
            value.forEach(item -> unknown(where + "/-", items, item, problems));
        }
        if (!value.isObject() || flat(schemas).stream().noneMatch(schema -> schema.has("properties"))) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            List<JsonNode> known = new ArrayList<>();
            flat(schemas).stream()
                    .filter(schema -> schema.path("properties").has(field.getKey()))
                    .forEach(schema -> known.add(schema.get("properties").get(field.getKey())));
            if (known.isEmpty()) {
                problems.add(where + "/" + field.getKey() + " is unknown");
            } else {
                unknown(where + "/" + field.getKey(), known, field.getValue(), problems);
            }
        }
    }

    private List<JsonNode> flat(List<JsonNode> schemas) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode reference : schemas) {
            JsonNode schema = document.resolve(reference);
            all.add(schema);
            for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
                List<JsonNode> choices = new ArrayList<>();
                schema.path(keyword).forEach(choices::add);
                all.addAll(flat(choices));
            }
        }
        return all;
    }

    private void check(String where, JsonNode schema, JsonNode value, List<String> problems) {
        document.problems(schema, value).forEach(problem -> problems.add(where + problem));
    }

    private static JsonNode parameter(Endpoint endpoint, String in, String name) {
        return endpoint.parameters().stream()
                .filter(parameter -> parameter.get("in").textValue().equals(in)
                        && parameter.get("name").textValue().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode schema(JsonNode parameter) {
        return parameter.path("schema");
    }

    /** Gives text from a query the type that its schema speaks of. */
    private JsonNode typed(JsonNode schema, List<String> values) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (hasType(schema, "array")) {
            ArrayNode array = json.arrayNode();
            for (String value : values) {
                for (String item : value.split(",", -1)) {
                    array.add(typed(document.resolve(schema.path("items")), List.of(item)));
                }
            }
            return array;
        }
        if (values.size() > 1) {
            return json.textNode("given " + values.size() + " times");
        }
        String value = values.get(0);
        if (hasType(schema, "integer") && value.matches("-?[0-9]+")) {
            return json.numberNode(Long.parseLong(value));
        }
        if (hasType(schema, "boolean") && value.matches("true|false")) {
            return json.booleanNode(Boolean.parseBoolean(value));
        }
        return json.textNode(value);
    }

    private static boolean hasType(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        if (types.isArray()) {
            for (JsonNode each : types) {
                if (each.asText().equals(type)) {
                    return true;
                }
            }
            return false;
        }
        return types.asText().equals(type);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
