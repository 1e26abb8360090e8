package org.telnyx4j.internal.call;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;

/**
 * How calls are sent, as one level (call, tenant, client or built-in) sets it; {@code null} where it sets nothing.
 * Immutable.
 *
 * @param apiKey returns the API key; called for each HTTP request, on a thread of the library unless it is a {@link
 *     FixedApiKey}
 * @param timeout the total deadline
 * @param retries how a failed request is sent again
 * @param headers further headers of each request, empty for none
 */
public record CallSettings(
        @Nullable Supplier<String> apiKey,
        @Nullable Duration timeout,
        @Nullable RetryOptions retries,
        Map<String, String> headers) {

    /** The settings of the library itself: 10 s, up to 2 retries. */
    public static final CallSettings BUILT_IN =
            new CallSettings(null, Duration.ofSeconds(10), RetryOptions.defaults(), Map.of());

    /** Sets nothing. */
    public static final CallSettings EMPTY = new CallSettings(null, null, null, Map.of());

    /**
     * Creates a level without headers.
     *
     * @param apiKey returns the API key, or null
     * @param timeout the total deadline, or null
     * @param retries how a failed request is sent again, or null
     */
    public CallSettings(@Nullable Supplier<String> apiKey, @Nullable Duration timeout, @Nullable RetryOptions retries) {
        this(apiKey, timeout, retries, Map.of());
    }

    /**
     * Returns the level that the options of a call are.
     *
     * @param options the options
     * @return the settings
     */
    public static CallSettings of(RequestOptions options) {
        Objects.requireNonNull(options, "options");
        String key = options.apiKey().orElse(null);
        CallSettings settings = new CallSettings(
                key == null ? null : new FixedApiKey(key),
                options.timeout().orElse(null),
                options.retries().orElse(null),
                options.headers());
        return settings.isEmpty() ? EMPTY : settings;
    }

    /**
     * Merges levels, setting by setting: each has the value of the first level that sets it. The only place where
     * these defaults merge; associative, so levels that stay the same can be merged ahead.
     *
     * @param strongestFirst the levels: call, tenant, client, built-in
     * @return the merged settings
     */
    public static CallSettings merge(CallSettings... strongestFirst) {
        CallSettings merged = EMPTY;
        for (CallSettings weaker : strongestFirst) {
            if (merged.isEmpty()) {
                merged = weaker;
            } else if (!weaker.isEmpty()) {
                merged = new CallSettings(
                        first(merged.apiKey, weaker.apiKey),
                        first(merged.timeout, weaker.timeout),
                        first(merged.retries, weaker.retries),
                        merged(merged.headers, weaker.headers));
            }
        }
        return merged;
    }

    /**
     * Returns the same settings with another deadline, for a call that is a step of something longer.
     *
     * @param time how long the step may take; anything below a millisecond counts as one
     * @return the settings of the step
     */
    public CallSettings within(Duration time) {
        Duration least = Duration.ofMillis(1);
        return new CallSettings(apiKey, time.compareTo(least) < 0 ? least : time, retries, headers);
    }

    /** Returns whether nothing is set. */
    public boolean isEmpty() {
        return apiKey == null && timeout == null && retries == null && headers.isEmpty();
    }

    private static <T> @Nullable T first(@Nullable T stronger, @Nullable T weaker) {
        return stronger != null ? stronger : weaker;
    }

    private static Map<String, String> merged(Map<String, String> stronger, Map<String, String> weaker) {
        if (stronger.isEmpty() || weaker.isEmpty()) {
            return stronger.isEmpty() ? weaker : stronger;
        }
        Map<String, String> all = new LinkedHashMap<>(weaker);
        stronger.forEach((name, value) -> {
            all.keySet().removeIf(name::equalsIgnoreCase);
            all.put(name, value);
        });
        return Collections.unmodifiableMap(all);
    }

    /** Leaves key and headers out, which are private. */
    @Override
    public String toString() {
        return "CallSettings[apiKey " + (apiKey == null ? "not set" : "set") + ", timeout=" + timeout + ", retries="
                + retries + "]";
    }
}
