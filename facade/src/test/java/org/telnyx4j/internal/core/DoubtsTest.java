package org.telnyx4j.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final long LIFETIME = Doubts.LIFETIME.toNanos();

    private final Doubts doubts = new Doubts();

    @Test
    void aDoubtLastsForItsLifetimeWhereverTheClockBegins() {
        long start = Long.MAX_VALUE - 5;
        doubts.add("Support", start);

        assertThat(doubts.about("Support", start)).hasValue(Doubts.LIFETIME);
        assertThat(doubts.about("Support", start + LIFETIME - 1)).hasValue(Duration.ofNanos(1));
        assertThat(doubts.about("Support", start + LIFETIME)).isEmpty();
        assertThat(doubts.about("support", start)).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            doubts.add(i, i * LIFETIME);
        }
        assertThat(doubts.size()).isEqualTo(1);
    }
}
