package org.telnyx4j.internal.call;

import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxException;

/**
 * Stands between the checks of a call and all that goes out for it, retries and API key included. Safe for use by any
 * number of threads.
 */
@FunctionalInterface
public interface CallGuard {
    /**
     * Sends a call, or refuses it.
     *
     * @param call the call, which has passed all checks
     * @param first its first attempt, whose time has begun
     * @param next sends it
     * @return the response of {@code next}
     * @throws TelnyxException if it is refused, or {@code next} fails
     */
    ApiResponse<?> send(Call call, Attempt first, CallStep next);
}
