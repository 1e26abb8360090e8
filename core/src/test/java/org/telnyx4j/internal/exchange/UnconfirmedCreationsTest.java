package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnconfirmedCreationsTest {
    private static final long LIFETIME = UnconfirmedCreations.LIFETIME.toNanos();

    private final UnconfirmedCreations doubts = new UnconfirmedCreations();

    @Test
    void aDoubtLastsForItsLifetimeWhereverTheClockBegins() {
        long start = Long.MAX_VALUE - 5;
        doubts.add("Support", start);

        assertThat(doubts.remaining("Support", start)).hasValue(UnconfirmedCreations.LIFETIME);
        assertThat(doubts.remaining("Support", start + LIFETIME - 1)).hasValue(Duration.ofNanos(1));
        assertThat(doubts.remaining("Support", start + LIFETIME)).isEmpty();
        assertThat(doubts.remaining("support", start)).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            doubts.add(i, i * LIFETIME);
        }
        assertThat(doubts.size()).isEqualTo(1);
    }
}
