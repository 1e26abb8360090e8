package org.telnyx4j.sandbox.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How long after its creation something is in lists, as on a service that is consistent only in the end. */
public final class ListDelay {
    private final Supplier<Instant> now;
    private volatile Duration delay = Duration.ZERO;

    public ListDelay(Supplier<Instant> now) {
        this.now = now;
    }

    public void set(Duration another) {
        delay = another;
    }

    /** Returns whether lists show what was created at a time. */
    public boolean shows(Instant createdAt) {
        return delay.isZero() || !createdAt.plus(delay).isAfter(now.get());
    }
}
