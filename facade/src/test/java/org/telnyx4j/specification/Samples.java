package org.telnyx4j.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes values that a schema admits, or that come close to it. */
public final class Samples {
    /** What a value is like. */
    public enum Kind {
        /** Every field has a value. */
        FULL,
        /** Only the required fields are there. */
        REQUIRED,
        /** Every field is there, null where that is allowed. */
        NULLS,
        /** Every field that holds no object is null, allowed or not. */
        ALL_NULL,
        /** All texts and lists are empty, also those that name a value of an enum, a time or an address. */
        EMPTY,
        /** Enums have values, and objects have fields, that the document does not know. */
        UNKNOWN,
        /** What the document itself gives as examples, else as {@link #FULL}. */
        EXAMPLES
    }

    private static final List<String> TIMES = List.of(
            "2026-03-04T05:06:07.123456Z",
            "2026-03-04T05:06:07+00:00",
            "2026-03-04T05:06:07.1-05:00",
            "2026-03-04T05:06:07Z",
            "2026-12-31T23:59:59.999Z");

    private static final List<String> PATTERNED =
            List.of("CA", "wss://example.com/stream", "+14165550123", "12.50", "Sender 1", "8", "text");

    /** Rules of which fields go together. */
    private static final List<String> CHOICES = List.of("x-exactly-one-of", "x-at-most-one-of", "x-at-least-one-of");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiDocument document;
    private final Kind kind;
    private final int turn;
    private final Words words;

    /** Gives the strings that are not to be as usual. */
    @FunctionalInterface
    public interface Words {
        /** Returns the string for a field of that schema and name, or null for the usual one. */
        @Nullable
        String of(JsonNode schema, String name);
    }

    /**
     * Makes one.
     *
     * @param document the document
     * @param kind what the values are like
     * @param turn which value of an enum, which alternative and which form of a time; all have had their turn after
     *     {@link #turns}
     */
    public Samples(ApiDocument document, Kind kind, int turn) {
        this(document, kind, turn, (schema, name) -> null);
    }

    /** Makes one with strings of its own. */
    public Samples(ApiDocument document, Kind kind, int turn, Words words) {
        this.document = document;
        this.kind = kind;
        this.turn = turn;
        this.words = words;
    }

    /** Returns how many turns it takes until every value of every enum and every alternative has been there. */
    public static int turns(ApiDocument document, JsonNode schema) {
        return turns(document, schema, List.of());
    }

