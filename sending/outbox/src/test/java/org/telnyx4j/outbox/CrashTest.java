package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.outbox.Seams.Point;

/** A worker ends, or is paused, between any two steps, and another one goes on. */
class CrashTest {
    /** A worker that is held at a point and shows no heartbeat. */
    private static Outbox.Builder paused(Fixture fixture, PausePoint point) {
        return fixture.outbox().heartbeat(Duration.ofHours(1)).seams(point);
    }

    private static JobId enqueueAndHold(Fixture fixture, PausePoint point) throws Exception {
        Outbox first = fixture.started(paused(fixture, point));
        JobId id = first.enqueue(Fixture.hello().build()).id();
        point.awaitReached();
        fixture.silence();
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheClaimTheJobIsSentByAnother(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            PausePoint point = new PausePoint(Point.BEFORE_CLAIM);
            JobId id = enqueueAndHold(fixture, point);
            fixture.started(fixture.outbox());

            fixture.assertSentOnce(fixture.awaitSent(id));
            point.release();
            fixture.assertSentOnce(fixture.awaitSent(id));
            assertThat(fixture.find(id).attempts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void betweenClaimAndSendTheJobIsFoundOutAndParked(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            JobId id = enqueueAndHold(fixture, new PausePoint(Point.AFTER_CLAIM));
            fixture.started(fixture.outbox().settleFor(Duration.ofSeconds(1)));

            JobInfo job = fixture.await(id, JobState.PARKED);

            assertThat(job.reason()).contains(JobReason.NOT_FOUND_OUT);
            assertThat(job.token()).isPresent();
            assertThat(job.attempts()).isEqualTo(1);
            assertThat(fixture.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void betweenResponseAndCommitTheJobIsSettledByItsRecord(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            PausePoint point = new PausePoint(Point.AFTER_RESPONSE);
            JobId id = enqueueAndHold(fixture, point);
            fixture.started(fixture.outbox());

            JobInfo job = fixture.awaitSent(id);
            fixture.assertSentOnce(job);
            assertThat(job.reason()).contains(JobReason.SETTLED);

            point.release();
            JobInfo complete = fixture.await(id, info -> info.parts().isPresent());
            fixture.assertSentOnce(complete);
            assertThat(complete.state()).isIn(JobState.SENT, JobState.DELIVERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterTheCommitNothingHappensAnyMore(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            JobId id = enqueueAndHold(fixture, new PausePoint(Point.AFTER_COMMIT));
            Outbox second = fixture.started(fixture.outbox());
            JobId next = second.enqueue(Fixture.hello("+14165550124").build()).id();

            fixture.awaitSent(next);
            assertThat(fixture.find(id).state()).isEqualTo(JobState.SENT);
            assertThat(fixture.sent()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatWasPausedAfterItsClaimDoesNotSendWithIt(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            PausePoint point = new PausePoint(Point.AFTER_CLAIM);
            Outbox outbox = fixture.started(
                    fixture.outbox().heartbeat(Duration.ofSeconds(1)).seams(point));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            point.awaitReached();
            String firstToken = fixture.find(id).token().orElseThrow();
            Elapsed pause = new Elapsed();
            while (!pause.isLongerThan(Duration.ofMillis(3_100))) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            point.release();

            JobInfo job = fixture.awaitSent(id);
            fixture.assertSentOnce(job);
            assertThat(job.attempts()).isEqualTo(2);
            assertThat(job.token().orElseThrow()).isNotEqualTo(firstToken);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheAnswerToTheClaimsCommitIsLostTheClaimIsTakenBack(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.faulty.loseCommit(1, sql -> sql.contains("'SENDING', reason = null"));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.awaitSent(id);
            fixture.assertSentOnce(job);
            assertThat(job.attempts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheAnswerToTheResultsCommitIsLostItIsWrittenAgain(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.faulty.after(1, sql -> sql.contains("sent_at = coalesce"), () -> fixture.faulty.loseCommit(1));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            fixture.assertSentOnce(fixture.awaitSent(id));
            JobId next = outbox.enqueue(Fixture.hello("+14165550124").build()).id();
            fixture.awaitSent(next);
            assertThat(fixture.find(id).state()).isEqualTo(JobState.SENT);
            assertThat(fixture.sent()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheDatabaseIsAwayDuringTheSendTheResultIsWrittenWhenItIsBack(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            for (int i = 1; i <= 4; i++) {
                fixture.faulty.failStatement(i, sql -> sql.contains("sent_at = coalesce"));
            }
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.awaitSent(id);
            fixture.assertSentOnce(job);
            assertThat(job.reason()).isEmpty();
        }
    }
}
