package org.telnyx4j.events;

import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.numbers.NumberOrderResult;

/** Something that happened to the account's phone numbers. */
public sealed interface NumberEvent extends WebhookEvent {
    /** {@code number_order.complete}: an order has come to its end, well or badly; its status tells which. */
    final class OrderCompleted extends TypedEvent<NumberOrder> implements NumberEvent {
        OrderCompleted(EventBody body) {
            super(body, NumberOrder.class);
        }

        /**
         * Returns the order.
         *
         * @return the order as it was when the event happened
         */
        public NumberOrderResult order() {
            return new NumberOrderResult(payload(), null);
        }
    }
}
