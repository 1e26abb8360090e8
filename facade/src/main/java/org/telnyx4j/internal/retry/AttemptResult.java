package org.telnyx4j.internal.retry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.RawResponse;

/**
 * What came of one attempt.
 *
 * @param answer the answer, whatever its status, or null where there is none
 * @param failure what is wrong with it, or why there is none; null for a success
 * @param trouble how it is to be judged, or null for a success
 */
record AttemptResult(
        @Nullable RawResponse answer,
        @Nullable TelnyxException failure,
        @Nullable Trouble trouble) {

    static AttemptResult success(RawResponse answer) {
        return new AttemptResult(answer, null, null);
    }

    static AttemptResult failed(@Nullable RawResponse answer, TelnyxException failure, Trouble trouble) {
        return new AttemptResult(answer, failure, trouble);
    }

    Outcome outcome() {
        return failure == null ? Outcome.CARRIED_OUT : failure.outcome();
    }
}