    private static int turns(ApiDocument document, JsonNode reference, List<JsonNode> above) {
        JsonNode schema = document.resolve(reference);
        if (above.contains(schema)) {
            return 1;
        }
        List<JsonNode> path = new ArrayList<>(above);
        path.add(schema);
        int most = Math.max(TIMES.size(), schema.path("enum").size());
        for (String rule : CHOICES) {
            for (JsonNode group : schema.path(rule)) {
                most = Math.max(most, group.size());
            }
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            int own = schema.path(keyword).size();
            for (JsonNode choice : schema.path(keyword)) {
                // Which alternative comes and which value within it go round together.
                most = Math.max(most, own * turns(document, choice, path));
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            most = Math.max(most, turns(document, part, path));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            most = Math.max(most, turns(document, property.getValue(), path));
        }
        return schema.has("items") ? Math.max(most, turns(document, schema.get("items"), path)) : most;
    }

    /** Makes a value. */
    public JsonNode of(JsonNode schema) {
        return of(schema, "value");
    }

    /** Makes a value for something of that name. */
    public JsonNode of(JsonNode schema, String name) {
        return value(schema, name, 0);
    }

    private JsonNode value(JsonNode reference, String name, int depth) {
        JsonNode schema = resolved(reference);
        if (schema.path("x-format").asText().equals("loop")) {
            return turn % 2 == 0 ? JSON.numberNode(3) : JSON.textNode("infinity");
        }
        if (schema.has("minItems") && !schema.has("type") && turn % 2 == 1) {
            // One value, or a list of them.
            return JSON.arrayNode().add(scalar(schema, name)).add("sip:+14155550101@trunk.livekit.cloud");
        }
        if (kind == Kind.EXAMPLES && hasExample(schema)) {
            return example(schema);
        }
        if (kind == Kind.NULLS && depth > 2 && admitsNull(schema)) {
            return NullNode.getInstance();
        }
        JsonNode choice = choice(schema);
        if (!choice.isMissingNode()) {
            ObjectNode merged = JSON.objectNode();
            JsonNode chosen = value(choice, name, depth);
            if (!chosen.isObject()) {
                return chosen;
            }
            if (schema.has("properties")) {
                merged.setAll((ObjectNode) object(schema, depth));
            }
            merged.setAll((ObjectNode) chosen);
            return merged;
        }
        if (schema.has("allOf")) {
            ObjectNode merged = JSON.objectNode();
            for (JsonNode part : schema.get("allOf")) {
                JsonNode value = value(part, name, depth);
                if (!value.isObject()) {
                    return value;
                }
                merged.setAll((ObjectNode) value);
            }
            if (schema.has("properties")) {
                merged.setAll((ObjectNode) object(schema, depth));
            }
            return merged;
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            default -> kind == Kind.ALL_NULL ? NullNode.getInstance() : scalar(schema, name);
        };
    }

    /** Follows a reference, and keeps what is said beside it. */
    private JsonNode resolved(JsonNode reference) {
        JsonNode schema = document.resolve(reference);
        if (!reference.has("$ref") || !schema.isObject() || reference.size() == 1) {
            return schema;
        }
        ObjectNode both = ((ObjectNode) schema).objectNode();
        both.setAll((ObjectNode) schema);
        reference.properties().forEach(said -> {
            if (!said.getKey().equals("$ref")) {
                both.set(said.getKey(), said.getValue());
            }
        });
        return both;
    }

    private JsonNode scalar(JsonNode schema, String name) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            List<JsonNode> values = new ArrayList<>();
            schema.get("enum").forEach(value -> {
                if (!value.isNull()) {
                    values.add(value);
                }
            });
            if (!type(schema).equals("string") || (kind != Kind.UNKNOWN && kind != Kind.EMPTY)) {
                return values.get(turn % values.size());
            }
            return JSON.textNode(kind == Kind.EMPTY ? "" : "not-known-yet");
        }
        return switch (type(schema)) {
            case "boolean" -> JSON.booleanNode(turn % 2 == 0);
            case "integer" ->
                JSON.numberNode(number(schema, BigDecimal.valueOf(3)).longValueExact());
            case "number" -> JSON.numberNode(number(schema, new BigDecimal("0.25")));
            case "null" -> NullNode.getInstance();
            default -> JSON.textNode(text(schema, name));
        };
    }

    private static BigDecimal number(JsonNode schema, BigDecimal preferred) {
        BigDecimal least = schema.path("minimum").isMissingNode()
                ? BigDecimal.ZERO
                : schema.get("minimum").decimalValue();
        BigDecimal most = schema.path("maximum").isMissingNode()
                ? least.add(BigDecimal.TEN)
                : schema.get("maximum").decimalValue();
        return least.add(preferred).min(most);
    }

    private String text(JsonNode schema, String name) {
        if (kind == Kind.EMPTY) {
            return "";
        }
        String own = words.of(schema, name);
        if (own != null) {
            int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
            return own.length() > longest ? own.substring(0, longest) : own;
        }
        String pattern = schema.path("pattern").asText();
        if (!pattern.isEmpty()) {
            return PATTERNED.stream()
                    .filter(text -> text.matches(pattern)
                            || Pattern.compile(pattern).matcher(text).find())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No text known for " + pattern));
        }
        String encoding = schema.path("x-encoding").asText();
        String form = schema.path("x-format").asText();
        String formed = encoding.equals("base64-text") ? "aGVsbG8=" : formed(form, name);
        if (formed != null) {
            return formed;
        }
        String text = switch (schema.path("format").asText()) {
            // Only a time ahead can be scheduled.
            case "date-time" -> name.equals("send_at") ? tomorrow() : TIMES.get(turn % TIMES.size());
            case "date" -> "2026-03-04";
            case "uuid" -> uuid(name);
            case "uri", "url" -> "https://example.com/" + name;
            case "json-pointer" -> "/" + name;
            case "email" -> "someone@example.com";
            default -> named(name);
        };
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String longEnough =
                text + "x".repeat(Math.max(0, schema.path("minLength").asInt() - text.length()));
        return longEnough.length() > most ? longEnough.substring(0, most) : longEnough;
    }

    /** A string of a named form, or null for a form that any string has. */
    private static @Nullable String formed(String form, String name) {
        return switch (form) {
            case "e164", "recipient", "destination" -> "+14165550123";
            case "sender", "caller-id" -> "+14155550100";
            case "sip-uri" -> "sip:+14155550101@trunk.livekit.cloud";
            case "alphanumeric-sender" -> "Acme";
            case "short-code" -> "12345";
            case "display-name" -> "Acme Clinic";
            case "http-url", "http-url-or-empty" -> "https://example.com/" + name.replaceAll("[^A-Za-z_]", "_");
            case "base64" -> "aGVsbG8=";
            case "call-control-id" -> "v3:other";
            case "dtmf-key" -> "#";
            case "dtmf-keys" -> "0123456789";
            case "dtmf-tones" -> "1w2";
            case "sip-header-name" -> "X-First";
            case "country", "country-or-all" -> "CA";
            case "amount" -> "1.50";
            case "area-code" -> "416";
            case "number-digits" -> "14165550123";
            case "number-part" -> "555";
            default -> null;
        };
    }

    /** What the document says of these in words alone, or of some of them only. */
    private static String named(String name) {
        if (name.equals("id") || name.endsWith("_id")) {
            return uuid(name);
        }
        return switch (name) {
            case "amount", "monthly_cost", "upfront_cost" -> "0.0051";
            case "start_time", "end_time" -> TIMES.get(3);
            case "client_state", "target_leg_client_state" -> "aGVsbG8=";
            case "phone_number" -> "+14165550123";
            default -> "text of " + name;
        };
    }

    private static String tomorrow() {
        return OffsetDateTime.now(ZoneOffset.UTC)
                .plusDays(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .withSecond(7)
                .toString();
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private JsonNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (kind == Kind.ALL_NULL && depth > 1) {
            return NullNode.getInstance();
        }
        if (kind == Kind.EMPTY && depth > 1) {
            return array;
        }
        int size = Math.max(1, schema.path("minItems").asInt());
        for (int i = 0; i < size; i++) {
            array.add(value(item(schema), name, depth + 1));
        }
        return array;
    }

    /** The form of a list's items can be said of the list. */
    private static JsonNode item(JsonNode list) {
        JsonNode item = list.path("items");
        if (!list.has("x-format") || !item.isObject()) {
            return item;
        }
        return ((ObjectNode) item.deepCopy()).set("x-format", list.get("x-format"));
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        if (depth < 8) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                // What an answer is about is always there, or it would not be an answer.
                boolean isData = depth == 0 && property.getKey().equals("data");
                if (kind != Kind.REQUIRED || required.contains(property.getKey()) || isData) {
                    object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
                }
            }
        }
        goTogether(schema, object, depth);
        if (kind == Kind.UNKNOWN) {
            object.put("not_known_yet", "news");
            object.putObject("nor_this").put("known", false);
        }
        return object;
    }

    /** Keeps, or adds, what the rules for several fields ask for; which of them, that goes by turns. */
    private void goTogether(JsonNode schema, ObjectNode object, int depth) {
        for (String rule : CHOICES) {
            for (JsonNode group : schema.path(rule)) {
                String chosen = group.get(turn % group.size()).textValue();
                boolean any = false;
                for (JsonNode name : group) {
                    boolean isThere = object.has(name.textValue());
                    any |= isThere;
                    if (isThere
                            && !rule.equals("x-at-least-one-of")
                            && !name.textValue().equals(chosen)) {
                        object.remove(name.textValue());
                    }
                }
                if ((any || !rule.equals("x-at-most-one-of")) && !object.has(chosen)) {
                    boolean missing = !rule.equals("x-at-least-one-of") || !any;
                    if (missing) {
                        object.set(chosen, value(schema.at("/properties/" + chosen), chosen, depth + 1));
                    }
                }
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (object.size() < schema.path("minProperties").asInt()) {
                object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
            }
        }
    }

    private JsonNode choice(JsonNode schema) {
        List<JsonNode> choices = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            schema.path(keyword).forEach(choice -> {
                if (!type(document.resolve(choice)).equals("null")) {
                    choices.add(choice);
                }
            });
        }
        return choices.isEmpty() ? MissingNode.getInstance() : choices.get(turn % choices.size());
    }

    private boolean admitsNull(JsonNode schema) {
        if (schema.path("nullable").asBoolean() || types(schema).contains("null")) {
            return true;
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode choice : schema.path(keyword)) {
                if (admitsNull(document.resolve(choice))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String type(JsonNode schema) {
        List<String> types = types(schema);
        if (types.isEmpty()) {
            return schema.has("properties") || schema.has("additionalProperties")
                    ? "object"
                    : schema.has("items") ? "array" : "string";
        }
        return types.stream().filter(type -> !type.equals("null")).findFirst().orElse("null");
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        }
        return types;
    }

    private static boolean hasExample(JsonNode schema) {
        return schema.has("example") || schema.path("examples").size() > 0;
    }

    private JsonNode example(JsonNode schema) {
        if (schema.has("example")) {
            return schema.get("example");
        }
        return schema.get("examples").get(turn % schema.get("examples").size());
    }
}
