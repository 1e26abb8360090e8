package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;

class EnqueueTest {
    @ParameterizedTest
    @EnumSource
    void aKeyIsEnqueuedOnceForEachTenant(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            EnqueueResult first = outbox.enqueue(Fixture.hello().key("a").build());
            EnqueueResult second = outbox.enqueue(Fixture.hello().key("a").build());
            EnqueueResult other =
                    outbox.enqueue(Fixture.hello().key("a").tenant("acme").build());

            assertThat(first.isNew()).isTrue();
            assertThat(second).isEqualTo(new EnqueueResult(first.id(), false));
            assertThat(other.isNew()).isTrue();
            assertThat(outbox.find("a").orElseThrow().id()).isEqualTo(first.id());
            assertThat(outbox.find("acme", "a").orElseThrow().id()).isEqualTo(other.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyCountsForItsTime(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            EnqueueResult first =
                    outbox.enqueue(Fixture.hello().key("a", Duration.ofHours(1)).build());
            assertThat(outbox.enqueue(Fixture.hello().key("a").build()).isNew()).isFalse();

            fixture.execute("update telnyx4j_outbox set key_until = current_timestamp - interval '1' second");
            EnqueueResult second = outbox.enqueue(Fixture.hello().key("a").build());

            assertThat(second.isNew()).isTrue();
            assertThat(outbox.find("a").orElseThrow().id()).isEqualTo(second.id());
            assertThat(outbox.query(JobQuery.builder().key("a").build()))
                    .extracting(JobInfo::id)
                    .containsExactlyInAnyOrder(first.id(), second.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamIsEnqueuedInBatchesAndWithoutDuplicates(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().build()) {
            EnqueueSummary summary = outbox.enqueueAll(IntStream.range(0, 2_500)
                    .mapToObj(i -> Fixture.hello().key("k" + (i % 2_000)).build()));

            assertThat(summary).isEqualTo(new EnqueueSummary(2_000, 500));
            assertThat(outbox.status().count(JobState.READY)).isEqualTo(2_000);
            assertThat(outbox.status().due()).isEqualTo(2_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCallersTransactionRollsBackIsGone(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Connection connection = fixture.pool.getConnection()) {
            Outbox outbox = fixture.started(fixture.outbox());
            connection.setAutoCommit(false);
            outbox.enqueue(connection, Fixture.hello().key("gone").build());
            connection.rollback();
            EnqueueResult kept =
                    outbox.enqueue(connection, Fixture.hello().key("kept").build());
            assertThat(outbox.find(kept.id())).isEmpty();
            connection.commit();

            fixture.assertSentOnce(fixture.awaitSent(kept.id()));
            assertThat(outbox.find("gone")).isEmpty();
        }
    }
}
