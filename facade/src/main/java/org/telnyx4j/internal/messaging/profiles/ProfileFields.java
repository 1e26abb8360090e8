package org.telnyx4j.internal.messaging.profiles;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.generated.model.UpdateMessagingProfileRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** The fields of a profile that is to be created or updated, compared with those that a profile has. */
final class ProfileFields {
    static final String NAME = "name";

    private static final String SPEND_LIMIT = "daily_spend_limit";

    /** False where they are absent, as the specification has it. */
    private static final Set<String> FALSE_BY_DEFAULT = Set.of("geomatch", "sticky_sender");

    private ProfileFields() {}

    /** Refuses, in a request to create a profile, what only an update can set. */
    static void checkOfCreation(TelnyxClient client, String operation, JsonModel request) {
        refuse(client, operation, request, UpdateMessagingProfileRequest.TYPE, "can be set only by an update");
    }

    /** Refuses, in an update, what can be set only when a profile is created. */
    static void checkOfUpdate(TelnyxClient client, String operation, JsonModel request) {
        refuse(
                client,
                operation,
                request,
                CreateMessagingProfileRequest.TYPE,
                "can be set only when a profile is created");
    }

    /** Refuses fields that the request itself does not have, and the other one does: Telnyx would ignore them. */
    private static void refuse(
            TelnyxClient client, String operation, JsonModel request, ModelType<?> other, String problem) {
        for (String field : request.getAdditionalProperties().keySet()) {
            if (request.type().fields().find(field) == null && other.fields().find(field) != null) {
                client.checked(operation, () -> {
                    throw client.errors().localCheck(operation, field, problem);
                });
            }
        }
    }

    /** Returns whether a field can be set only when a profile is created. */
    static boolean isOnlyOfCreation(String field) {
        return UpdateMessagingProfileRequest.TYPE.fields().find(field) == null
                && CreateMessagingProfileRequest.TYPE.fields().find(field) != null;
    }

    /** Returns whether a profile has all these fields already. */
    static boolean holds(Map<?, ?> given, Map<?, ?> present) {
        for (Map.Entry<?, ?> field : given.entrySet()) {
            String name = String.valueOf(field.getKey());
            if (!holds(name, field.getValue(), present.get(name))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a profile has one field already. */
    static boolean holds(String field, @Nullable Object given, @Nullable Object present) {
        if (isNone(given)) {
            return isNone(present);
        }
        if (isNone(present)) {
            return FALSE_BY_DEFAULT.contains(field) && Boolean.FALSE.equals(given);
        }
        if (given instanceof Map<?, ?> parts) {
            return present instanceof Map<?, ?> presentParts && holds(parts, presentParts);
        }
        if (given instanceof List<?> items) {
            return present instanceof List<?> presentItems && new HashSet<>(items).equals(new HashSet<>(presentItems));
        }
        boolean amount = given instanceof Number && present instanceof Number;
        return (amount || field.equals(SPEND_LIMIT)) ? isSameAmount(given, present) : Objects.equals(given, present);
    }

    /** Telnyx writes an absent string as null or as an empty one, and leaves out some that are absent. */
    private static boolean isNone(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private static boolean isSameAmount(@Nullable Object given, @Nullable Object present) {
        try {
            return amount(given).compareTo(amount(present)) == 0;
        } catch (NumberFormatException notANumber) {
            return Objects.equals(given, present);
        }
    }

    private static BigDecimal amount(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value).strip());
    }

    /**
     * Returns the update that gives a profile the fields that it is to have. Telnyx takes nested settings as a whole, and
     * would put its defaults where they are open: what the profile has is put there.
     */
    static UpdateMessagingProfileRequest update(Map<String, @Nullable Object> given, Map<?, ?> present) {
        Map<String, @Nullable Object> update = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!name.equals(NAME) && !isOnlyOfCreation(name)) {
                Field field = UpdateMessagingProfileRequest.TYPE.fields().find(name);
                update.put(name, withOpenParts(field, value, present.get(name)));
            }
        });
        return UpdateMessagingProfileRequest.fromMap(update);
    }

    private static @Nullable Object withOpenParts(
            @Nullable Field field, @Nullable Object given, @Nullable Object present) {
        if (!(field != null
                && field.type() instanceof ModelType<?> type
                && given instanceof Map<?, ?> givenParts
                && present instanceof Map<?, ?> presentParts)) {
            return given;
        }
        Map<Object, @Nullable Object> parts = new LinkedHashMap<>(givenParts);
        for (Field part : type.fields().fields()) {
            Object kept = presentParts.get(part.name());
            if (kept != null && !part.isRequired() && !parts.containsKey(part.name())) {
                parts.put(part.name(), kept);
            }
        }
        return parts;
    }
}
