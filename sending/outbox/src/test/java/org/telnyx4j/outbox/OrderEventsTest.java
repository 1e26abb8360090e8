package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.NumberToOrder;

/** What webhooks show of the outbox's number orders. */
class OrderEventsTest {
    private static OutboxJob order(@Nullable String reference) {
        CreateNumberOrderRequest.Builder order = CreateNumberOrderRequest.builder()
                .phoneNumbers(List.of(
                        NumberToOrder.builder().phoneNumber("+14165550123").build()));
        return OutboxJob.of((reference == null ? order : order.customerReference(reference)).build())
                .build();
    }

    private static NumberOrderEvent event(String id, String reference, String status) {
        return (NumberOrderEvent) WebhookEvents.fromJson("{\"data\": {\"record_type\": \"event\", \"id\": \"e1\","
                + " \"event_type\": \"number_order.complete\", \"payload\": {\"id\": \"" + id
                + "\", \"customer_reference\": \"" + reference + "\", \"status\": \"" + status
                + "\", \"created_at\": \"2999-01-01T00:00:00Z\"}}}");
    }

    /** Returns an order in a state in which a worker leaves it, with the outbox's reference t1. */
    private static JobId stored(Fixture fixture, Outbox outbox, @Nullable String reference, String state)
            throws Exception {
        JobId id = outbox.enqueue(order(reference)).id();
        fixture.change(id, "token = 't1', claimed_at = current_timestamp, " + state);
        return id;
    }

    private static JobId sent(Fixture fixture, Outbox outbox) throws Exception {
        return stored(fixture, outbox, null, "state = 'SENT', message_id = 'o1', delivery_status = 'pending'");
    }

    private static void assertEnd(JobInfo job, JobState state, String status) {
        assertThat(job.state()).isEqualTo(state);
        assertThat(job.deliveryStatus()).contains(status);
        assertThat(job.messageId()).contains("o1");
        assertThat(job.finishedAt()).isPresent();
        assertThat(job.nextAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatWasPlacedEndsWithSuccessOrFailure(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId bought = sent(fixture, outbox);
            assertThat(outbox.record(event("o1", "", "success"))).contains(bought);
            assertEnd(fixture.find(bought), JobState.DELIVERED, "success");
            assertThat(fixture.find(bought).reason()).isEmpty();
            JobInfo before = fixture.find(bought);
            assertThat(outbox.record(event("o1", "t1", "success"))).contains(bought);
            assertThat(fixture.find(bought)).as("nothing new").isEqualTo(before);

            fixture.execute("delete from telnyx4j_outbox");
            JobId failed = sent(fixture, outbox);
            assertThat(outbox.record(event("o1", "", "failure"))).contains(failed);
            assertEnd(fixture.find(failed), JobState.DELIVERY_FAILED, "failure");
            assertThat(outbox.record(event("o2", "t2", "failure"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inAnyOrderTheSameCounts(TestDatabase.Kind kind) throws Exception {
        String[][] orders = {
            {"success", "failure"}, {"failure", "success"}, {"pending", "success"}, {"success", "pending", "success"}
        };
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            for (String[] statuses : orders) {
                fixture.execute("delete from telnyx4j_outbox");
                JobId id = sent(fixture, outbox);
                for (String status : statuses) {
                    outbox.record(event("o1", "t1", status));
                }
                assertEnd(fixture.find(id), JobState.DELIVERED, "success");
            }
        }
    }

    /** The event may be quicker than the response, or the response lost. */
    @ParameterizedTest
    @EnumSource
    void itIsFoundByTheReferenceThatTheOutboxGave(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            for (String state : List.of("SENDING", "UNKNOWN", "PARKED")) {
                fixture.execute("delete from telnyx4j_outbox");
                JobId id = stored(fixture, outbox, null, "state = '" + state + "'");
                assertThat(outbox.record(event("o1", "t1", "success"))).contains(id);
                assertEnd(fixture.find(id), JobState.DELIVERED, "success");
                assertThat(fixture.find(id).reason().isPresent()).isEqualTo(!state.equals("SENDING"));
                assertThat(fixture.count("telnyx4j_outbox_tasks where task_instance = '" + id + "'"))
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsFoundByTheApplicationsOwnReferenceWhereThereIsOneSuch(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId later = stored(fixture, outbox, "shop-17", "state = 'UNKNOWN'");
            fixture.execute(
                    "update telnyx4j_outbox set claimed_at = timestamp with time zone '2999-06-01 00:00:00+00:00'");
            JobId other = stored(fixture, outbox, "shop-18", "state = 'UNKNOWN'");
            assertThat(outbox.record(event("o1", "shop-17", "success")))
                    .as("an earlier order")
                    .isEmpty();

            JobId id = stored(fixture, outbox, "shop-17", "state = 'UNKNOWN'");
            assertThat(outbox.record(event("o1", "shop-17", "success"))).contains(id);
            assertEnd(fixture.find(id), JobState.DELIVERED, "success");

            stored(fixture, outbox, "shop-18", "state = 'SENDING'");
            assertThat(outbox.record(event("o2", "shop-18", "success")))
                    .as("could be either")
                    .isEmpty();
            assertThat(fixture.find(later).state()).isEqualTo(JobState.UNKNOWN);
            assertThat(fixture.find(other).state()).isEqualTo(JobState.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyANewerEditionKnowsIsLeftToIt(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            sent(fixture, outbox);
            fixture.execute("update telnyx4j_outbox set state = 'PORTED'");
            assertThatThrownBy(() -> outbox.record(event("o1", "t1", "success")))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("has the state PORTED");
            fixture.execute("update telnyx4j_outbox set state = 'SENT', kind = 'PORTING'");
            assertThatThrownBy(() -> outbox.record(event("o1", "t1", "success")))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("has the kind PORTING");
        }
    }
}
