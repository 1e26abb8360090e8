package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/**
 * An application's own HTTP client goes from one dead address of a name to the next, whatever it is told. The caller is
 * let go all the same.
 */
class OwnClientDeadlineTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    /** Far less than the client itself would take, and far more than a busy machine needs. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private RawServer live;
    private final List<FullBacklog> dead = new ArrayList<>();
    private Timeout connectTimeout = Timeout.ofSeconds(30);
    private @Nullable CloseableHttpClient own;

    @BeforeEach
    void start() throws Exception {
        live = RawServer.answering(RawServer.json(200, "{}"));
        for (int i = 2; i <= 4; i++) {
            dead.add(FullBacklog.start(address(i), live.port()));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (FullBacklog each : dead) {
            each.close();
        }
        live.close();
        if (own != null) {
            own.close();
        }
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private HttpStep step(UnaryOperator<HttpClientBuilder> more) {
        DnsResolver lookup = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {address(2), address(3), address(4), address(1)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        CloseableHttpClient made = more.apply(HttpClientBuilder.create()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(lookup)
                                .setDefaultConnectionConfig(ConnectionConfig.custom()
                                        .setConnectTimeout(connectTimeout)
                                        .build())
                                .build()))
                .build();
        own = made;
        return new HttpStep(
                HttpOptions.builder().build(),
                made,
                new ErrorFactory(Clock.systemUTC()),
                System::nanoTime,
                UnaryOperator.identity());
    }

    private int send(HttpStep step, Duration timeout) {
        Call call = Calls.creation("http://api.example.com:" + live.port(), timeout);
        return step.send(call, Attempt.first(call, System.nanoTime())).status();
    }

    private static TelnyxNetworkException ended(Running call, long start) throws InterruptedException {
        TelnyxNetworkException error = call.join().thrown(TelnyxNetworkException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        return error;
    }

    @Test
    void theDeadlineHolds() throws Exception {
        try (HttpStep step = step(builder -> builder)) {
            long start = System.nanoTime();
            TelnyxNetworkException error = ended(Threads.start(() -> send(step, Duration.ofSeconds(1))), start);
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.stage()).isEqualTo(FailureStage.CONNECT);
        }
    }

    @Test
    void anInterruptAndClosingEndTheCallAtOnce() throws Exception {
        HttpStep step = step(builder -> builder);
        Running interrupted = begin(step);
        long start = System.nanoTime();
        assertThat(ended(interrupted.interrupt(), start).failure()).isEqualTo(NetworkFailure.INTERRUPTED);
        assertThat(interrupted.interruptedAfterwards()).isTrue();

        Running closing = begin(step);
        start = System.nanoTime();
        step.close();
        assertThat(ended(closing, start).failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
    }

    private Running begin(HttpStep step) throws InterruptedException {
        Running call = Threads.start(() -> send(step, LONG));
        Threads.awaitWithin(call.thread(), DetachedExchange.class.getName());
        return call;
    }

    @Test
    void whatWasLeftBehindSendsNothing() throws Exception {
        connectTimeout = Timeout.ofMilliseconds(700);
        try (HttpStep step = step(builder -> builder)) {
            long start = System.nanoTime();
            assertThat(ended(Threads.start(() -> send(step, Duration.ofMillis(500))), start)
                            .failure())
                    .isEqualTo(NetworkFailure.DEADLINE);
            // It comes to the live address some time after that, and ends then.
            Threads.await("it has connected and ended", () -> live.connections() > 0 && !isAnyLeftBehind());
        }
        assertThat(live.requests()).isEmpty();
    }

    @Test
    void itSeesTheClassLoaderOfTheCaller() throws Exception {
        connectTimeout = Timeout.ofMilliseconds(20);
        AtomicReference<ClassLoader> seen = new AtomicReference<>();
        ClassLoader mine = new ClassLoader(null) {};
        try (HttpStep step = step(builder -> builder.addRequestInterceptorFirst(
                (request, entity, context) -> seen.set(Thread.currentThread().getContextClassLoader())))) {
            Running call = Threads.start(() -> {
                Thread.currentThread().setContextClassLoader(mine);
                return send(step, LONG);
            });
            assertThat(call.join().succeeded()).isTrue();
            assertThat(seen.get()).isSameAs(mine);
        }
    }

    private static boolean isAnyLeftBehind() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().equals(DetachedExchange.class.getName()));
    }
}
