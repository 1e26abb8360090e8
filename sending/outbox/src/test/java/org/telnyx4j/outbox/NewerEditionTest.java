package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;

/** What this edition does with states and kinds that a newer one wrote. */
class NewerEditionTest {
    private static JobId reviewed(Fixture fixture, Outbox outbox) throws Exception {
        JobId id = outbox.enqueue(Fixture.hello().build()).id();
        fixture.change(id, "state = 'REVIEWED', message_id = 'm1'");
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void itsStateIsReadAndCountedUnderItsOwnName(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId id = reviewed(fixture, outbox);
            JobId ready = outbox.enqueue(Fixture.hello().build()).id();

            OutboxStatus status = outbox.status();
            assertThat(status.count(JobState.OTHER)).isEqualTo(1);
            assertThat(status.count(JobState.READY)).isEqualTo(1);
            assertThat(status.counts()).containsEntry(JobState.OTHER, 1L);
            assertThat(status.tenants().get(0).others()).isEqualTo(Map.of("REVIEWED", 1L));

            JobInfo job = fixture.find(id);
            assertThat(job.state()).isEqualTo(JobState.OTHER);
            assertThat(job.stateName()).isEqualTo("REVIEWED");
            assertThat(fixture.find(ready).stateName()).isEqualTo("READY");
        }
    }

    @ParameterizedTest
    @EnumSource
    void suchJobsCanBeQueriedAloneAndTogetherWithOthers(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId id = reviewed(fixture, outbox);
            JobId ready = outbox.enqueue(Fixture.hello().build()).id();

            assertThat(outbox.query(JobQuery.builder().states(JobState.OTHER).build()))
                    .extracting(JobInfo::id)
                    .containsExactly(id);
            assertThat(outbox.query(JobQuery.builder()
                            .states(JobState.READY, JobState.OTHER)
                            .build()))
                    .extracting(JobInfo::id)
                    .containsExactlyInAnyOrder(id, ready);
            assertThat(outbox.query(JobQuery.builder()
                            .states(JobState.READY, JobState.SENT)
                            .build()))
                    .extracting(JobInfo::id)
                    .containsExactly(ready);
            assertThat(outbox.query(JobQuery.builder().states(JobState.values()).build()))
                    .hasSize(2);
        }
    }

    /** What the event shows must not be lost, and where it belongs only the newer edition knows. */
    @ParameterizedTest
    @EnumSource
    void anEventOfItIsLeftToTheNewerEdition(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId id = reviewed(fixture, outbox);

            assertThatThrownBy(() -> outbox.record(delivered()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("has the state REVIEWED")
                    .hasMessageContaining("let the webhook fail");
            assertThat(outbox.cancel(id)).isFalse();
            assertThat(fixture.find(id).stateName()).isEqualTo("REVIEWED");
        }
    }

    /** A job as only a newer edition writes it. */
    private static JobId fax(Fixture fixture, Outbox outbox, String rest) throws Exception {
        JobId id = outbox.enqueue(Fixture.hello().build()).id();
        fixture.change(id, "kind = 'FAX'" + rest);
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void itsKindIsReadAndQueriedAsAnother(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId fax = fax(fixture, outbox, "");
            JobId message = outbox.enqueue(Fixture.hello().build()).id();

            assertThat(fixture.find(fax).kind()).isEqualTo(JobKind.OTHER);
            assertThat(fixture.find(fax).kindName()).isEqualTo("FAX");
            assertThat(fixture.find(message).kind()).isEqualTo(JobKind.MESSAGE);
            assertThat(fixture.find(message).kindName()).isEqualTo("MESSAGE");
            assertThat(outbox.query(JobQuery.builder().kind(JobKind.OTHER).build()))
                    .extracting(JobInfo::id)
                    .containsExactly(fax);
            assertThat(outbox.query(JobQuery.builder().kind(JobKind.MESSAGE).build()))
                    .extracting(JobInfo::id)
                    .containsExactly(message);
            assertThat(outbox.query(JobQuery.builder().build())).hasSize(2);
            assertThat(outbox.status().count(JobState.READY)).isEqualTo(2);
        }
    }

    /** Not even where the operation is one that this edition has: what a kind means, only the newer one knows. */
    @ParameterizedTest
    @EnumSource
    void aJobOfItsKindIsNotCarriedOut(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId ready = fax(fixture, outbox, "");
            JobId late = fax(fixture, outbox, ", not_before = timestamp with time zone '2020-01-01 00:00:00+00:00'");
            JobId claimed = fax(fixture, outbox, ", state = 'SENDING', token = 't1'");
            JobId unknown = fax(
                    fixture,
                    outbox,
                    ", state = 'UNKNOWN', token = 't2',"
                            + " settle_until = timestamp with time zone '2020-01-01 00:00:00+00:00'");
            JobId dead = fax(fixture, outbox, ", state = 'SENDING', token = 't3'");
            fixture.execute("update telnyx4j_outbox_tasks set picked = true, picked_by = 'gone', last_heartbeat ="
                    + " timestamp with time zone '2020-01-01 00:00:00+00:00' where task_instance = '" + dead + "'");
            fixture.started(fixture.outbox());
            JobId message = outbox.enqueue(Fixture.hello().build()).id();

            fixture.assertSentOnce(fixture.awaitSent(message));
            fixture.awaitTrue(
                    () -> Stream.of(ready, claimed, unknown, dead).allMatch(id -> isPutOff(fixture, id)),
                    "not put off");

            assertThat(fixture.await(late, JobState.PARKED).reason()).contains(JobReason.UNKNOWN_OPERATION);
            assertThat(fixture.find(ready).state()).isEqualTo(JobState.READY);
            assertThat(fixture.find(claimed).state()).isEqualTo(JobState.SENDING);
            assertThat(fixture.find(unknown).state()).isEqualTo(JobState.UNKNOWN);
            assertThat(fixture.find(dead).state()).isEqualTo(JobState.SENDING);
            assertThat(fixture.sent()).hasSize(1);
        }
    }

    /** Whether a worker has taken it, and left it to be taken again a minute later. */
    private static boolean isPutOff(Fixture fixture, JobId id) {
        return fixture.count("telnyx4j_outbox_tasks where not picked and execution_time >"
                        + " current_timestamp + interval '20' second and task_instance = '" + id + "'")
                == 1;
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfItsKindIsLeftToTheNewerEdition(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            JobId id = fax(fixture, outbox, ", state = 'SENT', message_id = 'm1'");

            assertThatThrownBy(() -> outbox.record(delivered()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("has the kind FAX")
                    .hasMessageContaining("let the webhook fail");
            assertThat(fixture.find(id).state()).isEqualTo(JobState.SENT);
        }
    }

    private static MessageEvent delivered() {
        return (MessageEvent) WebhookEvents.fromJson("{\"data\": {\"record_type\": \"event\", \"id\": \"e1\","
                + " \"event_type\": \"message.finalized\", \"payload\": {\"id\": \"m1\", \"to\":"
                + " [{\"phone_number\": \"+14165550123\", \"status\": \"delivered\"}]}}}");
    }
}
