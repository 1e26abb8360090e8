package org.telnyx4j.sandbox.internal.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.Address;
import org.telnyx4j.sandbox.internal.http.ErrorCode;
import org.telnyx4j.sandbox.internal.http.Fields;

/** Checks the body of a request to send a message, and reports everything that is wrong with it at once. */
final class MessageRequestReader {
    private static final int MAX_GROUP_SIZE = 8;
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(5);

    private final MessageEndpoint endpoint;
    private final Fields fields;
    private final Instant now;

    private MessageRequestReader(MessageEndpoint endpoint, ObjectNode body, Instant now) {
        this.endpoint = endpoint;
        this.fields = new Fields(body);
        this.now = now;
    }

    static MessageDraft read(MessageEndpoint endpoint, ObjectNode body, Instant now) {
        return new MessageRequestReader(endpoint, body, now).read();
    }

    private MessageDraft read() {
        List<String> to = endpoint == MessageEndpoint.GROUP_MMS ? group() : List.of(recipient());
        String profile = profile();
        String from = sender(profile);
        List<String> media = media();
        String text = fields.string("text");
        String type = type(from, media);
        checkContent(text, media, type);
        SmsText sms = sms(text, type);
        MessageDraft draft = new MessageDraft(
                endpoint,
                from,
                to,
                text,
                sms,
                type,
                fields.string("subject"),
                media,
                profile,
                fields.url("webhook_url"),
                fields.url("webhook_failover_url"),
                sendAt());
        fields.checkBoolean("use_profile_webhooks");
        fields.checkBoolean("auto_detect");
        fields.throwIfRefused();
        return draft;
    }

    private String recipient() {
        String to = fields.requiredString("to");
        if (!to.isBlank() && !Address.isE164(to) && !Address.isShortCode(to)) {
            refuseNumber("/to");
        }
        return to;
    }

    private List<String> group() {
        List<String> to = fields.requiredStrings("to");
        if (to.size() > MAX_GROUP_SIZE) {
            fields.refuse(ErrorCode.BAD_REQUEST, "/to", "A group has 8 recipients at most.");
        }
        for (int i = 0; i < to.size(); i++) {
            if (!Address.isE164(to.get(i))) {
                refuseNumber("/to/" + i);
            }
        }
        return to;
    }

    private @Nullable String profile() {
        if (endpoint.needsProfile()) {
            return fields.requiredString("messaging_profile_id");
        }
        return fields.string("messaging_profile_id");
    }

    private @Nullable String sender(@Nullable String profile) {
        if (endpoint == MessageEndpoint.NUMBER_POOL) {
            return null;
        }
        if (endpoint.takesAnySender()) {
            return anySender(profile);
        }
        String from = fields.requiredString("from");
        if (from.isBlank()) {
            return from;
        }
        if (endpoint == MessageEndpoint.SHORT_CODE && !Address.isShortCode(from)) {
            refuseSender("The sender must be a short code of 5 or 6 digits.");
        } else if (endpoint == MessageEndpoint.ALPHANUMERIC && !Address.isAlphanumeric(from)) {
            refuseSender("The sender must have 1 to 11 letters, digits or spaces, a letter among them.");
        } else if ((endpoint == MessageEndpoint.LONG_CODE || endpoint == MessageEndpoint.GROUP_MMS)
                && !Address.isE164(from)) {
            refuseNumber("/from");
        }
        return from;
    }

    private @Nullable String anySender(@Nullable String profile) {
        String from = fields.string("from");
        if (from == null) {
            if (fields.isAbsent("from") && profile == null) {
                fields.refuseMissing("from");
            }
            return null;
        }
        if (Address.isAlphanumeric(from) && !Address.isShortCode(from)) {
            if (profile == null) {
                fields.refuseMissing("messaging_profile_id");
            }
        } else if (!Address.isE164(from) && !Address.isShortCode(from)) {
            refuseSender("The sender must be a +E.164 number, a short code or an alphanumeric sender ID.");
        }
        return from;
    }

    private List<String> media() {
        if (!endpoint.takesMedia()) {
            return List.of();
        }
        List<String> media = fields.strings("media_urls");
        for (int i = 0; i < media.size(); i++) {
            fields.checkUrl(media.get(i), "/media_urls/" + i);
        }
        return media;
    }

    private String type(@Nullable String from, List<String> media) {
        if (endpoint == MessageEndpoint.GROUP_MMS) {
            return "MMS";
        }
        if (endpoint == MessageEndpoint.ALPHANUMERIC) {
            return "SMS";
        }
        String asked = fields.oneOf("type", List.of("SMS", "MMS"));
        String type = asked != null ? asked : media.isEmpty() ? "SMS" : "MMS";
        if (type.equals("SMS") && !media.isEmpty()) {
            fields.refuse(ErrorCode.BAD_REQUEST, "/type", "An SMS can't have media.");
        }
        if (type.equals("MMS") && from != null && !Address.isE164(from) && Address.isAlphanumeric(from)) {
            fields.refuse(ErrorCode.BAD_REQUEST, "/from", "An alphanumeric sender can send SMS only.");
        }
        return type;
    }

    private void checkContent(@Nullable String text, List<String> media, String type) {
        boolean hasText = text != null && !text.isEmpty();
        boolean textIsOfWrongType = text == null && !fields.isAbsent("text");
        if (type.equals("SMS")) {
            if (!hasText && !textIsOfWrongType) {
                fields.refuseMissing("text");
            }
        } else if (media.isEmpty() && (endpoint != MessageEndpoint.GROUP_MMS || !hasText)) {
            fields.refuseMissing("media_urls");
        }
    }

    private SmsText sms(@Nullable String text, String type) {
        String encoding = fields.oneOf("encoding", List.of("auto", "gsm7", "ucs2"));
        String content = text == null ? "" : text;
        if ("gsm7".equals(encoding) && !SmsText.isGsm7(content)) {
            fields.refuseAsBadRequest(
                    ErrorCode.BAD_REQUEST, "/text", "The text has characters that GSM-7 can't encode.");
        }
        SmsText sms = "ucs2".equals(encoding) ? SmsText.ucs2(content) : SmsText.of(content);
        if (type.equals("MMS")) {
            return new SmsText(sms.encoding(), 1);
        }
        if (sms.parts() > SmsText.MAX_PARTS) {
            fields.refuse(ErrorCode.BAD_REQUEST, "/text", "The text needs more than 10 SMS.");
        }
        return sms;
    }

    private @Nullable Instant sendAt() {
        if (!endpoint.takesSendAt()) {
            return null;
        }
        String value =
                endpoint == MessageEndpoint.SCHEDULE ? fields.requiredString("send_at") : fields.string("send_at");
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            Instant sendAt = OffsetDateTime.parse(value).toInstant();
            if (sendAt.isBefore(now.plus(SOONEST)) || sendAt.isAfter(now.plus(LATEST))) {
                fields.refuse(ErrorCode.BAD_REQUEST, "/send_at", "The time must be 5 minutes to 5 days from now.");
            }
            return sendAt;
        } catch (DateTimeParseException e) {
            fields.refuse(ErrorCode.BAD_REQUEST, "/send_at", "The time must be in ISO 8601 format with an offset.");
            return null;
        }
    }

    private void refuseNumber(String pointer) {
        fields.refuse(ErrorCode.NOT_E164, pointer, "The number must be in +E.164 format.");
    }

    private void refuseSender(String detail) {
        fields.refuseAsBadRequest(ErrorCode.INVALID_FROM, "/from", detail);
    }
}
