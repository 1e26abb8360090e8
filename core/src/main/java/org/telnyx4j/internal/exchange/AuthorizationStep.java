package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.time.Nanos;
import org.telnyx4j.internal.validation.TextRules;

/**
 * Asks for the API key, for each HTTP request anew, so that a key can change without a restart.
 *
 * @param next the step after it
 * @param sources asks within the time that there is
 * @param clock measures
 * @param errors builds the exceptions
 */
record AuthorizationStep(CallStep next, KeySources sources, LongSupplier clock, ErrorFactory errors)
        implements CallStep {
    @Override
    public ApiResponse<?> send(Call call, Attempt attempt) {
        long leftNanos = attempt.deadlineNanos() - clock.getAsLong();
        attempt.authorize("Bearer " + apiKey(call.name(), call.apiKey(), leftNanos, call.timeout()));
        return next.send(call, attempt);
    }

    /**
     * Asks for the API key.
     *
     * @param operation name of the operation
     * @param source returns the key, or null where none is configured
     * @param leftNanos how long it may take
     * @param deadline the time that the whole call has, for the message
     * @return a key that can be sent
     * @throws TelnyxException if there is none
     */
    String apiKey(String operation, @Nullable Supplier<String> source, long leftNanos, Duration deadline) {
        String key = source == null ? null : ask(operation, source, leftNanos, deadline);
        if (key == null || key.isBlank()) {
            throw errors.missingApiKey(operation);
        }
        String stripped = key.strip();
        String problem = TextRules.apiKey(stripped);
        if (problem != null) {
            throw errors.malformedApiKey(operation, problem);
        }
        return stripped;
    }

    private @Nullable String ask(String operation, Supplier<String> source, long leftNanos, Duration deadline) {
        try {
            return sources.ask(source, leftNanos);
        } catch (ExecutionException e) {
            // Also for an Error: it hit a thread of ours, and in a purchase the caller must not lose what was ordered.
            throw errors.noApiKey(operation, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw errors.notBegun(
                    operation,
                    NetworkFailure.DEADLINE,
                    "its deadline of " + Nanos.toMillis(deadline)
                            + " ms passed while waiting for the source of the API key");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw errors.notBegun(
                    operation,
                    NetworkFailure.INTERRUPTED,
                    "the calling thread was interrupted while waiting for the source of the API key");
        } catch (RejectedExecutionException e) {
            throw errors.clientClosed(operation);
        }
    }
}
