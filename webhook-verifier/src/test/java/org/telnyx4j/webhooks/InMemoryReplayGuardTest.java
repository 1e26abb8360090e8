package org.telnyx4j.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.FakeClock;
import org.telnyx4j.webhooks.testing.LogRecords;

class InMemoryReplayGuardTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryReplayGuard guard = new InMemoryReplayGuard(Duration.ofMinutes(10), 3, clock);

    @Test
    void onlyTheFirstSightCounts() {
        assertThat(guard.firstTime("a")).isTrue();
        assertThat(guard.firstTime("a")).isFalse();
        assertThat(guard.firstTime("b")).isTrue();
    }

    @Test
    void anIdIsRememberedForTheWindowAfterItWasLastSeen() {
        guard.firstTime("a");
        clock.advance(Duration.ofMinutes(9));
        assertThat(guard.firstTime("a")).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(guard.firstTime("a")).isFalse();

        clock.advance(Duration.ofMinutes(10).plusMillis(1));
        assertThat(guard.firstTime("a")).isTrue();
    }

    @Test
    void whenItIsFullTheIdSeenLongestAgoGoes() {
        guard.firstTime("a");
        guard.firstTime("b");
        guard.firstTime("c");
        guard.firstTime("a");
        guard.firstTime("d");

        assertThat(guard.toString()).contains("3 of 3 ids");
        assertThat(guard.firstTime("a")).isFalse();
        assertThat(guard.firstTime("c")).isFalse();
        assertThat(guard.firstTime("d")).isFalse();
        assertThat(guard.firstTime("b")).isTrue();
    }

    @Test
    void whatIsForgottenCountsAsNewAndTakesNoRoom() {
        guard.firstTime("a");
        guard.forget("a");
        guard.forget("never seen");

        assertThat(guard.toString()).contains("0 of 3 ids");
        assertThat(guard.firstTime("a")).isTrue();
    }

    @Test
    void idsOfThePastMakeRoomBeforeAnyOther() {
        guard.firstTime("a");
        guard.firstTime("b");
        clock.advance(Duration.ofMinutes(11));

        guard.firstTime("c");

        assertThat(guard.toString()).contains("1 of 3 ids");
    }

    @Test
    void longIdsAreToldApartAndTakeLittleRoom() {
        String longId = "x".repeat(1 << 20);

        assertThat(guard.firstTime(longId)).isTrue();
        assertThat(guard.firstTime(longId + "y")).isTrue();
        assertThat(guard.firstTime(longId)).isFalse();
        guard.forget(longId);
        assertThat(guard.firstTime(longId)).isTrue();
        assertThat(guard.firstTime("\ud800".repeat(129))).isTrue();
        assertThat(guard.firstTime("\udc00".repeat(129))).isTrue();
        assertThat(guard.firstTime("")).isTrue();
        assertThat(guard.firstTime("")).isFalse();
    }

    @Test
    void whenTheClockGoesBackNothingIsForgotten() {
        guard.firstTime("a");
        clock.advance(Duration.ofDays(-1));
        guard.firstTime("b");

        assertThat(guard.firstTime("a")).isFalse();
        assertThat(guard.firstTime("b")).isFalse();
        clock.set(Instant.MAX);
        assertThat(guard.firstTime("c")).isTrue();
        clock.set(Instant.MIN);
        assertThat(guard.firstTime("c")).isFalse();
        assertThat(guard.toString()).contains("1 of 3 ids");
    }

    /** The room is bounded also while a clock that went back keeps the oldest id from being forgotten. */
    @Test
    void aFloodOfIdsAfterTheClockWentBackTakesNoMoreRoom() {
        guard.firstTime("a");
        clock.advance(Duration.ofDays(-1));
        for (int i = 0; i < 1000; i++) {
            guard.firstTime("flood-" + i);
        }

        assertThat(guard.toString()).contains("3 of 3 ids");
    }

    @Test
    void anIdThatIsForgottenForWantOfRoomIsReportedOnceAndNotNamed() {
        try (LogRecords records = new LogRecords(InMemoryReplayGuard.class)) {
            for (int i = 0; i < 10; i++) {
                guard.firstTime("event-" + i);
            }

            assertThat(records.all()).hasSize(1);
            assertThat(records.all().get(0).getMessage()).contains("greater capacity");
            assertThat(records.all().get(0).getParameters()).containsExactly("3", Duration.ofMinutes(10));
        }
    }

    @Test
    void theDefaultClockGoesForward() {
        InMemoryReplayGuard shortLived = new InMemoryReplayGuard(Duration.ofNanos(1), 10);

        assertThat(shortLived.firstTime("a")).isTrue();
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2) {
            Thread.onSpinWait();
        }
        assertThat(shortLived.firstTime("a")).isTrue();
        assertThat(new InMemoryReplayGuard().firstTime("a")).isTrue();
    }

    @Test
    void ofManyThreadsExactlyOneIsTheFirst() throws Exception {
        InMemoryReplayGuard shared = new InMemoryReplayGuard();
        int threads = 16;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            Callable<Integer> attempt = () -> {
                int firsts = 0;
                for (int id = 0; id < 200; id++) {
                    start.await();
                    firsts += shared.firstTime("event-" + id) ? 1 : 0;
                }
                return firsts;
            };
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                attempts.add(executor.submit(attempt));
            }
            int firsts = 0;
            for (Future<Integer> each : attempts) {
                firsts += each.get();
            }
            assertThat(firsts).isEqualTo(200);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aGuardThatCouldRememberNothingIsNotMade() {
        assertThatThrownBy(() -> new InMemoryReplayGuard(Duration.ZERO, 1, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new InMemoryReplayGuard(Duration.ofSeconds(1), 0, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity");
    }
}
