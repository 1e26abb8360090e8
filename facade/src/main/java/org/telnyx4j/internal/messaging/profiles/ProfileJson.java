package org.telnyx4j.internal.messaging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings as they go on the wire, compared with those that a profile has. */
final class ProfileJson {
    /** What belongs to the nested settings and may be left open. */
    private static final List<String> OPTIONAL_PARTS =
            List.of("geomatch", "sticky_sender", "prefix", "replace_blacklist_only", "send_webhooks");

    /** False where nothing is said, as the specification has it. */
    private static final Set<String> FALSE_BY_DEFAULT = Set.of("geomatch", "sticky_sender");

    private ProfileJson() {}

    /**
     * Makes JSON of settings. Jackson is not asked to do it, since the mapper leaves nulls out of maps.
     *
     * @param fields text, Boolean, BigDecimal, list, map or null
     * @return the same as JSON, nulls included
     */
    static ObjectNode of(Map<?, ?> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> json.set(String.valueOf(name), node(value)));
        return json;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        }
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        }
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        return TextNode.valueOf(value.toString());
    }

    /** Tells whether a profile has all these settings already. */
    static boolean holds(ObjectNode given, JsonNode present) {
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (!holds(field.getKey(), field.getValue(), present.path(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a profile has one setting already. */
    static boolean holds(String field, JsonNode given, JsonNode present) {
        if (isNone(given)) {
            return isNone(present);
        }
        if (isNone(present)) {
            return FALSE_BY_DEFAULT.contains(field) && given.isBoolean() && !given.booleanValue();
        }
        if (given instanceof ObjectNode parts) {
            return present.isObject() && holds(parts, present);
        }
        if (given.isArray()) {
            return present.isArray() && members(given).equals(members(present));
        }
        if (given.isNumber() && present.isNumber()) {
            return given.decimalValue().compareTo(present.decimalValue()) == 0;
        }
        if (field.equals(ProfileRules.SPEND_LIMIT)) {
            return sameAmount(given.asText(), present.asText());
        }
        return given.equals(present);
    }

    /**
     * Fills what the nested settings leave open with what a profile has: Telnyx takes them as a whole, and would put
     * its defaults there.
     */
    static void keepOpenParts(ObjectNode given, JsonNode present) {
        for (String field : List.of(ProfileRules.NUMBER_POOL, ProfileRules.URL_SHORTENER)) {
            if (given.path(field) instanceof ObjectNode parts) {
                for (String part : OPTIONAL_PARTS) {
                    JsonNode kept = present.path(field).path(part);
                    if (!parts.has(part) && kept.isValueNode() && !kept.isNull()) {
                        parts.set(part, kept);
                    }
                }
            }
        }
    }

    /** Telnyx writes an absent text as null or as an empty one, and leaves out some that are absent. */
    private static boolean isNone(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty());
    }

    private static Set<JsonNode> members(JsonNode array) {
        Set<JsonNode> members = new HashSet<>();
        array.forEach(members::add);
        return members;
    }

    private static boolean sameAmount(String given, String present) {
        try {
            return new BigDecimal(given).compareTo(new BigDecimal(present.strip())) == 0;
        } catch (NumberFormatException notANumber) {
            return given.equals(present);
        }
    }
}
