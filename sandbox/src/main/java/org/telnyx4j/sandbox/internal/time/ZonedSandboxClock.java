package org.telnyx4j.sandbox.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.telnyx4j.sandbox.SandboxClock;

/** The time of a sandbox as the JDK has it. */
public final class ZonedSandboxClock extends Clock {
    private final SandboxClock time;
    private final ZoneId zone;

    public ZonedSandboxClock(SandboxClock time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId another) {
        return new ZonedSandboxClock(time, another);
    }

    @Override
    public Instant instant() {
        return time.now();
    }
}
