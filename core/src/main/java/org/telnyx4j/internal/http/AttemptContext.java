package org.telnyx4j.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.FailureStage;

/** HttpClient's context of one request: when it must be over, and how far it has come. */
final class AttemptContext extends HttpClientContext {
    private final LongSupplier clock;
    private final long deadlineNanos;
    private final long leastNanos;
    private volatile FailureStage stage = FailureStage.LEASE;
    private @Nullable String target;
    private Header[] headers = {};
    private volatile boolean repeated;
    private volatile boolean reportsSending;
    private boolean abandoned;

    /**
     * Starts an attempt.
     *
     * @param clock measures
     * @param deadlineNanos when the attempt must be over, on the scale of the clock
     * @param leastNanos with less time left than this, nothing is sent
     */
    AttemptContext(LongSupplier clock, long deadlineNanos, long leastNanos) {
        this.clock = clock;
        this.deadlineNanos = deadlineNanos;
        this.leastNanos = leastNanos;
        setRequestConfig(config().build());
    }

    private RequestConfig.Builder config() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(remaining())
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(true);
    }

    /** Rounded up: a timeout of 0 would mean none at all. */
    private Timeout remaining() {
        return Timeout.ofMilliseconds(TimeUnit.NANOSECONDS.toMillis(Math.max(0, remainingNanos())) + 1);
    }

    /**
     * Limits how long a client of the application's waits for bytes. Our own connections have no such limit: the watchdog
     * closes them when the time is up, and a read with a limit costs five system calls more than one without.
     */
    void limitReads() {
        setRequestConfig(config().setResponseTimeout(remaining()).build());
    }

    long remainingNanos() {
        return deadlineNanos - clock.getAsLong();
    }

    /** Returns whether there is no time left, or nobody waits any longer. */
    boolean isOver() {
        return remainingNanos() <= 0 || Thread.currentThread().isInterrupted();
    }

    /** Returns whether a request that is sent now would hardly get its response in time. */
    boolean isTooLate() {
        return remainingNanos() < leastNanos;
    }

    /** Called right before the first byte is written. */
    void failIfTooLate() throws IOException {
        if (isTooLate()) {
            throw new TooLateException();
        }
    }

    /**
     * Called right before the first byte is written, on whichever thread that is.
     *
     * @throws IOException if it is too late, or the caller has left; nothing is written then
     */
    synchronized void beginSending() throws IOException {
        failIfTooLate();
        if (abandoned) {
            throw new TooLateException();
        }
        reached(FailureStage.SEND);
    }

    /** Notes that the caller has left, so that nothing is sent from here on which was not begun before. */
    synchronized void abandon() {
        abandoned = true;
    }

    /** Notes that the request has a body which reports when it is asked for. */
    void reportsSending(boolean reports) {
        reportsSending = reports;
    }

    /** Returns whether the stage is true whatever the HTTP client is, since the body reports when it is asked for. */
    boolean reportsSending() {
        return reportsSending;
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

    /** Returns the path and the query of the request. */
    @Nullable
    String target() {
        return target;
    }

    /** Returns the headers of the request as this library has set them. */
    Header[] headers() {
        return headers;
    }

    /** Keeps the path with the query, and the headers, of the request. */
    void keep(String pathAndQuery, Header[] own) {
        target = pathAndQuery;
        headers = own;
    }

    /** Notes that an HTTP client of the application's tried to send the request once more by itself. */
    void repeated() {
        repeated = true;
    }

    /** Returns whether an HTTP client of the application's tried to send the request once more by itself. */
    boolean isRepeated() {
        return repeated;
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
        return head == null
                ? null
                : new RawResponse(
                        head.getCode(),
                        ResponseReader.headers(head),
                        null,
                        bodyFailure,
                        ResponseReader.httpVersion(head));
    }
}
