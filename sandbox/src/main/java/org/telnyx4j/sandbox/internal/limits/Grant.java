package org.telnyx4j.sandbox.internal.limits;

import java.time.Duration;
import java.util.Map;

/**
 * Whether something is admitted by a rate limit, and how much is left.
 *
 * @param reset how long until the window ends
 */
public record Grant(boolean admitted, int limit, int remaining, Duration reset) {
    /** Returns the headers of a response that show this; the reset in whole seconds, rounded up. */
    public Map<String, String> headers() {
        long seconds = Math.max(1, reset.plusMillis(999).toSeconds());
        return Map.of(
                "x-ratelimit-limit", Integer.toString(limit),
                "x-ratelimit-remaining", Integer.toString(remaining),
                "x-ratelimit-reset", Long.toString(seconds));
    }
}
