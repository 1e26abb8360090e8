package org.telnyx4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SuspensionClockTest {
    private static final long START_MILLIS = 1_700_000_000_000L;

    private final AtomicLong timer = new AtomicLong(-5);
    private final AtomicLong wall = new AtomicLong(START_MILLIS);
    private final SuspensionClock clock = new SuspensionClock(timer::get, wall::get);
    private final long start = clock.nanoTime();

    private void pass(Duration onTheTimer, Duration onTheWall) {
        timer.addAndGet(onTheTimer.toNanos());
        wall.addAndGet(onTheWall.toMillis());
    }

    private Duration measured() {
        return Duration.ofNanos(clock.nanoTime() - start);
    }

    @Test
    void itFollowsTheTimer() {
        pass(Duration.ofSeconds(3), Duration.ofSeconds(3));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void itGoesOnWhileTheTimerStandsStill() {
        pass(Duration.ofSeconds(1), Duration.ofSeconds(63));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(63));
        pass(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void aTimeOfDayThatIsSetBackChangesNothing() {
        pass(Duration.ofSeconds(1), Duration.ofHours(-1));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void theCorrectionsOfATimeServerAddUpToNothing() {
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(1_000), Duration.ofMillis(1_005));
            clock.nanoTime();
        }
        pass(Duration.ofMillis(1_000), Duration.ofMillis(1_200));
        assertThat(measured()).isEqualTo(Duration.ofSeconds(1_001));
    }
}
