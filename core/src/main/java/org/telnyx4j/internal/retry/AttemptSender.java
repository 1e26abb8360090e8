package org.telnyx4j.internal.retry;

import java.io.IOException;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.decision.RetryCondition;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.headers.ResponseHead;
import org.telnyx4j.internal.http.BodyTooLargeException;
import org.telnyx4j.internal.http.CallEndedException;
import org.telnyx4j.internal.http.UndecodableBodyException;

/** Sends one request and finds out what came of it. Safe for use by any number of threads. */
record AttemptSender(CallStep next, ErrorFactory errors) {
    AttemptResult send(Call call, Attempt attempt) {
        ApiResponse<?> response;
        try {
            response = next.send(call, attempt);
        } catch (TelnyxException e) {
            return AttemptResult.failed(call, null, e, RetryCondition.of(e));
        }
        RawResponse raw = response.raw();
        ResponseHead head = new ResponseHead(raw.status(), raw::header);
        if (!raw.isSuccess()) {
            TelnyxException failure = errors.fromResponse(call, head, raw.body());
            return AttemptResult.failed(call, null, failure, RetryCondition.of(failure));
        }
        IOException broken = raw.bodyFailure();
        if (broken == null || !isCutOff(call, broken)) {
            return AttemptResult.success(response);
        }
        TelnyxException failure = errors.unusableBody(call, head, BodyProblem.CUT_OFF, broken);
        return AttemptResult.failed(call, response, failure, RetryCondition.SUCCESS_CUT_OFF);
    }

    /** What is removed is removed: another request would only get a 404. */
    private static boolean isCutOff(Call call, IOException broken) {
        return !(broken instanceof CallEndedException)
                && !(broken instanceof BodyTooLargeException)
                && !(broken instanceof UndecodableBodyException)
                && !call.operation().method().equals("DELETE");
    }
}
