package org.telnyx4j.internal.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.time.Nanos;

/**
 * How long to wait before a retry: exponential backoff with full jitter, on top of what the server asks for. Safe for
 * use by any number of threads.
 *
 * @param random returns a number from 0 (inclusive) to 1 (exclusive)
 */
record RetryDelay(DoubleSupplier random) {
    /**
     * Returns the wait before the next attempt.
     *
     * @param options base delay and longest delay
     * @param retries how many retries there were
     * @param asked what the server asks for, or zero
     * @param fitting the longest wait after which there is time for an attempt
     * @return what the server asks for, and a random time on top so that not all callers come back at once; that random
     *     time is cut where it alone would make the wait too long
     */
    Duration before(RetryOptions options, int retries, Duration asked, Duration fitting) {
        long base = Nanos.of(options.baseDelay());
        long most = Nanos.of(options.maxDelay());
        // Shifted the other way round, as the doubles of a very long delay are none.
        long longest = base < most >> retries ? base << retries : most;
        Duration jitter = Duration.ofNanos((long) (longest * random.getAsDouble()));
        Duration room = fitting.minus(asked);
        boolean cut = !asked.isZero() && !room.isNegative() && jitter.compareTo(room) > 0;
        return asked.plus(cut ? room : jitter);
    }
}
