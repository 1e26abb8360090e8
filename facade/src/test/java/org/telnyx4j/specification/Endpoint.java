package org.telnyx4j.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the document.
 *
 * @param method the method, in capitals
 * @param path the path with its variables
 * @param parameters the parameters, resolved
 * @param definition everything else
 */
public record Endpoint(String method, String path, List<JsonNode> parameters, JsonNode definition) {
    /** Returns the decoded values of the variables in a path, or null where it is another operation's. */
    public @Nullable Map<String, String> pathVariables(String actual) {
        String[] template = path.split("/", -1);
        String[] parts = actual.split("/", -1);
        if (template.length != parts.length) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                variables.put(template[i].substring(1, template[i].length() - 1), decode(parts[i]));
            } else if (!template[i].equals(parts[i])) {
                return null;
            }
        }
        return variables;
    }

    /** Returns the schema of the request's body, missing where there is none. */
    public JsonNode requestSchema(ApiDocument document) {
        return document.resolve(definition.path("requestBody")).at("/content/application~1json/schema");
    }

    public boolean needsBody(ApiDocument document) {
        return document.resolve(definition.path("requestBody")).path("required").asBoolean();
    }

    /** Returns what the document says of a success. */
    public JsonNode success(ApiDocument document) {
        for (Map.Entry<String, JsonNode> response : definition.get("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                return document.resolve(response.getValue()).at("/content/application~1json");
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns the query parameter of a name. */
    public JsonNode queryParameter(String name) {
        return parameters.stream()
                .filter(each -> each.get("in").textValue().equals("query")
                        && each.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no parameter " + name));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String decode(String part) {
        // In a path a plus sign stands for itself.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
