package org.telnyx4j.internal.messaging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/**
 * Puts the defaults into requests that send messages, of whatever kind, and checks what the specification has no word
 * for. Immutable.
 */
final class MessageRequests {
    private static final String FROM = "from";
    private static final String PROFILE = "messaging_profile_id";
    private static final String ON_ANY_LEVEL = "must be set, on the message, the tenant or the client";
    private static final int LONGEST_SMS = 1_600;

    private final TelnyxClient client;
    private final Map<String, String> defaults;

    MessageRequests(TelnyxClient client, MessagingDefaults defaults) {
        this.client = client;
        this.defaults = defaults.ofMessages();
    }

    /**
     * Completes a request with the defaults: those of its fields that the message leaves open.
     *
     * @param operation the operation that sends it
     * @param message the request
     * @return the same request with the defaults
     * @throws org.telnyx4j.errors.TelnyxValidationException if a rule is broken
     */
    <T extends JsonModel> T complete(ApiOperation operation, T message) {
        return client.checked(operation.name(), () -> {
            T complete = withDefaults(message);
            checkSender(operation, complete);
            checkLength(operation, complete);
            return complete;
        });
    }

    private <T extends JsonModel> T withDefaults(T message) {
        @SuppressWarnings("unchecked") // A model's type is the one of its class.
        ModelType<T> type = (ModelType<T>) message.type();
        T complete = message;
        for (Map.Entry<String, String> setting : defaults.entrySet()) {
            String field = setting.getKey();
            if (type.fields().find(field) != null && !message.has(field)) {
                complete = type.with(complete, field, setting.getValue());
            }
        }
        return complete;
    }

    private void checkSender(ApiOperation operation, JsonModel message) {
        FieldTable fields = message.type().fields();
        boolean mayChoose = isOptional(fields.find(FROM)) && isOptional(fields.find(PROFILE));
        if (mayChoose && message.get(FROM) == null && message.get(PROFILE) == null) {
            throw client.errors().localCheck(operation.name(), FROM, "or " + PROFILE + " " + ON_ANY_LEVEL);
        }
        for (String name : List.of(FROM, PROFILE)) {
            Field field = fields.find(name);
            if (field != null && field.isRequired() && message.get(name) == null) {
                throw client.errors().localCheck(operation.name(), name, ON_ANY_LEVEL);
            }
        }
        boolean alphanumeric = message.get(FROM) instanceof String from && TextRules.isAlphanumericSender(from);
        if (alphanumeric && isOptional(fields.find(PROFILE)) && message.get(PROFILE) == null) {
            throw client.errors()
                    .localCheck(operation.name(), PROFILE, "must be set where the sender is an alphanumeric id");
        }
    }

    private static boolean isOptional(@Nullable Field field) {
        return field != null && !field.isRequired();
    }

    /** The limit is that of an SMS: a message with media, or to a group, is an MMS. */
    private void checkLength(ApiOperation operation, JsonModel message) {
        boolean mms = message instanceof SendGroupMmsRequest
                || (message.get("media_urls") instanceof List<?> mediaUrls && !mediaUrls.isEmpty());
        if (!mms && message.get("text") instanceof String text) {
            int length = text.codePointCount(0, text.length());
            if (length > LONGEST_SMS) {
                throw client.errors()
                        .localCheck(
                                operation.name(),
                                "text",
                                "must have at most " + LONGEST_SMS + " characters, but has " + length);
            }
        }
    }
}
