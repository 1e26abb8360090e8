package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxDelivery;

/** What webhooks show of the outbox's messages. */
class EventsTest {
    /** Returns the events as they went over the wire, {@code message.sent} first, once both have. */
    private static List<MessageEvent> events(Fixture fixture) {
        fixture.awaitTrue(() -> bodies(fixture, "message.finalized").findAny().isPresent(), "no event");
        return Stream.of("message.sent", "message.finalized")
                .map(type -> bodies(fixture, type).findFirst().orElseThrow())
                .map(body -> (MessageEvent) WebhookEvents.fromJson(body))
                .toList();
    }

    private static Stream<String> bodies(Fixture fixture, String type) {
        return fixture.sandbox.webhooks().deliveries().stream()
                .filter(delivery -> delivery.eventType().equals(type))
                .map(SandboxDelivery::body);
    }

    @ParameterizedTest
    @EnumSource
    void anEventSettlesWhatIsUnknown(TestDatabase.Kind kind) {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox().settleInterval(Duration.ofHours(1)));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            fixture.await(id, JobState.UNKNOWN);

            assertThat(outbox.record(events(fixture).get(0))).contains(id);

            JobInfo job = fixture.find(id);
            assertThat(job.state()).isEqualTo(JobState.SENT);
            assertThat(job.reason()).contains(JobReason.SETTLED);
            assertThat(job.nextAt()).isEmpty();
            fixture.assertSentOnce(job);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsCountTheSameInAnyOrder(TestDatabase.Kind kind) {
        int[][] orders = {{0, 1}, {1, 0}, {1, 1, 0}, {0, 0, 1, 0}, {1, 0, 1}};
        for (int[] order : orders) {
            try (Fixture fixture = Fixture.on(kind)) {
                Outbox outbox = fixture.started(fixture.outbox());
                JobId id = outbox.enqueue(Fixture.hello().build()).id();
                fixture.awaitSent(id);
                List<MessageEvent> events = events(fixture);

                for (int event : order) {
                    assertThat(outbox.record(events.get(event))).contains(id);
                }

                JobInfo job = fixture.find(id);
                assertThat(job.state()).isEqualTo(JobState.DELIVERED);
                assertThat(job.deliveryStatus()).contains("delivered");
                fixture.assertSentOnce(job);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventMayBeQuickerThanTheResponse(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            PausePoint point = new PausePoint(Seams.Point.AFTER_RESPONSE);
            Outbox outbox = fixture.started(fixture.outbox().seams(point));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            point.awaitReached();
            outbox.record(events(fixture).get(1));
            assertThat(fixture.find(id).state()).isEqualTo(JobState.DELIVERED);

            point.release();
            outbox.close();

            JobInfo job = fixture.find(id);
            assertThat(job.state()).isEqualTo(JobState.DELIVERED);
            fixture.assertSentOnce(job);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureHasItsCodeAndAnotherMessageIsNobodys(TestDatabase.Kind kind) {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.messages().failTo("+14165550123", "40001");
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            fixture.awaitSent(id);
            MessageEvent last = events(fixture).get(1);

            outbox.record(last);

            assertThat(fixture.find(id).state()).isEqualTo(JobState.DELIVERY_FAILED);
            assertThat(fixture.find(id).errorCode()).contains("40001");
            try (Fixture other = Fixture.on(kind);
                    Outbox empty = other.outbox().build()) {
                assertThat(empty.record(last)).isEmpty();
            }
        }
    }

    private static final String ANN = "+14165550123";
    private static final String BOB = "+14165550124";

    /** Returns an event of the message {@code m1}. */
    private static MessageEvent event(String type, String at, String recipients) {
        return (MessageEvent) WebhookEvents.fromJson("{\"data\": {\"record_type\": \"event\", \"id\": \"e-" + at
                + "\", \"event_type\": \"message." + type + "\", \"occurred_at\": \"" + at
                + "\", \"payload\": {\"id\": \"m1\", \"direction\": \"outbound\", \"to\": [" + recipients + "]}}}");
    }

    private static String to(String number, String status) {
        return "{\"phone_number\": \"" + number + "\", \"status\": \"" + status + "\"}";
    }

    /** Returns the job of a message {@code m1} that was sent, after some events of it. */
    private static JobInfo after(TestDatabase.Kind kind, OutboxJob job, List<MessageEvent> events) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId id = outbox.enqueue(job).id();
            fixture.execute(
                    "update telnyx4j_outbox set state = 'SENT', message_id = 'm1', finished_at = current_timestamp");
            for (MessageEvent event : events) {
                assertThat(outbox.record(event)).contains(id);
            }
            return fixture.find(id);
        }
    }

    private static OutboxJob group() {
        return OutboxJob.of(SendGroupMmsRequest.builder()
                        .from("+14165550199")
                        .to(List.of(ANN, BOB))
                        .text("Hello!")
                        .build())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoFinalEventsTheLaterOneCountsAndOfOneInstantTheDelivery(TestDatabase.Kind kind) throws Exception {
        String early = "2026-03-04T05:06:07.000Z";
        String late = "2026-03-04T05:06:08.000Z";
        MessageEvent failed = event("finalized", early, to(ANN, "delivery_failed"));
        MessageEvent delivered = event("finalized", early, to(ANN, "delivered"));
        MessageEvent failedLater = event("finalized", late, to(ANN, "delivery_failed"));
        MessageEvent unconfirmedLater = event("finalized", late, to(ANN, "delivery_unconfirmed"));

        for (List<MessageEvent> events :
                List.of(List.of(failed, delivered), List.of(delivered, failed), List.of(delivered, unconfirmedLater))) {
            JobInfo job = after(kind, Fixture.hello(ANN).build(), events);
            assertThat(job.state()).isEqualTo(JobState.DELIVERED);
            assertThat(job.deliveryStatus()).contains("delivered");
        }
        for (List<MessageEvent> events : List.of(List.of(failedLater, delivered), List.of(delivered, failedLater))) {
            JobInfo job = after(kind, Fixture.hello(ANN).build(), events);
            assertThat(job.state()).isEqualTo(JobState.DELIVERY_FAILED);
            assertThat(job.deliveryStatus()).contains("delivery_failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGroupHasFailedWhereOneMemberHasNotGotTheMessage(TestDatabase.Kind kind) throws Exception {
        String at = "2026-03-04T05:06:07.000Z";
        String later = "2026-03-04T05:06:09.000Z";
        MessageEvent both = event("finalized", at, to(ANN, "delivered") + ", " + to(BOB, "delivery_failed"));
        MessageEvent ann = event("finalized", later, to(ANN, "delivered"));
        MessageEvent bob = event("finalized", at, to(BOB, "delivery_failed"));

        for (List<MessageEvent> events :
                List.of(List.of(both), List.of(both, ann), List.of(ann, both), List.of(ann, bob), List.of(bob, ann))) {
            JobInfo job = after(kind, group(), events);
            assertThat(job.state()).as("%s", events).isEqualTo(JobState.DELIVERY_FAILED);
            assertThat(job.deliveryStatus()).contains("delivery_failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGroupIsDeliveredOnceEachMemberHasTheMessage(TestDatabase.Kind kind) throws Exception {
        String at = "2026-03-04T05:06:07.000Z";
        MessageEvent ann = event("finalized", at, to(ANN, "delivered"));
        MessageEvent bob = event("finalized", at, to(BOB, "delivered"));
        MessageEvent onlyAnn = event("finalized", at, to(ANN, "delivered") + ", " + to(BOB, "sent"));

        assertThat(after(kind, group(), List.of(ann)).state()).isEqualTo(JobState.SENT);
        JobInfo open = after(kind, group(), List.of(onlyAnn));
        assertThat(open.state()).isEqualTo(JobState.SENT);
        assertThat(open.deliveryStatus()).contains("sent");
        for (List<MessageEvent> events : List.of(List.of(ann, bob), List.of(bob, ann), List.of(bob, onlyAnn))) {
            JobInfo job = after(kind, group(), events);
            assertThat(job.state()).as("%s", events).isEqualTo(JobState.DELIVERED);
            assertThat(job.deliveryStatus()).contains("delivered");
        }
    }
}
