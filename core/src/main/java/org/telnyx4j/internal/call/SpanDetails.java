package org.telnyx4j.internal.call;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;

/** Adds to the span of an operation what only the code of the operation knows: ids and amounts, never texts. */
@FunctionalInterface
public interface SpanDetails {
    /** Adds nothing. */
    SpanDetails NONE = (attributes, request, response) -> {};

    /**
     * Adds attributes. Called once for each call, when it has ended.
     *
     * @param attributes the attributes
     * @param request the request
     * @param response the response with its data, or null if the call has failed
     */
    void add(TelemetryAttributes attributes, ApiRequest<?> request, @Nullable ApiResponse<?> response);
}
