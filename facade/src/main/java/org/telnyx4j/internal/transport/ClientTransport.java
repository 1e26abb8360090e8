package org.telnyx4j.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.HttpClientTransport;
import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.errors.ErrorFactory;

/**
 * Takes requests to the server, each exactly once and within its deadline. One object serves a client and all its
 * tenants. Safe for use by any number of threads.
 */
public final class ClientTransport implements AutoCloseable {
    private final CloseableHttpClient httpClient;
    private final boolean ours;
    private final HttpClientTransport exchange;
    private final DeadlineDnsResolver dnsResolver = new DeadlineDnsResolver(SystemDefaultDnsResolver.INSTANCE);
    private final CallWatchdog watchdog = new CallWatchdog();
    private final ErrorFactory errors;
    private volatile boolean closed;

    /**
     * Makes a transport.
     *
     * @param options how to connect
     * @param given the application's own HTTP client, which stays open when this is closed; or null for one made here
     * @param errors builds the exceptions
     */
    public ClientTransport(HttpOptions options, @Nullable CloseableHttpClient given, ErrorFactory errors) {
        this.ours = given == null;
        this.httpClient = given == null ? HttpClients.create(options, dnsResolver) : given;
        this.exchange = new HttpClientTransport(httpClient, options.maxResponseBytes());
        this.errors = errors;
    }

    /**
     * Sends a request once and reads the answer.
     *
     * @param call names the operation in exceptions
     * @param timeout the time that the whole call has, of which attempts before this may have used some
     * @param leftNanos the time that is left, from now to the answer's last byte
     * @param request the request
     * @return the answer, whatever its status
     * @throws TelnyxException if there is no answer
     * @throws ClientClosedException if this is closed
     */
    public RawResponse send(CallContext call, Duration timeout, long leftNanos, HttpUriRequestBase request) {
        if (closed) {
            throw new ClientClosedException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw errors.interrupted(call, FailureStage.LEASE, null);
        }
        // Without any time left it must still come to an end, and not to be one without end.
        long nanos = Math.max(1, leftNanos);
        long deadlineNanos = System.nanoTime() + nanos;
        AttemptContext attempt = new AttemptContext(deadlineNanos, nanos);
        if (!ours) {
            WatchedEntity.watch(request, attempt);
        }
        CallWatchdog.Watch watch = watchdog.watch(request, deadlineNanos);
        try {
            RawResponse response = exchange.execute(request, attempt);
            if (isOfProxy(attempt)) {
                throw failure(call, timeout, attempt, tunnelRefused(response));
            }
            IOException bodyFailure = response.bodyFailure();
            return bodyFailure == null ? response : response.withBodyFailure(explain(bodyFailure, attempt));
        } catch (IOException e) {
            RawResponse answered = attempt.answerWithoutBody(explain(e, attempt));
            if (answered != null && !isOfProxy(attempt)) {
                return answered;
            }
            throw failure(call, timeout, attempt, e);
        } catch (IllegalStateException e) {
            // A call that was cancelled, or a pool that was closed, in the midst of it.
            throw failure(call, timeout, attempt, e);
        } finally {
            watch.close();
        }
    }

    /**
     * Tells whether this can still send.
     *
     * @return false once it is closed
     */
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        if (ours) {
            httpClient.close(CloseMode.IMMEDIATE);
        }
        dnsResolver.close();
        watchdog.close();
    }

    /** Whether an answer came before the request was written: then it is a proxy's, to the request for a tunnel. */
    private boolean isOfProxy(AttemptContext attempt) {
        return ours && !attempt.stage().requestMayHaveLeft();
    }

    private static ConnectException tunnelRefused(RawResponse response) {
        return new ConnectException("the proxy refused the tunnel (HTTP " + response.status() + ")");
    }

    private TelnyxException failure(CallContext call, Duration timeout, AttemptContext attempt, Exception cause) {
        FailureStage stage = ours ? attempt.stage() : stageByCause(attempt, cause);
        if (Thread.currentThread().isInterrupted()) {
            return errors.interrupted(call, stage, cause);
        }
        if (attempt.remainingNanos() <= 0) {
            return errors.deadlineExceeded(call, stage, timeout, cause);
        }
        return errors.network(call, stage, cause);
    }

    /**
     * How far a call came on a client that is not ours and tells nothing of it. Only what can happen before a request is
     * written, and never after, counts as such; and not even that if the body was asked for before, since such a client
     * may have repeated the request by itself.
     */
    private static FailureStage stageByCause(AttemptContext attempt, Exception cause) {
        if (attempt.stage().requestMayHaveLeft()) {
            return attempt.stage();
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return FailureStage.LEASE;
        }
        if (cause instanceof UnknownHostException) {
            return FailureStage.RESOLVE;
        }
        boolean connecting = cause instanceof ConnectException || cause instanceof ConnectTimeoutException;
        return connecting ? FailureStage.CONNECT : FailureStage.SEND;
    }

    private static IOException explain(IOException failure, AttemptContext attempt) {
        if (Thread.currentThread().isInterrupted()) {
            return new CallEndedException(CallEndedException.Reason.INTERRUPTED, failure);
        }
        return attempt.remainingNanos() <= 0
                ? new CallEndedException(CallEndedException.Reason.DEADLINE, failure)
                : failure;
    }
}
