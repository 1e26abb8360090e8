package org.telnyx4j.internal.numbers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.time.Backoff;
import org.telnyx4j.internal.time.Stopwatch;

/** The pauses between checks of something that takes a while. For one thread. */
final class PollingPauses {
    private final Stopwatch watch;
    private final Backoff backoff;

    PollingPauses(Stopwatch watch, Duration first, Duration longest) {
        this.watch = watch;
        this.backoff = new Backoff(first, longest);
    }

    /**
     * Waits before the next check.
     *
     * @param failure why the last check failed, or null if it did not; what Telnyx asks to wait is waited in full
     * @return false if there is no next check: the time is up, or would be by then, or the client is closed, or the
     *     thread is interrupted, and its flag set
     */
    boolean pause(@Nullable TelnyxException failure) {
        Duration wait = backoff.next();
        Duration asked = failure == null ? Duration.ZERO : failure.retryAfter().orElse(Duration.ZERO);
        try {
            if (asked.compareTo(wait) > 0) {
                return watch.waitFor(asked);
            }
            watch.pause(wait);
            return !watch.isUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
