package org.telnyx4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.OpenEnum;
import org.telnyx4j.paging.Page;

/** Calls every accessor of a result, and holds what it returns against the answer that the result was read from. */
final class Accessors {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** All that came, in one form or another. */
    private static final Set<String> WHOLE = Set.of("raw", "toMap", "toJson");

    /** What tells of the answer's head, of the request, or of several fields at once. */
    private static final Set<String> NOT_A_FIELD = Set.of(
            "requestId",
            "rateLimit",
            "toString",
            "hashCode",
            "builder",
            "toBuilder",
            "fields",
            "MessageResult.isAccepted",
            "MessageResult.isFailed",
            "MessageResult.isFinal",
            "MessageResult.isDelivered",
            "Recipient.isFinal",
            "Recipient.isFailed",
            "Recipient.isDelivered",
            "CallCommandOutcome.action",
            "CallCommandOutcome.commandId",
            "CallCommandOutcome.callControlId",
            "PlacedCall.commandId",
            "AvailableNumber.price",
            "CallInfo.callControlId",
            "CallInfo.clientState",
            "NumberOrderResult.isSuccess",
            "NumberOrderResult.isFailure",
            "NumberOrderResult.isFinal",
            "OwnedNumber.isActive",
            "TelnyxError.category",
            "TelnyxError.parameter",
            "TelnyxError.pointer");

