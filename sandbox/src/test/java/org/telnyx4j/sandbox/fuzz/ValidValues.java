package org.telnyx4j.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.telnyx4j.sandbox.SandboxAccount;

/** Makes up values that the document admits. */
final class ValidValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    /** What some fields refer to, so that requests get as far as they can. */
    private static final Map<String, String> KNOWN = Map.of(
            "messaging_profile_id",
            SandboxAccount.MESSAGING_PROFILE_ID,
            "connection_id",
            SandboxAccount.CONNECTION_ID,
            "from",
            SandboxAccount.NUMBERS.get(0),
            "text",
            "Hello");

    private final Document document;
    private final Random random;

    ValidValues(Document document, Random random) {
        this.document = document;
        this.random = random;
    }

    JsonNode of(String name, JsonNode reference) {
        return of(name, reference, "", 0);
    }

    private JsonNode of(String name, JsonNode reference, String inheritedFormat, int depth) {
        JsonNode schema = document.resolve(reference);
        String format = schema.path("x-format").asText(inheritedFormat);
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.has(keyword)) {
                return of(name, pick(schema.get(keyword)), format, depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        if (format.equals("loop") && random.nextBoolean()) {
            return JSON.numberNode(whole(schema));
        }
        if (format.equals("destination") && !schema.has("type") && random.nextBoolean()) {
            return JSON.arrayNode().add("+14165550123").add("sip:alice@example.com");
        }
        JsonNode types = schema.path("type");
        String type = types.isArray() ? pick(types).asText() : types.asText("string");
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, format, depth);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(whole(schema));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(name, schema, format));
        };
    }

    private JsonNode pick(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = depth < DEEPEST && random.nextInt(4) == 0;
            if (required.contains(property.getKey()) || wanted) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), "", depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            object.set("some_key", of("some_key", schema.get("additionalProperties"), "", depth + 1));
        }
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        for (int i = 0; object.size() < schema.path("minProperties").asInt(0) && i < 50; i++) {
            String name = names.get(random.nextInt(names.size()));
            object.set(name, of(name, schema.get("properties").get(name), "", depth + 1));
        }
        obeyRules(schema, object, depth);
        return object;
    }

    private void obeyRules(JsonNode schema, ObjectNode object, int depth) {
        for (String keyword : List.of("x-exactly-one-of", "x-at-most-one-of")) {
            for (JsonNode group : schema.path(keyword)) {
                String kept = pick(group).textValue();
                boolean needed = keyword.equals("x-exactly-one-of") || object.has(kept);
                for (JsonNode name : group) {
                    if (!name.textValue().equals(kept)) {
                        object.remove(name.textValue());
                    }
                }
                if (needed) {
                    set(object, schema, kept, depth);
                }
            }
        }
        for (JsonNode group : schema.path("x-at-least-one-of")) {
            set(object, schema, group.get(0).textValue(), depth);
        }
        schema.path("x-required-with").properties().forEach(rule -> set(object, schema, rule.getKey(), depth));
        for (JsonNode pair : schema.path("x-ascending")) {
            object.remove(pair.get(0).textValue());
        }
    }

    private void set(ObjectNode object, JsonNode schema, String name, int depth) {
        JsonNode property = schema.get("properties").get(name);
        JsonNode value = of(name, property, "", depth + 1);
        for (int i = 0; i < 20 && (value.isNull() || (value.isArray() && value.isEmpty())); i++) {
            value = of(name, property, "", depth + 1);
        }
        object.set(name, value);
    }

    private ArrayNode array(String name, JsonNode schema, String format, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = Math.max(schema.path("minItems").asInt(0), 1);
        int size = Math.min(least + random.nextInt(2), schema.path("maxItems").asInt(Integer.MAX_VALUE));
        for (int i = 0; i < size; i++) {
            JsonNode item = of(name, schema.path("items"), format, depth + 1);
            boolean twice =
                    array.valueStream().anyMatch(item::equals) || item.asText().equals("*");
            if (!twice || array.size() < least) {
                array.add(item);
            }
        }
        String unique = schema.path("x-unique-by").asText();
        if (!unique.isEmpty()) {
            while (array.size() > 1) {
                array.remove(1);
            }
        }
        return array;
    }

    private long whole(JsonNode schema) {
        long least =
                schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(0));
        long most = Math.min(schema.path("maximum").asLong(least + 100), least + 10_000);
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    private String text(String name, JsonNode schema, String format) {
        if (KNOWN.containsKey(name) && (format.isEmpty() || !format.equals("alphanumeric-sender"))) {
            return KNOWN.get(name);
        }
        if (name.equals("send_at")) {
            return Instant.now()
                    .plus(1, ChronoUnit.HOURS)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return "2026-05-0" + (1 + random.nextInt(9)) + "T12:30:00Z";
        }
        if (schema.path("format").asText().equals("date")) {
            return "2026-05-01";
        }
        if (schema.path("x-encoding").asText().equals("base64-text")) {
            return Base64.getEncoder()
                    .encodeToString(("state " + random.nextInt(100)).getBytes(StandardCharsets.UTF_8));
        }
        if (!format.isEmpty()) {
            return Formats.valid(format, random);
        }
        int least = Math.max(1, schema.path("minLength").asInt(1));
        int most = Math.min(schema.path("maxLength").asInt(20), least + 20);
        String text = "a text é 文 of any kind and length ".repeat(3);
        return text.substring(0, least + random.nextInt(most - least + 1)).replace(' ', '_');
    }
}
