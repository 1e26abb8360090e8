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
}
