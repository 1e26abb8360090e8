package org.telnyx4j.sandbox.internal.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, or came in, once it has been checked.
 *
 * @param direction {@code outbound} or {@code inbound}
 * @param group whether it went to a group
 * @param useProfileWebhooks whether the webhooks of the messaging profile are told of it, too
 */
record MessageDraft(
        String direction,
        boolean group,
        @Nullable String from,
        List<String> to,
        @Nullable String text,
        SmsText sms,
        String type,
        @Nullable String subject,
        List<String> mediaUrls,
        @Nullable String messagingProfileId,
        @Nullable String webhookUrl,
        @Nullable String webhookFailoverUrl,
        boolean useProfileWebhooks,
        @Nullable Instant sendAt) {

    static final String INBOUND = "inbound";
    static final String OUTBOUND = "outbound";

    MessageDraft {
        to = List.copyOf(to);
        mediaUrls = List.copyOf(mediaUrls);
    }

    /** Returns a draft of what somebody sends to the account, or of what the account replies by itself. */
    static MessageDraft plain(
            String direction, String from, String to, String text, List<String> mediaUrls, @Nullable String profileId) {
        String type = mediaUrls.isEmpty() ? "SMS" : "MMS";
        SmsText sms = SmsText.of(text);
        return new MessageDraft(
                direction,
                false,
                from,
                List.of(to),
                text,
                type.equals("SMS") ? sms : new SmsText(sms.encoding(), 1),
                type,
                null,
                mediaUrls,
                profileId,
                null,
                null,
                true,
                null);
    }

    boolean isMms() {
        return type.equals("MMS");
    }

    boolean isInbound() {
        return direction.equals(INBOUND);
    }

    /** Shows nothing private. */
    @Override
    public String toString() {
        return "MessageDraft[" + direction + ", " + type + "]";
    }
}
