package org.telnyx4j.internal.retry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.decision.Decision;
import org.telnyx4j.internal.decision.DecisionTable;
import org.telnyx4j.internal.decision.RetryCondition;

/**
 * What came of one attempt.
 *
 * @param response the response, a success; null for a failure other than in the body of a success
 * @param failure what went wrong, or null for a success
 * @param condition what happened, or null for a success
 * @param isRepeated whether the table has the request sent again
 */
record AttemptResult(
        @Nullable ApiResponse<?> response,
        @Nullable TelnyxException failure,
        @Nullable RetryCondition condition,
        boolean isRepeated) {

    static AttemptResult success(ApiResponse<?> response) {
        return new AttemptResult(response, null, null, false);
    }

    static AttemptResult failed(
            Call call, @Nullable ApiResponse<?> success, TelnyxException failure, RetryCondition condition) {
        Decision decision = DecisionTable.decide(condition, call.idempotency(), call.isLookup());
        return new AttemptResult(success, failure, condition, decision.isRepeated());
    }

    Outcome outcome() {
        return failure == null ? Outcome.CARRIED_OUT : failure.outcome();
    }
}
