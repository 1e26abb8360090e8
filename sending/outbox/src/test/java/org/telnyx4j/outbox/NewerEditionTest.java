package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.MessageEvent;

/** What this edition does with a state that a worker of a newer one wrote. */
class NewerEditionTest {
    private static JobId reviewed(Fixture fixture, Outbox outbox) throws Exception {
        JobId id = outbox.enqueue(Fixture.hello().build()).id();
        fixture.execute("update telnyx4j_outbox set state = 'REVIEWED', message_id = 'm1'");
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
            MessageEvent event = (MessageEvent) WebhookEvents.fromJson("{\"data\": {\"record_type\": \"event\", \"id\":"
                    + " \"e1\", \"event_type\": \"message.finalized\", \"payload\": {\"id\": \"m1\", \"to\":"
                    + " [{\"phone_number\": \"+14165550123\", \"status\": \"delivered\"}]}}}");

            assertThatThrownBy(() -> outbox.record(event))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("has the state REVIEWED")
                    .hasMessageContaining("let the webhook fail");
            assertThat(outbox.cancel(id)).isFalse();
            assertThat(fixture.find(id).stateName()).isEqualTo("REVIEWED");
        }
    }
}
