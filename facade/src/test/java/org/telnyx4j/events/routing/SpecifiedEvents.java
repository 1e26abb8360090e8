package org.telnyx4j.events.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The webhooks of the specification that the client is generated from. */
final class SpecifiedEvents {
    private static final Pattern QUOTED = Pattern.compile("`([a-z_.]+)`");
    private static final JsonNode SPECIFICATION = read();

    private SpecifiedEvents() {}

    /** A type of event, and the schema of its payload. */
    record Specified(String type, String schema, List<String> fields, boolean hasPayload) {
        String body(String payload) {
            return hasPayload
                    ? Webhooks.body(type, "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", payload)
                    : "{\"data\":" + payload.replaceFirst("\\{", "{\"record_type\":\"" + type + "\",") + "}";
        }
    }

    static List<Specified> all() {
        List<Specified> all = new ArrayList<>();
        for (JsonNode webhook : SPECIFICATION.get("webhooks")) {
            JsonNode json = webhook.at("/post/requestBody/content/application~1json/schema");
            JsonNode event = followed(followed(json).at("/properties/data"));
            JsonNode payload = event.at("/properties/payload");
            boolean hasPayload = !payload.isMissingNode();
            String schema = name(hasPayload ? payload : followed(json).at("/properties/data"));
            List<String> fields = new ArrayList<>();
            followed(hasPayload ? payload : event)
                    .get("properties")
                    .fieldNames()
                    .forEachRemaining(fields::add);
            for (String type : types(event.path("properties").path(hasPayload ? "event_type" : "record_type"))) {
                all.add(new Specified(type, schema, fields, hasPayload));
            }
        }
        return all;
    }

    /** The values of an enum, or, where the specification leaves it open, the one that the description names. */
    private static List<String> types(JsonNode property) {
        List<String> types = new ArrayList<>();
        property.path("enum").forEach(type -> types.add(type.asText()));
        Matcher quoted = QUOTED.matcher(property.path("description").asText());
        if (types.isEmpty() && quoted.find()) {
            types.add(quoted.group(1));
        }
        return types;
    }

    private static String name(JsonNode reference) {
        return reference.path("$ref").asText().replaceFirst(".*/", "");
    }

    private static JsonNode followed(JsonNode node) {
        return node.has("$ref") ? SPECIFICATION.at("/components/schemas/" + name(node)) : node;
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
