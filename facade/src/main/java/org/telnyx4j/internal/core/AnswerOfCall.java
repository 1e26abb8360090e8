package org.telnyx4j.internal.core;

import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.internal.errors.CallContext;

/** An answer that knows the call it belongs to, for the errors that can still come of reading it. */
final class AnswerOfCall extends RawResponse {
    private final CallContext call;
    private final int attempts;

    AnswerOfCall(RawResponse answer, CallContext call, int attempts) {
        super(answer);
        this.call = call;
        this.attempts = attempts;
    }

    CallContext call() {
        return call;
    }

    int attempts() {
        return attempts;
    }
}
