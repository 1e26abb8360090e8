package org.telnyx4j.internal.telemetry;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.http.BodyTooLargeException;
import org.telnyx4j.internal.http.CallEndedException;
import org.telnyx4j.telemetry.RequestResult;

/** The result of a request that has ended. */
record RequestOutcome(
        Duration duration,
        OptionalInt status,
        Optional<String> requestId,
        Optional<String> error,
        Optional<String> httpVersion)
        implements RequestResult {

    /** What went wrong with the exchange itself, in one of a few words; empty where nothing did. */
    static Optional<String> error(@Nullable RawResponse response, @Nullable Throwable failure) {
        if (failure instanceof TelnyxNetworkException network) {
            return Optional.of(network.failure().name().toLowerCase(Locale.ROOT));
        }
        if (failure instanceof CancellationException) {
            return Optional.of("cancelled");
        }
        if (failure != null) {
            return Optional.of(failure.getClass().getName());
        }
        if (response == null || response.status() >= 400) {
            return Optional.ofNullable(response).map(refused -> Integer.toString(refused.status()));
        }
        IOException body = response.bodyFailure();
        if (body instanceof CallEndedException ended) {
            return Optional.of(ended.reason().name().toLowerCase(Locale.ROOT));
        }
        if (body instanceof BodyTooLargeException) {
            return Optional.of("response_too_large");
        }
        return body == null ? Optional.empty() : Optional.of("connection");
    }
}
