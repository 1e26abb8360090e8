package org.telnyx4j.internal.retry;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.invoker.RawResponse;

/** Sends the requests of one call. Safe for use by the two threads of a hedged one. */
public interface Sender {
    /**
     * Sends a request once.
     *
     * @param request the request, which nobody has sent yet
     * @param resends how many requests the call has sent before
     * @param leftNanos the time there is
     * @return the answer, whatever its status
     * @throws org.telnyx4j.errors.TelnyxNetworkException if there is none
     */
    RawResponse send(HttpUriRequestBase request, int resends, long leftNanos);

    /**
     * Tells whether there is any use in another request.
     *
     * @return false once the client is closed
     */
    boolean isOpen();

    /**
     * Takes along to another thread what telemetry knows of this one.
     *
     * @param task what that thread will do
     * @return what it is to do instead
     */
    Runnable carried(Runnable task);

    /**
     * Notes that a hedge was sent, which went out on another thread.
     *
     * @param answer its answer if that is the one which is taken, or null
     */
    void noteHedge(@Nullable RawResponse answer);
}
