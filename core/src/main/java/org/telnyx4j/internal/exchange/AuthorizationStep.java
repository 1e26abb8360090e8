package org.telnyx4j.internal.exchange;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.validation.TextRules;

/** Asks for the API key, for each HTTP request anew, so that a key can change without a restart. */
record AuthorizationStep(CallStep next, ErrorFactory errors) implements CallStep {
    @Override
    public ApiResponse<?> send(Call call, Attempt attempt) {
        attempt.authorize("Bearer " + apiKey(call.name(), call.apiKey(), errors));
        return next.send(call, attempt);
    }

    /**
     * Asks for the API key.
     *
     * @param operation name of the operation
     * @param source returns the key, or null where none is configured
     * @param errors builds the exceptions
     * @return a key that can be sent
     * @throws TelnyxAuthenticationException if there is none
     */
    static String apiKey(String operation, @Nullable Supplier<String> source, ErrorFactory errors) {
        String key;
        try {
            key = source == null ? null : source.get();
        } catch (RuntimeException e) {
            throw errors.noApiKey(operation, e);
        }
        if (key == null || key.isBlank()) {
            throw errors.missingApiKey(operation);
        }
        String stripped = key.strip();
        if (TextRules.headerValue(stripped) != null) {
            throw errors.malformedApiKey(operation);
        }
        return stripped;
    }
}