    /** Where a field is that is not called as its accessor. */
    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("MessageResult.recipients", "/to"),
            Map.entry("MessageResult.status", "/to/0/status"),
            Map.entry("MessageResult.from", "/from/phone_number"),
            Map.entry("MessagingProfileResult.numberPool", "/number_pool_settings"),
            Map.entry("MessagingProfileResult.urlShortener", "/url_shortener_settings"),
            Map.entry("AvailableNumber.regions", "/region_information"),
            Map.entry("AvailableNumber.isBestEffort", "/best_effort"),
            Map.entry("OwnedNumber.type", "/phone_number_type"),
            Map.entry("OwnedNumber.country", "/country_iso_alpha2"),
            Map.entry("OwnedNumber.createdAt", "/created_at"),
            Map.entry("OrderedNumber.type", "/phone_number_type"),
            Map.entry("OrderedNumber.country", "/country_iso_alpha2"),
            Map.entry("NumberRegion.type", "/region_type"),
            Map.entry("NumberRegion.name", "/region_name"),
            Map.entry("NumberFeature.value", "/name"),
            Map.entry("NumberVoiceSettings.isForwarding", "/call_forwarding/call_forwarding_enabled"),
            Map.entry("NumberVoiceSettings.forwardsTo", "/call_forwarding/forwards_to"),
            Map.entry("NumberVoiceSettings.forwardingType", "/call_forwarding/forwarding_type"),
            Map.entry("CallInfo.duration", "/call_duration"),
            Map.entry("CallInfo.startedAt", "/start_time"),
            Map.entry("CallInfo.endedAt", "/end_time"),
            Map.entry("CallInfo.isAlive", "/is_alive"),
            Map.entry("CallCommandOutcome.status", "/result"));

    private Accessors() {}

    /** Returns what a result tells otherwise than the answer's data. */
    static List<String> differences(Object result, JsonNode data) {
        List<String> found = new ArrayList<>();
        if (result instanceof Page<?> page) {
            compare("items", page.items(), data, found);
        } else if (result instanceof Optional<?> optional) {
            // What is looked for by name or number is not in an answer that leaves these out.
            if (optional.isPresent() || data.at("/0/phone_number").asText().equals(FacadeCalls.NUMBER)) {
                compare("found", optional.orElse(null), data.path(0), found);
            }
        } else if (result.equals(List.of())
                && !data.at("/0/customer_reference").asText().equals(FacadeCalls.REFERENCE)) {
            // Nor is an order that is looked for by its reference.
            return found;
        } else if (!result.equals("nothing")) {
            compare(result.getClass().getSimpleName(), result, data, found);
        }
        return found;
    }

    private static void compare(String where, @Nullable Object value, JsonNode node, List<String> found) {
        Object plain = unwrap(value);
        if (plain instanceof JsonModel model) {
            plain = model.toMap();
        } else if (plain instanceof OpenEnum<?> open) {
            plain = open.getValue();
        }
        if (plain instanceof String text && text.equals("pending") && isNothing(node)) {
            // An order of which no state is told is not complete.
            return;
        }
        if (plain == null || plain.equals("") || plain.equals(false) || plain.equals(List.of())) {
            if (!isNothing(node)) {
                found.add(where + " is " + value + " instead of " + node);
            }
        } else if (plain instanceof List<?> list && node.isArray() && list.size() == node.size()) {
            for (int i = 0; i < list.size(); i++) {
                compare(where + "/" + i, list.get(i), node.get(i), found);
            }
        } else if (plain instanceof Map<?, ?> map) {
            Differences.between(node, MAPPER.valueToTree(map)).forEach(difference -> found.add(where + difference));
        } else if (isOurs(plain) && node.isObject()) {
            object(where, plain, node, found);
        } else if (!equal(plain, node)) {
            found.add(where + " is " + value + " instead of " + node);
        }
    }

    private static void object(String where, Object result, JsonNode node, List<String> found) {
        for (Method accessor : result.getClass().getMethods()) {
            String simple = accessor.getDeclaringClass().getSimpleName() + "." + accessor.getName();
            if (!isOurs(accessor.getDeclaringClass())
                    || accessor.getParameterCount() > 0
                    || Modifier.isStatic(accessor.getModifiers())) {
                continue;
            }
            Object value = call(accessor, result);
            if (WHOLE.contains(accessor.getName())) {
                Differences.between(node, tree(value))
                        .forEach(difference -> found.add(where + "." + accessor.getName() + difference));
            } else if (!NOT_A_FIELD.contains(accessor.getName()) && !NOT_A_FIELD.contains(simple)) {
                String pointer = POINTERS.getOrDefault(simple, "/" + snake(accessor.getName()));
                compare(where + "." + accessor.getName(), value, node.at(pointer), found);
            }
        }
    }

    private static JsonNode tree(@Nullable Object whole) {
        try {
            return whole instanceof String json ? MAPPER.readTree(json) : MAPPER.valueToTree(whole);
        } catch (JsonProcessingException e) {
            throw new AssertionError(whole + " is no JSON", e);
        }
    }

    private static @Nullable Object call(Method accessor, Object result) {
        try {
            return accessor.invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " throws", e);
        }
    }

    private static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrap(optional.orElse(null));
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof Record record && record.getClass().getRecordComponents().length == 1) {
            return call(record.getClass().getRecordComponents()[0].getAccessor(), record);
        }
        return value;
    }

    /** An empty text names no value, and an object of which nothing is told is none. */
    private static boolean isNothing(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode part : node) {
                if (!isNothing(part)) {
                    return false;
                }
            }
            return true;
        }
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isBoolean() && !node.booleanValue());
    }

    private static boolean equal(Object value, JsonNode node) {
        if (value instanceof Number number) {
            return (node.isNumber() || node.isTextual())
                    && new BigDecimal(number.toString()).compareTo(new BigDecimal(node.asText())) == 0;
        }
        if (value instanceof OffsetDateTime time) {
            return node.isTextual() && OffsetDateTime.parse(node.textValue()).equals(time);
        }
        if (value instanceof Duration duration) {
            return node.isNumber() && duration.toSeconds() == node.asLong();
        }
        if (node.isObject() && node.has("name")) {
            return equal(value, node.get("name"));
        }
        return node.isValueNode() && node.asText().equals(value.toString());
    }

    private static boolean isOurs(Object value) {
        return isOurs(value.getClass());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.telnyx4j.") && !type.isEnum();
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
