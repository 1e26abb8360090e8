package org.telnyx4j.outbox;

import java.time.Duration;

/** Time since this was created, also that in which the process or the machine was suspended. */
final class Elapsed {
    private final long nanos = System.nanoTime();
    private final long millis = System.currentTimeMillis();

    boolean isLongerThan(Duration limit) {
        return System.nanoTime() - nanos > limit.toNanos() || System.currentTimeMillis() - millis > limit.toMillis();
    }
}
