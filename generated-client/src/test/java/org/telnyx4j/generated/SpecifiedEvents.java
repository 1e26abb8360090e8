package org.telnyx4j.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The webhooks of the specification that the client is generated from. */
final class SpecifiedEvents {
    private static final JsonNode SPECIFICATION = Spec.root();

    private SpecifiedEvents() {}

    /** A type of event, and the schema of what it tells. */
    record Specified(String type, String schema, List<String> fields, boolean hasPayload) {
        String body(String payload) {
            return hasPayload
                    ? EventsTest.body(type, "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", payload)
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

    private static List<String> types(JsonNode property) {
        List<String> types = new ArrayList<>();
        property.path("enum").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static String name(JsonNode reference) {
        return reference.path("$ref").asText().replaceFirst(".*/", "");
    }

    private static JsonNode followed(JsonNode node) {
        return node.has("$ref") ? SPECIFICATION.at("/components/schemas/" + name(node)) : node;
    }
}
