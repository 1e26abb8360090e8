package org.telnyx4j.examples.messaging;

import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Tells a customer by text that an order is on its way, and reports what became of it. */
final class NotifyCustomer {
    /** What the shop does next depends on it. */
    enum Notice {
        /** Telnyx has accepted the text. */
        ACCEPTED,
        /** The number cannot be one, so somebody has to ask the customer. */
        WRONG_NUMBER,
        /** Nothing was sent: the same text may be sent later. */
        LATER,
        /** Telnyx refused it, such as because the customer replied STOP. */
        REFUSED,
        /** It may have been sent. The text's webhook will show it; until then it is not sent again. */
        UNKNOWN
    }

    private final TelnyxOperations telnyx;

    NotifyCustomer(TelnyxOperations telnyx) {
        this.telnyx = telnyx;
    }

    Notice orderShipped(String phoneNumber, String order) {
        OutgoingMessage message = OutgoingMessage.builder()
                .to(phoneNumber)
                .text("Your order " + order + " has left the warehouse.")
                .build();
        try {
            telnyx.messages().send(message);
            return Notice.ACCEPTED;
        } catch (TelnyxValidationException e) {
            // Without a status it was refused here, before anything went on the wire.
            return e.httpStatus().isEmpty() ? Notice.WRONG_NUMBER : Notice.REFUSED;
        } catch (TelnyxRateLimitException e) {
            return Notice.LATER;
        } catch (TelnyxException e) {
            return switch (e.outcome()) {
                case CARRIED_OUT -> Notice.ACCEPTED;
                case UNKNOWN -> Notice.UNKNOWN;
                case NOT_CARRIED_OUT -> e.httpStatus().isPresent() ? Notice.REFUSED : Notice.LATER;
            };
        }
    }
}
