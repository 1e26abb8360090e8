package org.telnyx4j.spring.internal.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.model.ListMessagingProfilesQuery;

/**
 * Checks whether Telnyx accepts the key of the client, by listing one messaging profile: a lookup that costs nothing and
 * changes nothing. A result is kept for some time, so that many checks are one request. Safe for use by any number of
 * threads; while one asks, the others wait for its result.
 */
public final class TelnyxProbe {
    private static final ListMessagingProfilesQuery ONE =
            ListMessagingProfilesQuery.builder().pageSize(1).build();

    private final TelnyxOperations telnyx;
    private final RequestOptions options;
    private final long cacheNanos;
    private final LongSupplier nanoTime;

    private @Nullable Result last;
    private long checkedAt;

    /**
     * What came out.
     *
     * @param isUp whether Telnyx accepts the key
     * @param details what the application may show: no key, no text, no number
     */
    public record Result(boolean isUp, Map<String, Object> details) {}

    /**
     * Creates a probe that has asked nothing yet.
     *
     * @param telnyx the client
     * @param timeout how long a request may take
     * @param cacheTime how long a result is kept
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    public TelnyxProbe(TelnyxOperations telnyx, Duration timeout, Duration cacheTime, LongSupplier nanoTime) {
        this.telnyx = telnyx;
        this.options = RequestOptions.builder()
                .timeout(timeout)
                .retries(RetryOptions.off())
                .build();
        this.cacheNanos = cacheTime.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Returns the last result if it is young enough, else asks Telnyx. */
    public synchronized Result check() {
        long now = nanoTime.getAsLong();
        Result result = last;
        if (result == null || now - checkedAt >= cacheNanos) {
            result = ask();
            last = result;
            checkedAt = nanoTime.getAsLong();
        }
        return result;
    }

    private Result ask() {
        try {
            telnyx.messagingProfiles().list(ONE, options).firstPage();
            return new Result(true, Map.of());
        } catch (TelnyxRateLimitException e) {
            // It responds, and it knows the key.
            return new Result(true, Map.of("rateLimited", true));
        } catch (TelnyxException e) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("error", e.type().name());
            e.httpStatus().ifPresent(status -> details.put("httpStatus", status));
            e.requestId().ifPresent(id -> details.put("requestId", id));
            return new Result(false, Map.copyOf(details));
        }
    }
}
