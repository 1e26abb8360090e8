package org.telnyx4j.events;

import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.messaging.MessageResult;

/**
 * Something that happened to a message. Whether a message that was sent has arrived is in the status of each of its
 * recipients, not in the type of the event: {@link MessageStatusTracker} brings the events of a message in order.
 */
public sealed interface MessageEvent extends WebhookEvent {
    /**
     * Returns the message as it was when the event happened.
     *
     * @return the message, without request id or rate limit
     */
    MessageResult message();

    /** {@code message.received}: a message came in to one of the account's numbers. */
    final class Received extends TypedMessageEvent implements MessageEvent {
        Received(EventBody body) {
            super(body);
        }
    }

    /** {@code message.sent}: a message was given to the carrier, for one recipient at least. */
    final class Sent extends TypedMessageEvent implements MessageEvent {
        Sent(EventBody body) {
            super(body);
        }
    }

    /** {@code message.finalized}: nothing more will happen to a message, whether it arrived or not. */
    final class Finalized extends TypedMessageEvent implements MessageEvent {
        Finalized(EventBody body) {
            super(body);
        }
    }
}
