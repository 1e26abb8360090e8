package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/**
 * Whatever a call waits for, it ends at once when the client is closed or its thread is interrupted, and at its deadline.
 * Each wait would take a minute if nothing ended it.
 */
class EveryWaitTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    /** So much that a busy machine keeps it, and far less than a wait that nothing ends. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final ThingRequest COMMAND =
            ThingRequest.builder().text("Hello").commandId("command-1").build();

    private enum Wait {
        KEY_SOURCE("KeySources"),
        LEASE("PoolingHttpClientConnectionManager"),
        CONNECTION("AddressRace"),
        RESPONSE("HttpStep"),
        BETWEEN_ATTEMPTS("ClientSleeper"),
        HEDGE("HedgedAttempt"),
        LOCK("KeyedLocks"),
        PAUSE_OF_OPERATION("ClientSleeper"),
        OWN_CLIENT("DetachedExchange");

        private final String where;

        Wait(String where) {
            this.where = where;
        }
    }

    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable RawServer server;
    private @Nullable FullBacklog dead;
    private @Nullable ClientResources resources;
    private @Nullable CloseableHttpClient own;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.start(RawServer.toEach((request, connection) -> {
            if (request.target().contains("busy")) {
                connection.send(RawServer.json(503, "{}", "Retry-After: 50"));
            } else {
                over.await();
            }
        }));
        dead = FullBacklog.start();
    }

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        if (resources != null) {
            resources.close();
        }
        if (own != null) {
            own.close();
        }
        if (server != null) {
            server.close();
        }
        if (dead != null) {
            dead.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void closingEndsIt(Wait wait) throws Exception {
        Running call = begin(wait, LONG);
        long start = System.nanoTime();
        opened().close();
        assertEnded(call, start);
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void anInterruptEndsIt(Wait wait) throws Exception {
        Running call = begin(wait, LONG);
        long start = System.nanoTime();
        assertEnded(call.interrupt(), start);
        assertThat(call.interruptedAfterwards()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void itsDeadlineEndsIt(Wait wait) throws Exception {
        long start = System.nanoTime();
        assertEnded(begin(wait, Duration.ofSeconds(2)), start);
    }

    private static void assertEnded(Running call, long start) throws InterruptedException {
        assertThat(call.join().thrown(TelnyxException.class)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    /** Begins a call and returns when it waits for that. */
    private Running begin(Wait wait, Duration timeout) throws Exception {
        TelnyxClient client = open(wait, timeout);
        if (wait == Wait.LEASE) {
            // It takes the only connection.
            Running other = Threads.start(() -> send(client.within(LONG), Clients.COMMAND));
            Threads.await("the other has it", () -> opened(server).openConnections() == 1);
            assertThat(other.thread().isAlive()).isTrue();
        }
        if (wait == Wait.LOCK) {
            Running other =
                    Threads.start(() -> locked(client.within(LONG), () -> send(client.within(LONG), Clients.COMMAND)));
            Threads.await("the other has it", () -> opened(server).openConnections() == 1);
            assertThat(other.thread().isAlive()).isTrue();
        }
        Running call = Threads.start(work(wait, client));
        Threads.await(
                "it waits",
                () -> !call.thread().isAlive()
                        || Arrays.stream(call.thread().getStackTrace())
                                .anyMatch(frame -> frame.getClassName().contains(wait.where)));
        return call;
    }

    private static Callable<?> work(Wait wait, TelnyxClient client) {
        return switch (wait) {
            case LOCK -> () -> locked(client, () -> send(client, Clients.COMMAND));
            case PAUSE_OF_OPERATION ->
                () -> client.operation("things.wait", RequestOptions.none(), operation -> {
                    try {
                        operation.watch().waitFor(Duration.ofSeconds(50));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return send(operation.client(), Clients.COMMAND);
                });
            case BETWEEN_ATTEMPTS ->
                () -> client.call(ApiRequest.of(Clients.operation("GET", "/busy", Idempotency.IDEMPOTENT))
                        .build());
            default -> () -> send(client, Clients.COMMAND);
        };
    }

    private static Object locked(TelnyxClient client, Supplier<Object> work) {
        return client.operation(
                "things.lock",
                RequestOptions.none(),
                operation -> client.oneAtATime("things.lock", "thing", operation.watch(), work));
    }

    private static Object send(TelnyxClient client, ApiOperation operation) {
        return client.call(
                ApiRequest.of(operation, ThingRequest.TYPE).body(COMMAND).build());
    }

    private TelnyxClient open(Wait wait, Duration timeout) {
        String baseUrl = wait == Wait.CONNECTION || wait == Wait.OWN_CLIENT
                ? opened(dead).baseUrl()
                : opened(server).baseUrl();
        own = wait == Wait.OWN_CLIENT ? HttpClientBuilder.create().build() : null;
        ClientResources made = new ClientResources(
                baseUrl,
                HttpOptions.builder()
                        .maxConnections(wait == Wait.LEASE ? 1 : 10)
                        .connectTimeout(LONG)
                        .build(),
                own,
                new TimeSource(Clock.systemUTC(), realTime(), () -> 0.5),
                new Telemetry(OpenTelemetry.noop(), true, List.of()),
                Map.of());
        resources = made;
        RetryOptions.Builder retries = RetryOptions.builder().maxDelay(LONG);
        if (wait == Wait.HEDGE) {
            retries.hedgeCallCommands(Duration.ofMillis(1));
        }
        CallSettings settings = new CallSettings(() -> key(wait), timeout, retries.build());
        return new TelnyxClient(made, CallSettings.merge(settings, CallSettings.BUILT_IN), null);
    }

    private String key(Wait wait) {
        try {
            if (wait == Wait.KEY_SOURCE) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Clients.KEY;
    }

    private static Sleeper realTime() {
        return TimeSource.system().sleeper();
    }

    private ClientResources opened() {
        return opened(resources);
    }

    private static <T> T opened(@Nullable T thing) {
        return Objects.requireNonNull(thing);
    }
}
