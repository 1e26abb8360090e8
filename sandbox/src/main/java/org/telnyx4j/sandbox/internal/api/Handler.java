package org.telnyx4j.sandbox.internal.api;

/** Carries out one operation. */
@FunctionalInterface
public interface Handler {
    /**
     * Carries the request out.
     *
     * @throws ApiFailure if it can't be
     */
    ApiReply handle(ApiCall call);
}
