package org.telnyx4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.internal.time.CallWindow.Created;

class CallWindowTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void whatWasCreatedSinceMayBeTheCallsAndWhatWasCreatedLongBeforeIsNot() {
        assertThat(created(Duration.ofMillis(300))).isEqualTo(Created.SINCE);
        assertThat(created(Duration.ofSeconds(-5))).isEqualTo(Created.SINCE);
        assertThat(created(Duration.ofHours(-2))).isEqualTo(Created.BEFORE);
    }

    @Test
    void whereClocksCouldDifferByThatOrThereIsNoTimeItIsUnclear() {
        assertThat(created(Duration.ofSeconds(-6))).isEqualTo(Created.UNCLEAR);
        assertThat(created(Duration.ofMinutes(-59))).isEqualTo(Created.UNCLEAR);
        assertThat(created(null)).isEqualTo(Created.UNCLEAR);
    }

    private static Created created(@Nullable Duration later) {
        OffsetDateTime time = later == null ? null : BEGIN.plus(later).atOffset(ZoneOffset.ofHours(-5));
        return new CallWindow(BEGIN).of(time);
    }
}
