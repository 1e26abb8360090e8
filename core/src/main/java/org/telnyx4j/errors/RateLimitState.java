package org.telnyx4j.errors;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The state of the rate limit, from the {@code x-ratelimit-*} headers of a response. Any part can be missing.
 * Immutable and safe for use by many threads.
 */
public final class RateLimitState implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long limit;
    private final @Nullable Long remaining;
    private final @Nullable Duration reset;

    /**
     * Creates a state from its parts.
     *
     * @param limit requests allowed in one window, or null when not known
     * @param remaining requests remaining in this window, or null when not known
     * @param reset time until the window starts anew, or null when not known
     * @throws IllegalArgumentException if a part is negative
     */
    public RateLimitState(@Nullable Long limit, @Nullable Long remaining, @Nullable Duration reset) {
        if ((limit != null && limit < 0)
                || (remaining != null && remaining < 0)
                || (reset != null && reset.isNegative())) {
            throw new IllegalArgumentException("limit, remaining and reset must not be negative");
        }
        this.limit = limit;
        this.remaining = remaining;
        this.reset = reset;
    }

    /**
     * Returns how many requests one window allows.
     *
     * @return the number, or empty when the response did not have it
     */
    public OptionalLong limit() {
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /**
     * Returns how many requests remain in the current window.
     *
     * @return the number, or empty when the response did not have it
     */
    public OptionalLong remaining() {
        return remaining == null ? OptionalLong.empty() : OptionalLong.of(remaining);
    }

    /**
     * Returns the time from the response until the window starts anew.
     *
     * @return the time, or empty when the response did not have it
     */
    public Optional<Duration> reset() {
        return Optional.ofNullable(reset);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateLimitState that
                && Objects.equals(limit, that.limit)
                && Objects.equals(remaining, that.remaining)
                && Objects.equals(reset, that.reset);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limit, remaining, reset);
    }

    @Override
    public String toString() {
        return "RateLimitState[limit=" + limit + ", remaining=" + remaining + ", reset=" + reset + "]";
    }
}
