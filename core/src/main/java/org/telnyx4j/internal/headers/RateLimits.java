package org.telnyx4j.internal.headers;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;

/** Reads the {@code x-ratelimit-*} headers, which most responses have, good or bad. */
public final class RateLimits {
    /** More can follow the number, as in {@code 50, 50;window=1}. */
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([0-9]{1,18})(?![0-9]).*");

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

    private static @Nullable Long number(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher matcher = LEADING_NUMBER.matcher(value);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }
}
