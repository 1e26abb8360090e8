package org.telnyx4j.sandbox.internal.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller asked to be sent, once it has been checked. */
record MessageDraft(
        MessageEndpoint endpoint,
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
        @Nullable Instant sendAt) {

    MessageDraft {
        to = List.copyOf(to);
        mediaUrls = List.copyOf(mediaUrls);
    }

    boolean isMms() {
        return type.equals("MMS");
    }
}
