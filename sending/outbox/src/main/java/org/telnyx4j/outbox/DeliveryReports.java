package org.telnyx4j.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.messaging.MessageDelivery;
import org.telnyx4j.messaging.MessageResult;

/**
 * What was reported of the recipients of a message so far. Which of two statuses of a recipient counts is decided by {@link
 * MessageDelivery}, so it is the same in whatever order the reports come. Immutable.
 */
final class DeliveryReports {
    /** All reports are about one message, whose id is elsewhere. */
    private static final String MESSAGE = "message";

    private final String stored;
    private final MessageDelivery delivery;

    private DeliveryReports(String stored, MessageDelivery delivery) {
        this.stored = stored;
        this.delivery = delivery;
    }

    /** Reads what a row has. A line that is no report, which somebody has written by hand, is left out. */
    static DeliveryReports read(@Nullable String stored) {
        MessageDelivery delivery = MessageDelivery.of(MESSAGE);
        String lines = stored == null ? "" : stored;
        for (String line : lines.lines().toList()) {
            delivery = with(delivery, line);
        }
        return new DeliveryReports(lines, delivery);
    }

    private static MessageDelivery with(MessageDelivery delivery, String line) {
        try {
            return delivery.with(MessageResult.fromJson(line));
        } catch (RuntimeException notReadable) {
            return delivery;
        }
    }

    /** Returns these with one more; the same where it brings nothing new. */
    DeliveryReports with(MessageResult message, @Nullable Instant at) {
        MessageResult report = report(
                message.recipients().stream()
                        .map(recipient -> recipient(
                                recipient.phoneNumber(), recipient.status().orElse(null)))
                        .toList(),
                at);
        MessageDelivery more = delivery.with(report);
        return more.equals(delivery) ? this : new DeliveryReports(stored + report.toJson() + "\n", more);
    }

    private static MessageResult report(List<MessageRecipient> recipients, @Nullable Instant at) {
        MessagePayload.Builder report = MessagePayload.builder().id(MESSAGE).to(recipients);
        if (at != null) {
            report.completedAt(at.atOffset(ZoneOffset.UTC));
        }
        return MessageResult.of(report.build());
    }

    private static MessageRecipient recipient(String number, @Nullable MessageStatus status) {
        MessageRecipient.Builder recipient = MessageRecipient.builder().phoneNumber(number);
        if (status != null) {
            recipient.status(status);
        }
        return recipient.build();
    }

    /** Returns the recipients that something was reported of, each with the status that counts. */
    MessageResult folded() {
        return report(
                delivery.statuses().entrySet().stream()
                        .map((Map.Entry<String, MessageStatus> one) -> recipient(one.getKey(), one.getValue()))
                        .toList(),
                null);
    }

    /** Returns what the row is to have: numbers and statuses. */
    String stored() {
        return stored;
    }
}
