package org.telnyx4j.internal.core;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.retry.Sender;
import org.telnyx4j.internal.telemetry.ActiveAttempt;

/**
 * Sends the requests of one call under the eyes of telemetry.
 *
 * @param core what all views share
 * @param call names the call
 * @param timeout the time for all of it
 * @param begin begins an attempt
 */
record CallSender(ClientCore core, CallContext call, Duration timeout, Begin begin) implements Sender {
    @Override
    public RawResponse send(HttpUriRequestBase request, int resends, long leftNanos) {
        ActiveAttempt attempt = begin.attempt(request, resends);
        try {
            RawResponse response = core.transport().send(call, timeout, leftNanos, request);
            attempt.end(response, null);
            return response;
        } catch (Throwable e) {
            attempt.end(null, wasCancelled(request, e) ? new CancellationException() : e);
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return core.transport().isOpen();
    }

    @Override
    public Runnable carried(Runnable task) {
        return core.telemetry().carried(task);
    }

    @Override
    public void noteHedge(@Nullable RawResponse answer) {
        core.telemetry().noteHedge(answer);
    }

    /** Whether a request was not wanted any more, as the answer to another had come. */
    private static boolean wasCancelled(HttpUriRequestBase request, Throwable failure) {
        return request.isCancelled()
                && failure instanceof TelnyxNetworkException network
                && network.failure() != NetworkFailure.DEADLINE;
    }

    /** Begins an attempt. */
    @FunctionalInterface
    interface Begin {
        ActiveAttempt attempt(HttpUriRequestBase request, int resends);
    }
}
