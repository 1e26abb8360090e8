package org.telnyx4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NanosTest {
    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    void aDurationOfAnyLengthHasNanoseconds() {
        assertThat(Nanos.of(Duration.ofSeconds(2))).isEqualTo(2_000_000_000L);
        assertThat(Nanos.of(ENDLESS)).isGreaterThan(Duration.ofDays(365 * 70).toNanos());
        assertThat(System.nanoTime() + Nanos.of(ENDLESS)).isPositive();
        assertThat(Nanos.toMillis(ENDLESS)).isPositive();
    }

    @Test
    void soHasABackoff() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), ENDLESS);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 80; i++) {
            last = backoff.next();
        }
        assertThat(last).isEqualTo(ENDLESS);
    }
}
