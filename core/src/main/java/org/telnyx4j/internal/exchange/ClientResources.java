package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.internal.call.BaseUrl;
import org.telnyx4j.internal.call.CallGuard;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.call.CallTarget;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.futures.CallExecutor;
import org.telnyx4j.internal.http.HttpStep;
import org.telnyx4j.internal.retry.RetryStep;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.ClientSleeper;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;

/**
 * What a client and all its tenants share: the chain of steps with its connections and its retry budget, locks, clock,
 * telemetry. Safe for use by any number of threads.
 */
public final class ClientResources implements AutoCloseable {
    /** The address of the real API. */
    public static final String DEFAULT_BASE_URL = "https://api.telnyx.com/v2";

    private final BaseUrl baseUrl;
    private final Map<String, String> remedies;
    private final ErrorFactory errors;
    private final Telemetry telemetry;
    private final ClientSleeper sleeper;
    private final HttpStep http;
    private final RetryStep retry;
    private final KeySources keySources = new KeySources();
    private final AuthorizationStep authorization;
    private final Admission admission = new Admission();
    private final CallStep afterChecks;
    private final CallStep chain;
    private final KeyedLocks locks = new KeyedLocks();
    private final UnconfirmedCreations unconfirmed = new UnconfirmedCreations();
    private final RecentWrites recentWrites = new RecentWrites();
    private final int maxConnections;
    private final @Nullable AsyncOptions asyncOptions;
    /** Guarded by this. Only a program that calls asynchronously loads its class. */
    private @Nullable CallExecutor asyncCalls;

    private boolean closed;

    /**
     * Creates the resources, with the defaults for asynchronous calls. No connection is opened yet.
     *
     * @param baseUrl where requests go
     * @param options how to connect
     * @param httpClient the application's own HTTP client, or null to create one
     * @param time measures, waits, and gives the jitter
     * @param telemetry reports operations and requests
     * @param remedies for the name of an operation, what to do if its outcome is unknown, as a phrase
     */
    public ClientResources(
            String baseUrl,
            HttpOptions options,
            @Nullable CloseableHttpClient httpClient,
            TimeSource time,
            Telemetry telemetry,
            Map<String, String> remedies) {
        this(baseUrl, options, httpClient, time, telemetry, remedies, null);
    }

    /**
     * Creates the resources. No connection is opened yet.
     *
     * @param baseUrl where requests go
     * @param options how to connect
     * @param httpClient the application's own HTTP client, or null to create one
     * @param time measures, waits, and gives the jitter
     * @param telemetry reports operations and requests
     * @param remedies for the name of an operation, what to do if its outcome is unknown, as a phrase
     * @param asyncOptions where asynchronous calls run, or null for the defaults
     */
    public ClientResources(
            String baseUrl,
            HttpOptions options,
            @Nullable CloseableHttpClient httpClient,
            TimeSource time,
            Telemetry telemetry,
            Map<String, String> remedies,
            @Nullable AsyncOptions asyncOptions) {
        if (httpClient == null
                && options.protocol() == HttpOptions.Protocol.HTTP_2
                && !baseUrl.regionMatches(true, 0, "https:", 0, "https:".length())) {
            throw new IllegalArgumentException(
                    "HttpOptions.protocol HTTP_2 needs a base URL with https: HTTP/2 is negotiated within TLS");
        }
        this.baseUrl = new BaseUrl(baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl);
        this.remedies = Map.copyOf(remedies);
        this.telemetry = telemetry;
        this.maxConnections = options.maxConnections();
        this.asyncOptions = asyncOptions;
        this.sleeper = new ClientSleeper(time.sleeper());
        this.errors = new ErrorFactory(
                time.clock(),
                options.proxy()
                        .filter(proxy -> httpClient == null)
                        .map(proxy -> proxy.host() + ":" + proxy.port())
                        .orElse(null));
        // The chain, from its last step to its first.
        this.http = new HttpStep(options, httpClient, errors, sleeper::nanoTime, telemetry::carried);
        this.authorization =
                new AuthorizationStep(new AttemptSpanStep(http, telemetry), keySources, sleeper::nanoTime, errors);
        TimeSource ours = new TimeSource(time.clock(), sleeper, time.random());
        this.retry = new RetryStep(authorization, http::isOpen, errors, telemetry, ours);
        this.afterChecks = new ReadStep(retry, errors);
        this.chain = new ValidationStep(afterChecks, errors);
    }

    /** Returns where the calls of a tenant go; null for the client itself. */
    CallTarget target(@Nullable String tenant) {
        return new CallTarget(baseUrl, tenant, null, remedies, false);
    }

    CallStep chain() {
        return chain;
    }

    /** Returns the same chain with a guard after the checks. */
    CallStep chain(CallGuard guard) {
        return new ValidationStep((call, first) -> guard.send(call, first, afterChecks), errors);
    }

    /** Returns what asks for API keys. */
    AuthorizationStep authorization() {
        return authorization;
    }

    /** Returns what counts calls under way. */
    Admission admission() {
        return admission;
    }

    ErrorFactory errors() {
        return errors;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    KeyedLocks locks() {
        return locks;
    }

    UnconfirmedCreations unconfirmed() {
        return unconfirmed;
    }

    RecentWrites recentWrites() {
        return recentWrites;
    }

    /** Returns what runs asynchronous calls, which is created with the first of them. */
    synchronized CallExecutor asyncCalls() {
        CallExecutor calls = asyncCalls;
        if (calls == null) {
            AsyncOptions options =
                    asyncOptions != null ? asyncOptions : AsyncOptions.builder().build();
            calls = new CallExecutor(options, maxConnections, telemetry::carried);
            asyncCalls = calls;
            if (closed) {
                calls.close();
            }
        }
        return calls;
    }

    /**
     * Closes the connections as soon as the calls under way have ended, but lets no other begin. Those that have not ended
     * in time fail. An operation of several steps counts as one call, and may go on with its next step.
     *
     * @param atMost how long to wait for them
     */
    public void close(Duration atMost) {
        try {
            admission.close(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Closes the connections. Calls under way fail. Closing again does nothing. */
    @Override
    public void close() {
        http.close();
        // Only now, so that those who wake up find it closed.
        sleeper.close();
        retry.close();
        keySources.close();
        CallExecutor calls;
        synchronized (this) {
            closed = true;
            calls = asyncCalls;
        }
        if (calls != null) {
            calls.close();
        }
    }
}
