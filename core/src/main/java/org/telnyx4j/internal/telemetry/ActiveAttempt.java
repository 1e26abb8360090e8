package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;

/** One HTTP request under way. No method throws. */
public interface ActiveAttempt {
    /** No-op. */
    ActiveAttempt UNOBSERVED = (response, failure) -> {};

    /**
     * Ends it, on the thread that began it.
     *
     * @param response the response, or null where there is none
     * @param failure why there is none, or null
     */
    void end(@Nullable RawResponse response, @Nullable Throwable failure);
}
