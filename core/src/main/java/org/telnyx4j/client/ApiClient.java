package org.telnyx4j.client;

import org.telnyx4j.errors.TelnyxException;

/** Sends requests to Telnyx. What the generated API classes stand on. Safe for use by any number of threads. */
public interface ApiClient {
    /**
     * Sends a request, as often as its operation and the retry options allow, and reads the response.
     *
     * @param request the request
     * @param <T> the class of the response's body
     * @return the response, a success
     * @throws TelnyxException if there is none
     */
    <T> ApiResponse<T> call(ApiRequest<T> request);
}
