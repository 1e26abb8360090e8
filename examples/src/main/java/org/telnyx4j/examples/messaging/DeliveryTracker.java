package org.telnyx4j.examples.messaging;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.messaging.MessageDelivery;
import org.telnyx4j.messaging.MessageStatusTracker;

/**
 * Reports once, for each text, that it was delivered or failed. Telnyx delivers webhooks twice, late and in any order;
 * the tracker derives the status from whatever came.
 */
final class DeliveryTracker {
    private final MessageStatusTracker tracker = new MessageStatusTracker();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Consumer<MessageDelivery> report;

    DeliveryTracker(Consumer<MessageDelivery> report) {
        this.report = report;
    }

    /** Handles on the thread that received the webhook: if the report fails, Telnyx delivers the event again. */
    EventRouter router() {
        return EventRouter.builder().on(MessageEvent.class, this::record).build();
    }

    private void record(MessageEvent event) {
        tracker.record(event)
                .filter(MessageDelivery::isFinal)
                .filter(delivery -> reported.add(delivery.messageId()))
                .ifPresent(this::report);
    }

    private void report(MessageDelivery delivery) {
        try {
            report.accept(delivery);
        } catch (RuntimeException e) {
            reported.remove(delivery.messageId());
            throw e;
        }
    }
}
