package org.telnyx4j.internal.messaging;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessageStatus;

/** What the statuses of a message mean. */
public final class MessageStatuses {
    private static final Set<MessageStatus> FAILURES =
            Set.of(MessageStatus.SENDING_FAILED, MessageStatus.DELIVERY_FAILED, MessageStatus.EXPIRED);

    private static final Set<MessageStatus> OTHER_FINAL = Set.of(
            MessageStatus.DELIVERED, MessageStatus.READ, MessageStatus.DELIVERY_UNCONFIRMED, MessageStatus.CANCELLED);

    private MessageStatuses() {}

    /**
     * Returns whether the message has arrived.
     *
     * @param status the status
     * @return true for delivered, and for read, which can follow it
     */
    public static boolean isDelivered(@Nullable MessageStatus status) {
        return MessageStatus.DELIVERED.equals(status) || MessageStatus.READ.equals(status);
    }

    /**
     * Returns whether the message will not arrive.
     *
     * @param status the status
     * @return true for sending_failed, delivery_failed and expired
     */
    public static boolean isFailure(MessageStatus status) {
        return FAILURES.contains(status);
    }

    /**
     * Returns whether the status will not change any more.
     *
     * @param status the status
     * @return true for the failures, and for delivered, read, delivery_unconfirmed and cancelled
     */
    public static boolean isFinal(MessageStatus status) {
        return isFailure(status) || OTHER_FINAL.contains(status);
    }
}
