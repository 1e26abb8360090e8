package org.telnyx4j.sandbox.internal.messages;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.generated.model.CancelMessageResponse;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.generated.model.LineType;
import org.telnyx4j.generated.model.MessageDirection;
import org.telnyx4j.generated.model.MessageMedia;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageSender;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.MessageType;
import org.telnyx4j.sandbox.internal.messages.StoredMessage.Progress;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** Writes a message as the API, its webhooks and its detail record have it. */
final class MessageModels {
    private static final Duration TIME_IN_QUEUE = Duration.ofHours(1);

    private MessageModels() {}

    static MessagePayload payload(StoredMessage message, Instant now) {
        MessageDraft draft = message.draft();
        String text = draft.text() == null ? "" : draft.text();
        MessagePayload.Builder model = MessagePayload.builder()
                .recordType(MessagePayload.RecordType.MESSAGE)
                .direction(MessageDirection.fromValue(draft.direction()))
                .id(message.id())
                .type(MessageType.fromValue(message.type()))
                .organizationId(message.owner().organizationId())
                .messagingProfileId(message.messagingProfileId())
                .from(sender(message))
                .to(message.to().stream()
                        .map(recipient -> recipient(recipient, message))
                        .toList())
                .cc(List.of())
                .text(text)
                .numChars(text.codePointCount(0, text.length()))
                .encoding(message.encoding())
                .smartEncodingApplied(false)
                .parts(message.parts())
                .media(message.mediaUrls().stream().map(MessageModels::media).toList())
                .tags(List.of())
                .clearTcrCampaignId()
                .tcrCampaignBillable(false)
                .clearTcrCampaignRegistered()
                .waitSeconds(
                        BigDecimal.valueOf(message.waitInQueue().toMillis(), 3).stripTrailingZeros())
                .receivedAt(WireTime.of(message.receivedAt()));
        if (draft.subject() == null) {
            model.clearSubject();
        } else {
            model.subject(draft.subject());
        }
        addUrls(model, message);
        addCost(model, message, now);
        addProgress(model, message);
        return model.build();
    }

    private static MessageSender sender(StoredMessage message) {
        boolean isNumber = message.from().startsWith("+");
        return MessageSender.builder()
                .phoneNumber(message.from())
                .carrier(isNumber ? (message.draft().isInbound() ? "Sandbox Mobile" : "Telnyx") : "")
                .lineType(
                        !isNumber
                                ? LineType.fromValue("")
                                : message.draft().isInbound() ? LineType.WIRELESS : LineType.VO_IP)
                .build();
    }

    private static MessageRecipient recipient(String number, StoredMessage message) {
        boolean inbound = message.draft().isInbound();
        return MessageRecipient.builder()
                .phoneNumber(number)
                .status(MessageStatus.fromValue(inbound ? "webhook_delivered" : message.status()))
                .carrier(inbound ? "Telnyx" : "Sandbox Mobile")
                .lineType(inbound ? LineType.VO_IP : LineType.WIRELESS)
                .build();
    }

    /** The sandbox doesn't fetch media, so it can't know more than the URL; the API may have null there, too. */
    private static MessageMedia media(String url) {
        return MessageMedia.builder()
                .url(url)
                .clearContentType()
                .clearSha256()
                .clearSize()
                .build();
    }

    private static void addUrls(MessagePayload.Builder model, StoredMessage message) {
        String first = message.draft().isInbound() ? null : message.targets().first();
        String second = message.draft().isInbound() ? null : message.targets().second();
        if (first == null) {
            model.clearWebhookUrl();
        } else {
            model.webhookUrl(first);
        }
        if (second == null) {
            model.clearWebhookFailoverUrl();
        } else {
            model.webhookFailoverUrl(second);
        }
    }

    private static void addCost(MessagePayload.Builder model, StoredMessage message, Instant now) {
        if (message.status().equals(MessageService.CANCELLED)) {
            model.cost(MessageCosts.money(BigDecimal.valueOf(0, 1))).clearCostBreakdown();
        } else if (message.hasCost(now)) {
            MessageCosts costs = MessageCosts.of(message);
            model.cost(MessageCosts.money(costs.total())).costBreakdown(costs.breakdown());
        } else {
            model.clearCost().clearCostBreakdown();
        }
    }

