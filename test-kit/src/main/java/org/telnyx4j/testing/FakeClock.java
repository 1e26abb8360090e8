package org.telnyx4j.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time of day that stands still unless a test moves it. Safe for concurrent use. */
public final class FakeClock extends Clock {
    private volatile Instant now;

    public FakeClock(Instant start) {
        this.now = start;
    }

    /** Moves the clock on. For one thread at a time. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets the clock, forward or back. */
    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("no test needs another zone");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
