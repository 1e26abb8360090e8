package org.telnyx4j.sandbox.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.telnyx4j.sandbox.SandboxClock;

/** The timeline as the clock that a test has. */
public final class TimelineClock implements SandboxClock {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Timeline timeline;

    public TimelineClock(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public boolean isManual() {
        return timeline.isManual();
    }

    @Override
    public void advance(Duration by) {
        timeline.advance(by, LIMIT);
    }

    @Override
    public Clock asClock() {
        return new ZonedSandboxClock(this, ZoneOffset.UTC);
    }
}
