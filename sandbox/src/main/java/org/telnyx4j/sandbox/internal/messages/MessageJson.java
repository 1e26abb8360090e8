package org.telnyx4j.sandbox.internal.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.internal.http.Address;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Timestamps;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Progress;

/** Writes a message as the API does. */
final class MessageJson {
    private static final Duration TIME_IN_QUEUE = Duration.ofHours(1);

    private static final BigDecimal SMS_RATE = new BigDecimal("0.0040");
    private static final BigDecimal SMS_CARRIER_FEE = new BigDecimal("0.0030");
    private static final BigDecimal MMS_RATE = new BigDecimal("0.0150");
    private static final BigDecimal MMS_CARRIER_FEE = new BigDecimal("0.0070");

    private MessageJson() {}

    static ObjectNode of(StoredMessage message) {
        MessageDraft draft = message.draft();
        ObjectNode json = Json.object();
        json.put("record_type", "message");
        json.put("direction", "outbound");
        json.put("id", message.id());
        json.put("type", message.type());
        json.put("organization_id", message.account().organizationId());
        json.put("messaging_profile_id", message.messagingProfileId());
        addAddresses(json, message);
        json.put("subject", draft.subject());
        String text = draft.text() == null ? "" : draft.text();
        json.put("text", text);
        json.put("num_chars", text.codePointCount(0, text.length()));
        json.put("encoding", message.encoding());
        json.put("smart_encoding_applied", false);
        json.put("parts", message.parts());
        addMedia(json, message);
        json.put("webhook_url", draft.webhookUrl());
        json.put("webhook_failover_url", draft.webhookFailoverUrl());
        json.putArray("tags");
        json.putNull("tcr_campaign_id");
        json.put("tcr_campaign_billable", false);
        json.putNull("tcr_campaign_registered");
        json.put("wait_seconds", 0.0);
        addCost(json, message);
        addProgress(json, message);
        return json;
    }

    private static void addAddresses(ObjectNode json, StoredMessage message) {
        ObjectNode from = json.putObject("from");
        from.put("phone_number", message.from());
        boolean isNumber = Address.isE164(message.from());
        from.put("carrier", isNumber ? "Telnyx" : "");
        from.put("line_type", isNumber ? "VoIP" : "");
        ArrayNode to = json.putArray("to");
        for (String recipient : message.to()) {
            ObjectNode entry = to.addObject();
            entry.put("phone_number", recipient);
            entry.put("status", message.status());
            entry.put("carrier", "Sandbox Mobile");
            entry.put("line_type", "Wireless");
        }
        json.putArray("cc");
    }

    private static void addMedia(ObjectNode json, StoredMessage message) {
        ArrayNode media = json.putArray("media");
        for (String url : message.mediaUrls()) {
            // The sandbox doesn't fetch media, so it can't know more than the URL; the API may say null too.
            ObjectNode entry = media.addObject();
            entry.put("url", url);
            entry.putNull("content_type");
            entry.putNull("sha256");
            entry.putNull("size");
        }
    }

    private static void addCost(ObjectNode json, StoredMessage message) {
        if (message.status().equals(MessageStore.CANCELLED)) {
            json.set("cost", money(BigDecimal.valueOf(0, 1)));
            json.putNull("cost_breakdown");
            return;
        }
        if (message.progress().sentAt() == null) {
            json.putNull("cost");
            json.putNull("cost_breakdown");
            return;
        }
        boolean mms = message.draft().isMms();
        BigDecimal count =
                BigDecimal.valueOf((long) message.parts() * message.to().size());
        BigDecimal rate = (mms ? MMS_RATE : SMS_RATE).multiply(count);
        BigDecimal carrierFee = (mms ? MMS_CARRIER_FEE : SMS_CARRIER_FEE).multiply(count);
        json.set("cost", money(rate.add(carrierFee)));
        ObjectNode breakdown = json.putObject("cost_breakdown");
        breakdown.set("carrier_fee", money(carrierFee));
        breakdown.set("rate", money(rate));
    }

    private static ObjectNode money(BigDecimal amount) {
        return Json.object().put("amount", amount.toPlainString()).put("currency", "USD");
    }

    private static void addProgress(ObjectNode json, StoredMessage message) {
        Progress progress = message.progress();
        boolean waiting =
                message.status().equals(MessageStore.QUEUED) || message.status().equals(MessageStore.SCHEDULED);
        Instant due = message.sendAt().orElse(message.receivedAt());
        json.put("received_at", timestamp(message.receivedAt()));
        json.put("sent_at", timestamp(progress.sentAt()));
        json.put("completed_at", timestamp(progress.completedAt()));
        json.put("valid_until", waiting ? timestamp(due.plus(TIME_IN_QUEUE)) : null);
        ArrayNode errors = json.putArray("errors");
        if (progress.errorCode() != null) {
            errors.addObject()
                    .put("code", progress.errorCode())
                    .put("title", "Delivery failed")
                    .put("detail", "The sandbox was told to let this message fail.");
        }
    }

    private static @Nullable String timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }
}
