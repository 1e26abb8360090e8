package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;

class EnqueueTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A job with the same key that is not committed yet keeps the second one waiting. */
    @ParameterizedTest
    @EnumSource
    void whoWaitsForALockGetsAnErrorInTimeUnlessTheTransactionIsTheirOwn(TestDatabase.Kind kind) throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        OutboxJob job = Fixture.hello().key("one").build();
        try (Fixture fixture = Fixture.on(kind);
                Outbox outbox = fixture.outbox().statementTimeout(SECOND).build();
                Connection holder = fixture.database.dataSource().getConnection();
                Connection own = fixture.database.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            JobId first = outbox.enqueue(holder, job).id();
            Future<EnqueueResult> inOwnTransaction =
                    kind == TestDatabase.Kind.H2 ? null : threads.submit(() -> outbox.enqueue(own, job));

            assertThatThrownBy(() -> outbox.enqueue(job))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageStartingWith("The database of the outbox did not carry out a statement in time");

            if (inOwnTransaction != null) {
                assertThat(inOwnTransaction.isDone()).isFalse();
            }
            holder.commit();
            assertThat(outbox.enqueue(job)).isEqualTo(new EnqueueResult(first, false));
            if (inOwnTransaction != null) {
                assertThat(inOwnTransaction.get()).isEqualTo(new EnqueueResult(first, false));
            }
        } finally {
            threads.shutdownNow();
        }
    }

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
