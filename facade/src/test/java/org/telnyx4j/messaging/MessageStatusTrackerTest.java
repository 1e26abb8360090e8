package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;

class MessageStatusTrackerTest {
    private static final String ID = "40385f64-5717-4562-b3fc-2c963f66afa6";
    private static final String ANN = "+14165550123";
    private static final String BOB = "+14165550124";

    @Test
    void aDeliveredMessageIsDeliveredInWhateverOrderItsEventsCome() {
        List<MessageEvent> events = List.of(
                event("message.sent", 1, "sending", "queued"),
                event("message.sent", 2, "sent", "sending"),
                event("message.finalized", 3, "delivered", "sent"),
                event("message.finalized", 4, "delivered", "delivery_failed"));

        assertEveryOrderGives(events, Map.of(ANN, MessageStatus.DELIVERED, BOB, MessageStatus.DELIVERY_FAILED));
    }

    @Test
    void aMessageThatWasReadIsReadInWhateverOrderItsEventsCome() {
        assertEveryOrderGives(
                List.of(
                        event("message.sent", 1, "sent", null),
                        event("message.finalized", 2, "delivered", null),
                        event("message.finalized", 3, "read", null)),
                Map.of(ANN, MessageStatus.READ));
    }

    @Test
    void anUnfinishedMessageIsAsFarAsItsFurthestEvent() {
        assertEveryOrderGives(
                List.of(
                        event("message.sent", 5, "queued", null),
                        event("message.sent", 1, "scheduled", null),
                        event("message.sent", 3, "sending", null)),
                Map.of(ANN, MessageStatus.SENDING));
    }

    @Test
    void aFinalStatusStaysWhateverCameLater() {
        assertEveryOrderGives(
                List.of(
                        event("message.finalized", 2, "sending_failed", null),
                        event("message.sent", 9, "sent", null),
                        event("message.sent", 8, "something_new", null)),
                Map.of(ANN, MessageStatus.SENDING_FAILED));
    }

    @Test
    void anUnconfirmedDeliveryGivesWayToADefiniteOne() {
        assertEveryOrderGives(
                List.of(
                        event("message.finalized", 2, "delivered", null),
                        event("message.finalized", 5, "delivery_unconfirmed", null),
                        event("message.sent", 1, "sent", null)),
                Map.of(ANN, MessageStatus.DELIVERED));
    }

    @Test
    void ofTwoDefiniteStatusesTheLaterOneCounts() {
        assertEveryOrderGives(
                List.of(
                        event("message.finalized", 5, "delivery_failed", null),
                        event("message.finalized", 2, "delivered", null),
                        event("message.finalized", 5, "expired", null)),
                Map.of(ANN, MessageStatus.DELIVERY_FAILED));
    }

    @Test
    void aStatusThatIsNewEndsTheMessageInItsLastEventOnly() {
        MessageDelivery under = MessageDelivery.of(ID).with(event("message.sent", 1, "on_its_way", null));
        MessageDelivery over = under.with(event("message.finalized", 2, "delivered_twice", null));

        assertThat(under.isFinal()).isFalse();
        assertThat(over.isFinal()).isTrue();
        assertEveryOrderGives(
                List.of(
                        event("message.sent", 1, "sent", null),
                        event("message.sent", 3, "on_its_way", null),
                        event("message.finalized", 2, "delivered_twice", null)),
                Map.of(ANN, MessageStatus.fromValue("delivered_twice")));
    }

    @Test
    void eventsWithoutATimeCountAsTheEarliest() {
        MessageEvent timeless = parse(body("message.finalized", "x", "delivered", null));

        assertEveryOrderGives(
                List.of(timeless, event("message.finalized", 1, "delivery_failed", null)),
                Map.of(ANN, MessageStatus.DELIVERY_FAILED));
    }

    @Test
    void aMessageIsFinalWhenAllItsRecipientsAre() {
        MessageDelivery half = MessageDelivery.of(ID).with(event("message.finalized", 1, "delivered", "sent"));
        MessageDelivery whole = half.with(event("message.finalized", 2, "delivered", "expired"));

        assertThat(half.isFinal()).isFalse();
        assertThat(half.isDelivered()).isFalse();
        assertThat(half.isFailed()).isFalse();
        assertThat(whole.isFinal()).isTrue();
        assertThat(whole.isFailed()).isTrue();
        assertThat(whole.status(BOB)).contains(MessageStatus.EXPIRED);
        assertThat(whole.status("+1")).isEmpty();
        assertThat(MessageDelivery.of(ID).isFinal()).isFalse();
        assertThat(MessageDelivery.of(ID).isDelivered()).isFalse();
    }

