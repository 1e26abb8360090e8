package org.telnyx4j.internal.core;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.internal.Version;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.retry.RetryEngine;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.ClientSleeper;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.internal.transport.ClientTransport;

/** What a client and all its tenants share: connections, JSON mapper, base URL. Safe for use by many threads. */
public final class ClientCore implements AutoCloseable {
    /** Where requests go unless another address is set: the real API. */
    public static final String DEFAULT_BASE_URL = ApiClient.DEFAULT_BASE_URL;

    private final ErrorFactory errors;
    private final ClientTransport transport;
    private final ApiClient client;
    private final KeyedLocks locks = new KeyedLocks();
    private final Doubts doubts = new Doubts();
    private final Telemetry telemetry;
    private final ClientSleeper sleeper;
    private final RetryEngine retries;
    private final RequestFields fields;

    /**
     * Makes the core.
     *
     * @param baseUrl where requests go
     * @param options how to connect
     * @param httpClient the application's own HTTP client, or null for one made here
     * @param time measures, waits, and draws lots
     * @param telemetry watches
     */
    public ClientCore(
            String baseUrl,
            HttpOptions options,
            @Nullable CloseableHttpClient httpClient,
            TimeSource time,
            Telemetry telemetry) {
        this.telemetry = telemetry;
        this.sleeper = new ClientSleeper(time.sleeper());
        this.errors = new ErrorFactory(time.clock());
        this.retries = new RetryEngine(errors, new TimeSource(time.clock(), sleeper, time.random()));
        this.transport = new ClientTransport(options, httpClient, errors);
        this.client = ApiClient.builder((operation, request) -> {
                    throw new IllegalStateException("A call has a transport of its own");
                })
                .baseUrl(baseUrl)
                .header("User-Agent", Version.USER_AGENT)
                .build();
        this.fields = new RequestFields(client.mapper());
    }

    /**
     * Returns what builds the exceptions.
     *
     * @return the factory
     */
    public ErrorFactory errors() {
        return errors;
    }

    ClientTransport transport() {
        return transport;
    }

    RetryEngine retries() {
        return retries;
    }

    RequestFields fields() {
        return fields;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    ApiClient client() {
        return client;
    }

    Doubts doubts() {
        return doubts;
    }

    KeyedLocks locks() {
        return locks;
    }

    @Override
    public void close() {
        transport.close();
        // Only now, so that those who wake up find it closed.
        sleeper.close();
        retries.close();
    }
}
