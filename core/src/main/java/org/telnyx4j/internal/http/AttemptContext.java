package org.telnyx4j.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.FailureStage;

/** HttpClient's context of one request: when it must be over, and how far it has come. */
final class AttemptContext extends HttpClientContext {
    private final long deadlineNanos;
    private volatile FailureStage stage = FailureStage.LEASE;

    /**
     * Starts an attempt.
     *
     * @param deadlineNanos when it must be over, on the scale of {@link System#nanoTime()}
     * @param remainingNanos how long that is from now, more than 0
     */
    AttemptContext(long deadlineNanos, long remainingNanos) {
        this.deadlineNanos = deadlineNanos;
        // Rounded up: a timeout of 0 would mean none at all.
        Timeout remaining = Timeout.ofMilliseconds(TimeUnit.NANOSECONDS.toMillis(remainingNanos) + 1);
        setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(remaining)
                .setResponseTimeout(remaining)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(true)
                .build());
    }

    long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }

    FailureStage stage() {
        return stage;
    }

    void reached(FailureStage next) {
        if (next.compareTo(FailureStage.SEND) <= 0) {
            // The response of a proxy to an earlier try, which asked for credentials, is not the response.
            setResponse(null);
        }
        stage = next;
    }

    /**
     * Returns the response as far as it came. A connection that is cut within the body fails where the body is read or
     * where it is given back, and neither may hide that there was a response.
     *
     * @param bodyFailure why there is no body
     * @return status and headers, or null if not even they came
     */
    @Nullable
    RawResponse responseWithoutBody(IOException bodyFailure) {
        HttpResponse head = getResponse();
        return head == null ? null : new RawResponse(head.getCode(), ResponseReader.headers(head), null, bodyFailure);
    }
}
