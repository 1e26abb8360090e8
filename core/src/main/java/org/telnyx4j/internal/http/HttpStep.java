package org.telnyx4j.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.errors.ProxyRefusalException;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * The last step: sends one request with Apache HttpClient, exactly once and within the time that it has, and reads the
 * response. One object serves a client and all its tenants. Safe for use by any number of threads.
 */
public final class HttpStep implements CallStep, AutoCloseable {
    /** Without a charset parameter: JSON is UTF-8, whatever a header has. */
    private static final ContentType JSON = ContentType.create("application/json");

    private final CloseableHttpClient httpClient;
    /** The connections of a client of our own, null for one of the application's. */
    private final @Nullable ConnectionPool connections;

    /** Lets requests share connections over HTTP/2, null where only HTTP/1.1 is spoken. */
    private final @Nullable Http2ConnectionManager http2;

    /** Runs a client of the application's, null for one of our own. */
    private final @Nullable OwnClientThreads ownClientThreads;

    private final ResponseReader reader;
    private final DeadlineDnsResolver dnsResolver;
    private final LongSupplier clock;
    private final CallWatchdog watchdog;
    private final ErrorFactory errors;
    private final AttemptFailures failures;
    private volatile boolean closed;

    /**
     * Creates the step.
     *
     * @param options how to connect
     * @param given the application's own HTTP client, which stays open when this is closed; or null to create one
     * @param errors builds the exceptions
     * @param clock measures, in nanoseconds since any moment
     * @param context gives a task for another thread what belongs to the thread that calls, such as its trace
     */
    public HttpStep(
            HttpOptions options,
            @Nullable CloseableHttpClient given,
            ErrorFactory errors,
            LongSupplier clock,
            UnaryOperator<Runnable> context) {
        this(options, given, errors, clock, context, SystemDefaultDnsResolver.INSTANCE);
    }

    /** Creates a step with a client of its own that looks names up in another way. */
    HttpStep(HttpOptions options, ErrorFactory errors, LongSupplier clock, DnsResolver lookup) {
        this(options, null, errors, clock, UnaryOperator.identity(), lookup);
    }

    private HttpStep(
            HttpOptions options,
            @Nullable CloseableHttpClient given,
            ErrorFactory errors,
            LongSupplier clock,
            UnaryOperator<Runnable> context,
            DnsResolver lookup) {
        this.dnsResolver = new DeadlineDnsResolver(lookup);
        boolean mayBeHttp2 = given == null && options.protocol() != HttpOptions.Protocol.HTTP_1_1;
        HttpVersionChoice choice = mayBeHttp2 ? new HttpVersionChoice() : null;
        this.connections = given == null ? HttpClients.connections(options, dnsResolver, choice) : null;
        this.http2 =
                connections == null || choice == null ? null : new Http2ConnectionManager(options, connections, choice);
        this.httpClient = connections == null
                ? Objects.requireNonNull(given)
                : HttpClients.create(options, http2 == null ? connections : http2);
        this.ownClientThreads = given == null ? null : new OwnClientThreads(context);
        this.reader = new ResponseReader(options.maxResponseBytes());
        this.errors = errors;
        this.failures = new AttemptFailures(errors, given == null, this::isOpen);
        this.clock = clock;
        this.watchdog = new CallWatchdog(clock, LibraryThreads.factory("telnyx4j-deadlines"));
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
        AttemptContext context = new AttemptContext(clock, attempt.deadlineNanos(), call.shortestAttemptNanos());
        if (context.isTooLate() || Thread.currentThread().isInterrupted()) {
            throw failures.of(call, attempt, context, new TooLateException());
        }
        HttpUriRequestBase request = request(call, attempt);
        if (connections == null) {
            UnrepeatableEntity.protect(request, context);
            context.limitReads();
        } else {
            UnloggedTarget.hide(request, context);
        }
        DetachedExchange detached = ownClientThreads == null
                ? null
                : new DetachedExchange(() -> exchange(request, context), request, context);
        Cancellable exchange = detached == null ? request : detached;
        attempt.begin(exchange);
        CallWatchdog.Watch watch = watch(call, exchange, attempt);
        try {
            RawResponse response = detached == null ? exchange(request, context) : await(detached, call);
            if (isOfProxy(context)) {
                throw failures.of(call, attempt, context, tunnelRefused(response));
            }
            if (context.isRepeated()) {
                throw failures.of(call, attempt, context, sentTwice());
            }
            IOException bodyFailure = response.bodyFailure();
            return response(
                    call,
                    bodyFailure == null
                            ? response
                            : response.withBodyFailure(AttemptFailures.explain(bodyFailure, attempt, context)));
        } catch (HttpException | ClientProtocolException e) {
            IOException quiet = ResponseReader.withoutQuotes("The request or the response breaks the HTTP protocol", e);
            return withoutBody(call, attempt, context, quiet);
        } catch (DetachedExchange.LeftBehindException e) {
            // Its thread may still be at work, so nothing else of the context is looked at.
            throw failures.of(call, attempt, context, e);
        } catch (IOException e) {
            return withoutBody(call, attempt, context, e);
        } catch (TelnyxException e) {
            throw e;
        } catch (Exception e) {
            // A request that was cancelled, or a pool that was closed, in the midst of it.
            throw failures.of(call, attempt, context, e);
        } catch (Error e) {
            // HttpClient does not give the connection back then.
            request.cancel();
            throw e;
        } finally {
            watch.close();
        }
    }

    private RawResponse exchange(HttpUriRequestBase request, AttemptContext context) throws IOException, HttpException {
        return reader.readAndClose(httpClient.executeOpen(RoutingSupport.determineHost(request), request, context));
    }

    private RawResponse await(DetachedExchange exchange, Call call) throws Exception {
        try {
            Objects.requireNonNull(ownClientThreads).start(exchange);
        } catch (RejectedExecutionException e) {
            throw errors.clientClosed(call.name());
        } catch (OutOfMemoryError e) {
            throw errors.notStarted(call, "there is no thread for the application's HTTP client", e);
        }
        return exchange.await();
    }

    private CallWatchdog.Watch watch(Call call, Cancellable exchange, Attempt attempt) {
        try {
            return watchdog.watch(exchange, attempt.deadlineNanos());
        } catch (CallWatchdog.UnwatchedException e) {
            throw errors.notStarted(call, "nobody could watch its deadline", e);
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
    private ApiResponse<?> withoutBody(Call call, Attempt attempt, AttemptContext context, IOException e) {
        RawResponse response = context.responseWithoutBody(AttemptFailures.explain(e, attempt, context));
        if (response != null && !isOfProxy(context) && !context.isRepeated()) {
            return response(call, response);
        }
        throw failures.of(call, attempt, context, e);
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
        if (http2 != null) {
            http2.shutDown();
        }
        if (connections != null) {
            connections.shutDown();
        }
        dnsResolver.close();
        watchdog.close();
        if (ownClientThreads != null) {
            ownClientThreads.close();
        }
    }

    /** Whether a response came before the request was written: then it is a proxy's, to the request for a tunnel. */
    private boolean isOfProxy(AttemptContext attempt) {
        return connections != null && !attempt.stage().requestMayHaveLeft();
    }

    private static ConnectException tunnelRefused(RawResponse response) {
        return new ProxyRefusalException(response.status());
    }

    private static IOException sentTwice() {
        return new IOException("The application's HTTP client tried to send the request a second time");
    }
}
