package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentWritesTest {
    private static final long LIFETIME = RecentWrites.LIFETIME.toNanos();

    private final RecentWrites writes = new RecentWrites();

    @Test
    void theLastStateIsKeptForItsTime() {
        writes.put("a", "first", 0);
        writes.put("a", "second", 10);

        assertThat(writes.get("a", 10 + LIFETIME - 1)).contains("second");
        assertThat(writes.get("a", 10 + LIFETIME)).isEmpty();
        assertThat(writes.get("b", 10)).isEmpty();
    }

    @Test
    void whatIsForgottenIsGone() {
        writes.put("a", "first", 0);
        writes.remove("a");

        assertThat(writes.get("a", 0)).isEmpty();
    }

    @Test
    void theOldestGoesWhenThereAreTooManyAndWhatIsOverGoesWithTheNextWrite() {
        writes.put("changed", 1, 0);
        for (int i = 0; i < RecentWrites.MOST; i++) {
            writes.put(i, i, 1);
            writes.put("changed", i, 1);
        }
        assertThat(writes.size()).isEqualTo(RecentWrites.MOST);
        assertThat(writes.get(0, 1)).isEmpty();
        assertThat(writes.get("changed", 1)).isPresent();

        writes.put("new", 1, 1 + LIFETIME);
        assertThat(writes.size()).isOne();
    }
}
