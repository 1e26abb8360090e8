package org.telnyx4j.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.internal.time.Stopwatch;
import org.telnyx4j.testing.FakeTime;

class PollingPausesTest {
    private final FakeTime time = FakeTime.frozen();
    private final PollingPauses pauses = new PollingPauses(
            new Stopwatch(new FakeSleeper(time), Duration.ofSeconds(10)), Duration.ofSeconds(1), Duration.ofSeconds(2));

    @Test
    void theyGrowToTheLongestAndThenShrinkWithTheTime() {
        while (pauses.pause(null)) {
            assertThat(time.slept()).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(time.sleeps())
                .startsWith(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(750));
        assertThat(time.slept()).isBetween(Duration.ofMillis(9_950), Duration.ofSeconds(10));
    }

    @Test
    void whatTelnyxAsksForIsWaitedInFull() {
        assertThat(pauses.pause(limited(8))).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(8));
    }

    @Test
    void whatTakesAllTheTimeIsNotWaitedFor() {
        assertThat(pauses.pause(limited(10))).isFalse();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void whatIsShorterThanTheOwnPauseMakesNoDifference() {
        assertThat(pauses.pause(limited(0))).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void anInterruptEndsThemAndKeepsTheFlag() {
        time.interruptAt(0);
        assertThat(pauses.pause(null)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static TelnyxException limited(int seconds) {
        return new TelnyxRateLimitException(
                ErrorDetails.builder("things.check", Outcome.NOT_CARRIED_OUT, Advice.RETRY_AFTER_DELAY)
                        .retryAfter(Duration.ofSeconds(seconds))
                        .build());
    }
}
