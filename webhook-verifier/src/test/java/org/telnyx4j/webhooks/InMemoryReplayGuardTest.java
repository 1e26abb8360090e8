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
