package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.ErrorFactory;

/**
 * The last step: sends one request with Apache HttpClient, exactly once and within the time that it has, and reads the
 * response. One object serves a client and all its tenants. Safe for use by any number of threads.
 */
public final class HttpStep implements CallStep, AutoCloseable {
    /** Without a charset parameter: JSON is UTF-8, whatever a header has. */
    private static final ContentType JSON = ContentType.create("application/json");

    private final CloseableHttpClient httpClient;
    private final boolean ours;
    private final ResponseReader reader;
    private final DeadlineDnsResolver dnsResolver = new DeadlineDnsResolver(SystemDefaultDnsResolver.INSTANCE);
    private final CallWatchdog watchdog = new CallWatchdog();
    private final ErrorFactory errors;
    private volatile boolean closed;

    /**
     * Creates the step.
     *
     * @param options how to connect
     * @param given the application's own HTTP client, which stays open when this is closed; or null to create one
     * @param errors builds the exceptions
     */
    public HttpStep(HttpOptions options, @Nullable CloseableHttpClient given, ErrorFactory errors) {
        this.ours = given == null;
        this.httpClient = given == null ? HttpClients.create(options, dnsResolver) : given;
        this.reader = new ResponseReader(options.maxResponseBytes());
        this.errors = errors;
    }

    /**
     * Sends a request once and reads the response.
     *
     * @return the response, whatever its status, without data
     * @throws TelnyxException if there is no response
     */
    @Override
    public ApiResponse<?> send(Call call, Attempt attempt) {
        if (closed) {
            throw errors.clientClosed(call.name());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw errors.interrupted(call, FailureStage.LEASE, null);
        }
        // Without any time left it must still come to an end, and 0 would mean no limit.
        long nanos = Math.max(1, attempt.leftNanos());
        long deadlineNanos = System.nanoTime() + nanos;
        AttemptContext context = new AttemptContext(deadlineNanos, nanos);
        HttpUriRequestBase request = request(call, attempt);
        if (!ours) {
            WatchedEntity.watch(request, context);
        }
        attempt.begin(request);
        CallWatchdog.Watch watch = watchdog.watch(request, deadlineNanos);
        try {
            RawResponse response = reader.readAndClose(
                    httpClient.executeOpen(RoutingSupport.determineHost(request), request, context));
            if (isOfProxy(context)) {
                throw failure(call, context, tunnelRefused(response));
            }
            IOException bodyFailure = response.bodyFailure();
            return response(
                    call, bodyFailure == null ? response : response.withBodyFailure(explain(bodyFailure, context)));
        } catch (HttpException | ClientProtocolException e) {
            return withoutBody(
                    call,
                    context,
                    ResponseReader.withoutQuotes("The request or the response breaks the HTTP protocol", e));
        } catch (IOException e) {
            return withoutBody(call, context, e);
        } catch (IllegalStateException e) {
            // A request that was cancelled, or a pool that was closed, in the midst of it.
            throw failure(call, context, e);
        } finally {
            watch.close();
        }
    }

    private static HttpUriRequestBase request(Call call, Attempt attempt) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.operation().method(), call.uri());
        call.headers().forEach(request::setHeader);
        if (attempt.authorization() != null) {
            request.setHeader(HttpHeaders.AUTHORIZATION, attempt.authorization());
        }
        byte[] body = call.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, JSON));
        }
        return request;
    }

    /** Status and headers may have come before the exchange failed. */
    private ApiResponse<?> withoutBody(Call call, AttemptContext context, IOException e) {
        RawResponse response = context.responseWithoutBody(explain(e, context));
        if (response != null && !isOfProxy(context)) {
            return response(call, response);
        }
        throw failure(call, context, e);
    }

    private static ApiResponse<?> response(Call call, RawResponse raw) {
        return response(call.request(), raw);
    }

    private static <T> ApiResponse<T> response(ApiRequest<T> request, RawResponse raw) {
        return new ApiResponse<>(request, raw, null, 1);
    }

    /**
     * Returns whether requests can be sent.
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

    /** Whether a response came before the request was written: then it is a proxy's, to the request for a tunnel. */
    private boolean isOfProxy(AttemptContext attempt) {
        return ours && !attempt.stage().requestMayHaveLeft();
    }

    private static ConnectException tunnelRefused(RawResponse response) {
        return new ConnectException("the proxy refused the tunnel (HTTP " + response.status() + ")");
    }

    private TelnyxException failure(Call call, AttemptContext attempt, Exception cause) {
        FailureStage stage = ours ? attempt.stage() : stageByCause(attempt, cause);
        if (Thread.currentThread().isInterrupted()) {
            return errors.interrupted(call, stage, cause);
        }
        if (attempt.remainingNanos() <= 0) {
            return errors.deadlineExceeded(call, stage, call.timeout(), cause);
        }
        return errors.network(call, stage, cause);
    }

    /**
     * How far a call came on a client that is not ours and does not report it. Only what can happen before a request is
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
