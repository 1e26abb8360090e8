package org.telnyx4j.internal.call;

import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxException;

/**
 * One step of the way from a call to the server. A step does its own part and hands the call to the step after it. Safe
 * for use by any number of threads.
 */
@FunctionalInterface
public interface CallStep {
    /**
     * Sends a call.
     *
     * @param call the call
     * @param attempt the HTTP request; above the retry step the first one
     * @return the response: from the retry step upwards a success, from the read step upwards with its data
     * @throws TelnyxException if there is none
     */
    ApiResponse<?> send(Call call, Attempt attempt);
}