    private static void addProgress(MessagePayload.Builder model, StoredMessage message) {
        Progress progress = message.progress();
        boolean waiting = message.status().equals(MessageService.QUEUED)
                || message.status().equals(MessageService.SCHEDULED);
        if (progress.sentAt() == null) {
            model.clearSentAt();
        } else {
            model.sentAt(WireTime.of(progress.sentAt()));
        }
        if (progress.completedAt() == null || message.draft().isInbound()) {
            model.clearCompletedAt();
        } else {
            model.completedAt(WireTime.of(progress.completedAt()));
        }
        if (waiting) {
            model.validUntil(
                    WireTime.of(message.sendAt().orElse(message.receivedAt()).plus(TIME_IN_QUEUE)));
        } else {
            model.clearValidUntil();
        }
        if (progress.autoresponse() != null) {
            model.autoresponseType(MessagePayload.AutoresponseType.fromValue(progress.autoresponse()));
        }
        model.errors(errors(progress.errorCode()));
    }

    private static List<ApiError> errors(@Nullable String code) {
        return code == null
                ? List.of()
                : List.of(ApiError.builder()
                        .code(code)
                        .title(MessageFailure.titleOf(code))
                        .detail("The sandbox was told to let this message fail.")
                        .build());
    }

    /** A cancelled message is responded without an envelope. */
    static CancelMessageResponse cancelled(StoredMessage message, Instant now) {
        Map<String, @Nullable Object> fields =
                new LinkedHashMap<>(payload(message, now).toMap());
        fields.remove("wait_seconds");
        return CancelMessageResponse.fromMap(fields);
    }

    /** Writes the record that a message leaves once nothing more happens to it. */
    static DetailRecord record(StoredMessage message, Instant now) {
        Progress progress = message.progress();
        Instant completedAt = progress.completedAt() == null ? now : progress.completedAt();
        MessageCosts costs = MessageCosts.of(message);
        boolean costly = message.hasCost(now);
        String recipient = message.to().get(0);
        DetailRecord.Builder record = DetailRecord.builder()
                .recordType("message_detail_record")
                .uuid(message.id())
                .userId(message.owner().organizationId())
                .direction(DetailRecord.Direction.fromValue(message.direction()))
                .messageType(DetailRecord.MessageType.fromValue(message.type()))
                .cli(message.from())
                .cld(recipient)
                .countryCode(CallingCodes.countryOf(recipient).orElse(null))
                .sourceCountryCode(CallingCodes.countryOf(message.from()).orElse(null))
                .status(recordStatus(message.status()))
                .errors(progress.errorCode() == null ? List.of() : List.of(progress.errorCode()))
                .parts(message.parts())
                .profileId(message.messagingProfileId())
                .profileName(message.owner().profileName())
                .carrier("Sandbox Mobile")
                .onNet(false)
                .fteu(false)
                .tags("")
                .currency("USD")
                .createdAt(WireTime.of(message.receivedAt()))
                .updatedAt(WireTime.of(completedAt))
                .completedAt(WireTime.of(completedAt));
        if (costly) {
            record.cost(costs.total().toPlainString())
                    .carrierFee(costs.carrierFee().toPlainString())
                    .rate(costs.rate().toPlainString());
        }
        if (progress.sentAt() != null) {
            record.sentAt(WireTime.of(progress.sentAt()));
        }
        return record.deliveryStatusWebhookUrl(message.targets().first())
                .deliveryStatusFailoverUrl(message.targets().second())
                .build();
    }

    private static String recordStatus(String status) {
        return switch (status) {
            case "delivered", "read" -> "delivered";
            case "delivery_unconfirmed" -> "dlr_unconfirmed";
            case "sending_failed" -> "gw_reject";
            case "received" -> "received";
            default -> "failed";
        };
    }
}
