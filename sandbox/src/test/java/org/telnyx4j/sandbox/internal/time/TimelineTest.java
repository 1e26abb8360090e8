package org.telnyx4j.sandbox.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void onAManualClockTasksRunInTheirOrderAndEachAtItsOwnTime() {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Timeline timeline = Timeline.manual(START)) {
            timeline.after(Duration.ofMinutes(2), () -> done.add("second at " + timeline.now()));
            timeline.after(Duration.ofMinutes(1), () -> {
                done.add("first at " + timeline.now());
                timeline.after(Duration.ofSeconds(90), () -> done.add("what it started at " + timeline.now()));
            });
            timeline.after(Duration.ofMinutes(2), () -> done.add("third at " + timeline.now()));
            timeline.after(Duration.ofHours(1), () -> done.add("too late"));

            timeline.advance(Duration.ofMinutes(10), LIMIT);

            assertThat(done)
                    .containsExactly(
                            "first at 2026-03-01T12:01:00Z",
                            "second at 2026-03-01T12:02:00Z",
                            "third at 2026-03-01T12:02:00Z",
                            "what it started at 2026-03-01T12:02:30Z");
            assertThat(timeline.now()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        }
    }

    @Test
    void onAManualClockWhatIsDueNowRunsWithoutAnAdvance() {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Timeline timeline = Timeline.manual(START)) {
            timeline.after(Duration.ZERO, () -> done.add("now"));
            timeline.at(START.minusSeconds(5), () -> done.add("past"));

            timeline.awaitIdle(LIMIT);

            assertThat(done).containsExactlyInAnyOrder("now", "past");
        }
    }

    @Test
    void timeMovesOnOnlyWhenWhatATaskStartedElsewhereIsDone() throws InterruptedException {
        AtomicReference<Instant> doneAt = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        try (Timeline timeline = Timeline.manual(START)) {
            timeline.after(Duration.ofSeconds(1), () -> {
                Timeline.Hold hold = timeline.hold();
                Thread elsewhere = new Thread(() -> {
                    started.countDown();
                    doneAt.set(timeline.now());
                    timeline.after(Duration.ofSeconds(1), () -> doneAt.set(timeline.now()));
                    hold.close();
                    hold.close();
                });
                elsewhere.start();
            });

            timeline.advance(Duration.ofSeconds(10), LIMIT);

            assertThat(started.await(0, TimeUnit.SECONDS)).isTrue();
            assertThat(doneAt).hasValue(START.plusSeconds(2));
        }
    }

    @Test
    void realTimePassesByItself() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        try (Timeline timeline = Timeline.realTime()) {
            Instant before = timeline.now();
            AtomicReference<Instant> ranAt = new AtomicReference<>(before);
            timeline.after(Duration.ofMillis(30), () -> {
                ranAt.set(timeline.now());
                done.countDown();
            });
            timeline.at(before.minusSeconds(1), done::countDown);

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ranAt.get()).isAfterOrEqualTo(before.plusMillis(30));
            timeline.awaitIdle(LIMIT);
            assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(1), LIMIT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("manualClock");
        }
    }

    @Test
    void onRealTimeTheNextStepIsWaitedForAndOtherTasksAreNot() {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Timeline timeline = Timeline.realTime()) {
            timeline.stepAfter(
                    Duration.ofMillis(200), () -> timeline.stepAfter(Duration.ofMillis(50), () -> done.add("step")));
            timeline.stepAfter(Duration.ofHours(1), () -> done.add("cancelled")).cancel();
            timeline.after(Duration.ofHours(1), () -> done.add("later"));

            timeline.awaitIdle(LIMIT);

            assertThat(done).containsExactly("step");
        }
    }

    @Test
    void aTaskThatFailsEndsNoOther() {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Timeline timeline = Timeline.manual(START)) {
            timeline.after(Duration.ofSeconds(1), () -> {
                throw new IllegalStateException("on purpose");
            });
            timeline.after(Duration.ofSeconds(2), () -> done.add("second"));

            timeline.advance(Duration.ofSeconds(2), LIMIT);

            assertThat(done).containsExactly("second");
        }
    }

    @Test
    void aCancelledTaskDoesNotRunAndOneThatRanCanNotBeCancelled() {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Timeline timeline = Timeline.manual(START)) {
            Scheduled cancelled = timeline.after(Duration.ofSeconds(1), () -> done.add("cancelled"));
            Scheduled run = timeline.after(Duration.ofSeconds(1), () -> done.add("run"));

            assertThat(cancelled.cancel()).isTrue();
            timeline.advance(Duration.ofSeconds(2), LIMIT);

            assertThat(run.cancel()).isFalse();
            assertThat(cancelled.cancel()).isFalse();
            assertThat(done).containsExactly("run");
        }
    }

    @Test
    @SuppressWarnings("try") // closed early on purpose
    void whatNeverEndsIsReportedAndClosingEndsEveryWait() {
        try (Timeline timeline = Timeline.manual(START)) {
            timeline.hold();
            assertThatThrownBy(() -> timeline.awaitIdle(Duration.ofMillis(20)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1 deliveries");
            AtomicReference<RuntimeException> fromWithin = new AtomicReference<>();
            timeline.after(Duration.ZERO, () -> {
                try {
                    timeline.advance(Duration.ZERO, LIMIT);
                } catch (IllegalStateException e) {
                    fromWithin.set(e);
                } finally {
                    timeline.close();
                }
            });
            timeline.awaitIdle(LIMIT);
            assertThat(fromWithin.get()).hasMessageContaining("itself");
            assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(-1), LIMIT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