    @Test
    void theResultOfSendingCountsToo() {
        MessageStatusTracker tracker = new MessageStatusTracker();
        tracker.record(event("message.finalized", 3, "delivered", null));
        tracker.record(result("queued"));

        assertThat(tracker.find(ID)).hasValueSatisfying(delivery -> {
            assertThat(delivery.isDelivered()).isTrue();
            assertThat(delivery.messageId()).isEqualTo(ID);
        });
    }

    @Test
    void receivedMessagesAndOtherMessagesChangeNothing() {
        MessageStatusTracker tracker = new MessageStatusTracker();

        assertThat(tracker.record(event("message.received", 1, "webhook_delivered", null)))
                .isEmpty();
        assertThat(tracker.record(parse("{\"data\":{\"event_type\":\"message.sent\",\"id\":\"e\",\"payload\":{}}}")))
                .isEmpty();
        assertThat(tracker.find(ID)).isEmpty();
        assertThat(MessageDelivery.of("another").with(event("message.sent", 1, "sent", null)))
                .isEqualTo(MessageDelivery.of("another"));
    }

    @Test
    void aFullTrackerDropsWhatWasUpdatedLongestAgo() {
        MessageStatusTracker tracker = new MessageStatusTracker(2);
        tracker.record(message("a"));
        tracker.record(message("b"));
        tracker.record(message("a"));
        tracker.record(message("c"));

        assertThat(tracker.find("a")).isPresent();
        assertThat(tracker.find("b")).isEmpty();
        assertThat(tracker.find("c")).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageStatusTracker(0))
                .withMessageContaining("capacity");
    }

    @Test
    void noStringShowsANumber() {
        MessageDelivery delivery = MessageDelivery.of(ID).with(event("message.sent", 1, "sent", "queued"));

        assertThat(delivery).hasToString("MessageDelivery[" + ID + ", [sent, queued]]");
    }

    /** Every order of the events, and every order of all of them twice over as far as five events go. */
    private static void assertEveryOrderGives(List<MessageEvent> events, Map<String, MessageStatus> expected) {
        List<MessageEvent> repeated = new ArrayList<>(events);
        repeated.add(events.get(0));
        repeated.add(events.get(events.size() - 1));
        MessageDelivery first = null;
        for (List<MessageEvent> order : orders(repeated)) {
            MessageDelivery delivery = MessageDelivery.of(ID);
            MessageStatusTracker tracker = new MessageStatusTracker();
            for (MessageEvent event : order) {
                delivery = delivery.with(event);
                assertThat(tracker.record(event)).contains(delivery);
            }
            first = first == null ? delivery : first;
            assertThat(delivery).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(delivery.statuses()).isEqualTo(expected);
        }
    }

    private static List<List<MessageEvent>> orders(List<MessageEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, events.size())
                .boxed()
                .flatMap(first -> {
                    List<MessageEvent> others = new ArrayList<>(events);
                    MessageEvent taken = others.remove((int) first);
                    return orders(others).stream().map(order -> {
                        List<MessageEvent> whole = new ArrayList<>(order);
                        whole.add(0, taken);
                        return whole;
                    });
                })
                .toList();
    }

    private static MessageEvent event(String type, int second, String ann, @Nullable String bob) {
        return parse(body(type, "2026-03-04T05:06:0" + second + "Z", ann, bob));
    }

    private static String body(String type, String time, String ann, @Nullable String bob) {
        String second = bob == null ? "" : ",{\"phone_number\":\"" + BOB + "\",\"status\":\"" + bob + "\"}";
        return """
                {"data":{"event_type":"%s","id":"e-%s","occurred_at":"%s","payload":{"id":"%s",
                 "to":[{"phone_number":"%s","status":"%s"}%s,{"phone_number":"+14165550125"}]}}}
                """.formatted(type, time, time, ID, ANN, ann, second);
    }

    private static MessageEvent message(String id) {
        return parse("{\"data\":{\"event_type\":\"message.sent\",\"payload\":{\"id\":\"" + id + "\"}}}");
    }

    private static MessageEvent parse(String json) {
        return (MessageEvent) WebhookEvents.fromJson(json);
    }

    private static MessageResult result(String status) {
        MessageRecipient recipient = MessageRecipient.builder()
                .phoneNumber(ANN)
                .status(MessageStatus.fromValue(status))
                .build();
        return MessageResult.fromMap(
                MessagePayload.builder().id(ID).addTo(recipient).build().toMap());
    }
}
