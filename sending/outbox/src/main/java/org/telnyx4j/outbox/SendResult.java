package org.telnyx4j.outbox;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.messaging.Cost;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Recipient;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * What Telnyx's response reports of something that was carried out.
 *
 * @param id its id, or null where it has none
 * @param status its status, or null; of a message to a group the one that keeps it from being delivered
 * @param failed whether the message was accepted and has failed already, or the order has
 * @param delivered whether the message has arrived already, or the order has succeeded
 * @param errorCode of its first error, or null
 * @param cost in the currency, or null where it is not known yet
 * @param currency of the cost, or null
 * @param parts how many parts a text has, or null
 */
record SendResult(
        @Nullable String id,
        @Nullable String status,
        boolean failed,
        boolean delivered,
        @Nullable String errorCode,
        @Nullable BigDecimal cost,
        @Nullable String currency,
        @Nullable Integer parts) {
    private static final int LONGEST = 255;

    /** A status of unexpected length must not keep the database from learning that the message was sent. */
    SendResult {
        id = shortened(id);
        status = shortened(status);
        errorCode = shortened(errorCode);
        currency = shortened(currency);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Returns the state of a job of which this is all that is known. */
    JobState state() {
        return delivered ? JobState.DELIVERED : failed ? JobState.DELIVERY_FAILED : JobState.SENT;
    }

    static SendResult ofId(@Nullable String id) {
        return new SendResult(id, null, false, false, null, null, null, null);
    }

    static SendResult of(MessageResult message) {
        Cost cost = message.cost().orElse(null);
        return new SendResult(
                message.id().isEmpty() ? null : message.id(),
                status(message),
                message.isFinal() && message.isFailed(),
                message.isDelivered(),
                message.errors().isEmpty() ? null : message.errors().get(0).code(),
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.currency(),
                message.parts().isPresent() ? message.parts().getAsInt() : null);
    }

    /** Returns the status of the recipient for whom the message has come least far: one that failed, if there is any. */
    static @Nullable String status(MessageResult message) {
        return message.recipients().stream()
                .filter(recipient -> recipient.status().isPresent())
                .min(Comparator.comparing(SendResult::stage))
                .flatMap(Recipient::status)
                .map(MessageStatus::getValue)
                .orElse(null);
    }

    private static int stage(Recipient recipient) {
        if (recipient.isFailed()) {
            return 0;
        }
        return !recipient.isFinal() ? 1 : recipient.isDelivered() ? 3 : 2;
    }

    static SendResult of(NumberOrderResult order) {
        return new SendResult(
                order.id(), order.status().getValue(), order.isFailure(), order.isSuccess(), null, null, null, null);
    }

    /** Detail records don't name all statuses as messages do; this one they share. */
    static SendResult settled(@Nullable String id, @Nullable String status) {
        return new SendResult(id, status, false, "delivered".equals(status), null, null, null, null);
    }
}
