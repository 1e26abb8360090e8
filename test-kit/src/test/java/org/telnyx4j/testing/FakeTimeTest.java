package org.telnyx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FakeTimeTest {
    @Test
    void aSleepTakesNoTimeAndIsRecorded() throws InterruptedException {
        FakeTime time = FakeTime.frozen();
        Instant timeOfDay = time.clock().instant();
        long start = time.nanoTime();

        time.sleep(Duration.ofHours(1));
        time.pass(Duration.ofSeconds(1));

        assertThat(time.nanoTime() - start).isEqualTo(Duration.ofSeconds(3_601).toNanos());
        assertThat(time.sleeps()).containsExactly(Duration.ofHours(1));
        assertThat(time.slept()).isEqualTo(Duration.ofHours(1));
        assertThat(time.clock().instant()).isEqualTo(timeOfDay);
    }

    @Test
    void aSleepCanBeInterrupted() throws InterruptedException {
        FakeTime time = FakeTime.passing().interruptAt(1).onSleep(duration -> {
            if (duration.isZero()) {
                Thread.currentThread().interrupt();
            }
        });
        time.sleep(Duration.ofSeconds(1));

        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
        time.interruptAt(-1);
        assertThatThrownBy(() -> time.sleep(Duration.ZERO)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theTimeOfDayMovesOnlyByHand() {
        FakeClock clock = new FakeClock(Instant.EPOCH);
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo("1970-01-02T00:00:00Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }
}
