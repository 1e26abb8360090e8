package org.telnyx4j.internal.messaging;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonModel;

/**
 * Puts the defaults into requests that send messages, of whatever kind, and checks what the specification has no word
 * for. Immutable.
 */
final class MessageRequests {
    private static final String FROM = "from";
    private static final String PROFILE = "messaging_profile_id";
    private static final String ON_ANY_LEVEL = "must be set, on the message, the tenant or the client";
    private static final int LONGEST_SMS = 1_600;
    private static final String SEND_AT = "send_at";
    private static final Duration LONGEST_SCHEDULE = Duration.ofDays(5);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final int LAST_YEAR_SHOWN = 9_999;

    private final TelnyxClient client;
    private final Map<String, String> defaults;
    private final SendCorrelation correlation;

    MessageRequests(TelnyxClient client, MessagingDefaults defaults) {
        this.client = client;
        this.defaults = defaults.ofMessages();
        this.correlation = new SendCorrelation(client.errors(), Boolean.TRUE.equals(defaults.correlateSends()));
    }

    /**
     * Completes a request with the defaults, those of its fields that the message leaves open, and with a correlation
     * token if it is to have one.
     *
     * @param operation the operation that sends it
     * @param message the request
     * @param options the options of the call
     * @return the request and the options to send
     * @throws org.telnyx4j.errors.TelnyxValidationException if a rule is broken
     */
    <T extends JsonModel> SendCorrelation.Send<T> complete(ApiOperation operation, T message, RequestOptions options) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(options, "options");
        return client.checked(operation.name(), () -> {
            T complete = withDefaults(message);
            checkSender(operation, complete);
            checkLength(operation, complete);
            checkTime(operation, complete);
            return correlation.of(operation, complete, options);
        });
    }

    @SuppressWarnings("unchecked") // A copy has the class of the model.
    private <T extends JsonModel> T withDefaults(T message) {
        T complete = message;
        for (Map.Entry<String, String> setting : defaults.entrySet()) {
            String field = setting.getKey();
            if (message.type().fields().find(field) != null && !message.has(field)) {
                complete = (T) complete.with(field, setting.getValue());
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

    /**
     * Telnyx schedules from 5 minutes to 5 days ahead (its guide "Schedule SMS and MMS messages"; its document has no
     * limits). A time of the past is not sent at once but refused here, since it is most often a mistake in its unit or
     * its zone. The clocks may differ by a minute, and what lies closer than 5 minutes is left to Telnyx.
     */
    private void checkTime(ApiOperation operation, JsonModel message) {
        if (!(message.get(SEND_AT) instanceof OffsetDateTime sendAt)) {
            return;
        }
        Duration ahead = Duration.between(client.errors().now(), sendAt);
        if (ahead.compareTo(CLOCK_SKEW.negated()) < 0 || ahead.compareTo(LONGEST_SCHEDULE.plus(CLOCK_SKEW)) > 0) {
            String shown = sendAt.getYear() > LAST_YEAR_SHOWN
                    ? "in the year " + sendAt.getYear() + " (milliseconds taken for seconds?)"
                    : sendAt.toString();
            throw client.errors()
                    .localCheck(
                            operation.name(),
                            SEND_AT,
                            "must be 5 minutes to 5 days ahead, which is what Telnyx schedules, was " + shown);
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
