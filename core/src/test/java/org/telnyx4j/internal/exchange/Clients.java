package org.telnyx4j.internal.exchange;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;

/**
 * A client of a server, with time of its own, a deadline that a passing test never meets, and operations that no
 * specification has.
 */
final class Clients implements AutoCloseable {
    static final String KEY = "KEY0189ABCDEF_test";
    static final ApiOperation LOOKUP = operation("GET", "/things/{id}", Idempotency.IDEMPOTENT);
    static final ApiOperation UPDATE = operation("PATCH", "/things", Idempotency.IDEMPOTENT);
    static final ApiOperation KEYED = operation("POST", "/things", Idempotency.KEYED);
    static final ApiOperation COMMAND = operation("POST", "/things", Idempotency.DEDUPLICATED);
    static final ApiOperation CREATION = operation("POST", "/things", Idempotency.NOT_IDEMPOTENT);

    private volatile Runnable onKey = () -> {};
    private final AtomicInteger keysAsked = new AtomicInteger();
    private final FakeTime time = FakeTime.passing();
    private final ClientResources resources;
    private final TelnyxClient client;

    Clients(RawServer server) {
        this(server, RetryOptions.defaults(), OpenTelemetry.noop());
    }

    Clients(RawServer server, RetryOptions retries, OpenTelemetry openTelemetry) {
        this(server.baseUrl(), retries, openTelemetry, HttpOptions.builder().build(), null);
    }

    Clients(String baseUrl, RetryOptions retries, HttpOptions options) {
        this(baseUrl, retries, OpenTelemetry.noop(), options, null);
    }

    Clients(
            String baseUrl,
            RetryOptions retries,
            OpenTelemetry openTelemetry,
            HttpOptions options,
            @Nullable CloseableHttpClient httpClient) {
        this.resources = new ClientResources(
                baseUrl,
                options,
                httpClient,
                new TimeSource(Clock.systemUTC(), sleeper(time), time::nextRandom),
                new Telemetry(openTelemetry, true, List.of()),
                Map.of("things.post", "look for the thing before creating another"));
        CallSettings settings = new CallSettings(this::key, Duration.ofSeconds(60), retries);
        this.client = new TelnyxClient(resources, CallSettings.merge(settings, CallSettings.BUILT_IN), "acme");
    }

    static ApiOperation operation(String method, String path, Idempotency idempotency) {
        String name = "things." + method.toLowerCase(Locale.ROOT);
        return new ApiOperation(method.toLowerCase(Locale.ROOT) + "Thing", name, method, path, idempotency);
    }

    private static Sleeper sleeper(FakeTime time) {
        return new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                time.sleep(duration);
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }
        };
    }

    TelnyxClient client() {
        return client;
    }

    /** Does something whenever the API key is asked for. */
    Clients onKey(Runnable action) {
        onKey = action;
        return this;
    }

    private String key() {
        keysAsked.incrementAndGet();
        onKey.run();
        return KEY;
    }

    /** Returns how often the API key was asked for. */
    int keysAsked() {
        return keysAsked.get();
    }

    FakeTime time() {
        return time;
    }

    ApiResponse<ThingRequest> lookUp(String id) {
        return client.call(
                ApiRequest.of(LOOKUP, ThingRequest.TYPE).path("id", id).build());
    }

    ApiResponse<ThingRequest> send(ApiOperation operation, ThingRequest body) {
        return send(operation, body, RequestOptions.none());
    }

    ApiResponse<ThingRequest> send(ApiOperation operation, ThingRequest body, RequestOptions options) {
        return client.call(ApiRequest.of(operation, ThingRequest.TYPE)
                .body(body)
                .options(options)
                .build());
    }

    ClientResources resources() {
        return resources;
    }

    /** Closes the client within a call. */
    void closeEarly() {
        resources.close();
    }

    @Override
    public void close() {
        resources.close();
    }
}
