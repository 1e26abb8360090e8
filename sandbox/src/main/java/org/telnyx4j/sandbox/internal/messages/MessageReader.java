package org.telnyx4j.sandbox.internal.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessageEncoding;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.OpenEnum;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;

/**
 * Checks what a request to send a message asks for, beyond what the tables know of its fields, and reports everything that
 * is wrong with it at once.
 */
final class MessageReader {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{5,6}");
    private static final int MOST_MEDIA = 10;
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(5);

    private final MessageEndpoint endpoint;
    private final JsonModel body;
    private final Instant now;
    private final List<ErrorEntry> errors = new ArrayList<>();

    private MessageReader(MessageEndpoint endpoint, JsonModel body, Instant now) {
        this.endpoint = endpoint;
        this.body = body;
        this.now = now;
    }

    static MessageDraft read(MessageEndpoint endpoint, JsonModel body, Instant now) {
        return new MessageReader(endpoint, body, now).read();
    }

    private MessageDraft read() {
        boolean group = endpoint == MessageEndpoint.GROUP_MMS;
        String profile = text("messaging_profile_id");
        String from = sender(profile);
        List<String> to = recipients();
        List<String> media = media();
        String text = text("text");
        String type = type(from, media);
        checkContent(text, media, type);
        checkNumbers(from, to);
        MessageDraft draft = new MessageDraft(
                MessageDraft.OUTBOUND,
                group,
                from,
                to,
                text,
                sms(text, type),
                type,
                text("subject"),
                media,
                profile,
                text("webhook_url"),
                text("webhook_failover_url"),
                !Boolean.FALSE.equals(body.get("use_profile_webhooks")),
                sendAt());
        if (!errors.isEmpty()) {
            throw new ApiFailure(errors);
        }
        return draft;
    }

    private List<String> recipients() {
        Object to = body.get("to");
        if (to instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return to == null ? List.of() : List.of(to.toString());
    }

    private @Nullable String sender(@Nullable String profile) {
        if (endpoint == MessageEndpoint.NUMBER_POOL) {
            return null;
        }
        String from = text("from");
        if (endpoint == MessageEndpoint.ALPHANUMERIC
                && from != null
                && from.chars().noneMatch(Character::isLetter)) {
            refuse(ErrorCode.INVALID_FROM, "/from", "An alphanumeric sender ID has a letter.");
        }
        if (!endpoint.takesAnySender()) {
            return from;
        }
        if (from == null) {
            if (profile == null) {
                refuse(ErrorCode.MISSING_PARAMETER, "/from", "The 'from' parameter is required without a profile.");
            }
        } else if (isAlphanumeric(from) && profile == null) {
            refuse(
                    ErrorCode.MISSING_PARAMETER,
                    "/messaging_profile_id",
                    "The 'messaging_profile_id' parameter is required with an alphanumeric sender ID.");
        }
        return from;
    }

    private List<String> media() {
        List<String> media = new ArrayList<>();
        if (body.get("media_urls") instanceof List<?> given) {
            given.forEach(url -> media.add(String.valueOf(url)));
        }
        if (media.size() > MOST_MEDIA) {
            refuse(ErrorCode.INVALID_VALUE, "/media_urls", "A message has 10 media at most.");
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
        String asked = text("type");
        String type = asked != null ? asked : media.isEmpty() ? "SMS" : "MMS";
        if (type.equals("SMS") && !media.isEmpty()) {
            refuse(ErrorCode.INVALID_VALUE, "/type", "An SMS can't have media.");
        }
        if (type.equals("MMS") && from != null && isAlphanumeric(from)) {
            refuse(ErrorCode.INVALID_VALUE, "/from", "An alphanumeric sender can send SMS only.");
        }
        return type;
    }

    private void checkContent(@Nullable String text, List<String> media, String type) {
        boolean hasText = text != null && !text.isEmpty();
        if (type.equals("SMS")) {
            if (!hasText) {
                refuse(ErrorCode.MISSING_PARAMETER, "/text", "The 'text' parameter is required and cannot be blank.");
            }
        } else if (media.isEmpty() && (endpoint != MessageEndpoint.GROUP_MMS || !hasText)) {
            refuse(ErrorCode.MISSING_PARAMETER, "/media_urls", "The 'media_urls' parameter is required.");
        }
    }

    private void checkNumbers(@Nullable String from, List<String> to) {
        if (from != null && to.contains(from)) {
            refuse(ErrorCode.SAME_NUMBERS, "/to", "The source and the destination are the same number.");
        }
    }

    private SmsText sms(@Nullable String text, String type) {
        String content = text == null ? "" : text;
        String encoding = text("encoding");
        if ("gsm7".equals(encoding) && !SmsText.isGsm7(content)) {
            errors.add(ErrorEntry.of(ErrorCode.BAD_REQUEST, "The text has characters that GSM-7 can't encode.")
                    .at("/text"));
        }
        SmsText sms = MessageEncoding.UCS2.getValue().equals(encoding) ? SmsText.ucs2(content) : SmsText.of(content);
        if (type.equals("MMS")) {
            return new SmsText(sms.encoding(), 1);
        }
        if (sms.parts() > SmsText.MAX_PARTS) {
            refuse(ErrorCode.INVALID_VALUE, "/text", "The text needs more than 10 SMS.");
        }
        return sms;
    }

    private @Nullable Instant sendAt() {
        if (!(body.get("send_at") instanceof OffsetDateTime given)) {
            if (endpoint == MessageEndpoint.SCHEDULE) {
                refuse(ErrorCode.MISSING_PARAMETER, "/send_at", "The 'send_at' parameter is required.");
            }
            return null;
        }
        Instant sendAt = given.toInstant();
        if (sendAt.isBefore(now.plus(SOONEST)) || sendAt.isAfter(now.plus(LATEST))) {
            refuse(ErrorCode.INVALID_VALUE, "/send_at", "The time must be 5 minutes to 5 days from now.");
        }
        return sendAt;
    }

    private @Nullable String text(String name) {
        Object value = body.get(name);
        Object plain = value instanceof OpenEnum<?> known ? known.getValue() : value;
        return plain == null ? null : plain.toString();
    }

    private static boolean isAlphanumeric(String from) {
        return !E164.matcher(from).matches() && !SHORT_CODE.matcher(from).matches();
    }

    private void refuse(ErrorCode code, String pointer, String detail) {
        errors.add(ErrorEntry.of(code, detail).at(pointer));
    }
}
