package org.telnyx4j.internal.exchange;

import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.telemetry.ActiveAttempt;
import org.telnyx4j.internal.telemetry.Telemetry;

/** Reports each HTTP request. */
record AttemptSpanStep(CallStep next, Telemetry telemetry) implements CallStep {
    @Override
    public ApiResponse<?> send(Call call, Attempt attempt) {
        ActiveAttempt active = telemetry.attempt(call, attempt);
        try {
            ApiResponse<?> response = next.send(call, attempt);
            active.end(response.raw(), null);
            return response;
        } catch (Throwable e) {
            active.end(null, wasCancelled(attempt, e) ? attempt.cancellation() : e);
            throw e;
        }
    }

    /** Whether a request was given up, as the response to another one had come. */
    private static boolean wasCancelled(Attempt attempt, Throwable failure) {
        return attempt.isCancelled()
                && failure instanceof TelnyxNetworkException network
                && network.failure() != NetworkFailure.DEADLINE;
    }
}
