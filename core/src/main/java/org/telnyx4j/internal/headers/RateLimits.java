package org.telnyx4j.internal.headers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;

/** Reads the {@code x-ratelimit-*} headers, which most responses have, good or bad. */
public final class RateLimits {
    /** Whatever has more digits is no number of requests. */
    private static final int MOST_DIGITS = 18;

    private RateLimits() {}

    /**
     * Reads the headers.
     *
     * @param headers the headers of a response
     * @return the state, or null when none of the three headers can be read
     */
    public static @Nullable RateLimitState of(ResponseHead.Headers headers) {
        Long limit = number(headers.first("x-ratelimit-limit"));
        Long remaining = number(headers.first("x-ratelimit-remaining"));
        Duration reset = RetryAfterParser.ofSeconds(headers.first("x-ratelimit-reset"));
        return limit == null && remaining == null && reset == null ? null : new RateLimitState(limit, remaining, reset);
    }

    /** Returns the number at the beginning. More can follow it, as in {@code 50, 50;window=1}. */
    private static @Nullable Long number(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int from = 0;
        while (from < value.length() && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        long number = 0;
        int end = from;
        while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            if (end - from == MOST_DIGITS) {
                return null;
            }
            number = number * 10 + (value.charAt(end) - '0');
            end++;
        }
        return end == from ? null : number;
    }
}
