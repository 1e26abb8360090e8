package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.Calls;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** What becomes of the connections of a client. */
class ConnectionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String OK = RawServer.json(200, "{}");

    private static HttpStep step(HttpOptions options, LongSupplier clock) {
        return new HttpStep(options, null, new ErrorFactory(Clock.systemUTC()), clock, UnaryOperator.identity());
    }

    private static int send(HttpStep step, String baseUrl) {
        Call call = Calls.lookup(baseUrl, TIMEOUT);
        return step.send(call, Attempt.first(call, System.nanoTime())).status();
    }

    @Test
    void anOldOneIsReplacedHoweverBusyItIs() throws Exception {
        HttpOptions options =
                HttpOptions.builder().maxConnectionAge(Duration.ofMillis(100)).build();
        try (RawServer server = RawServer.answering(OK);
                HttpStep step = step(options, System::nanoTime)) {
            long start = System.nanoTime();
            // Requests come without a pause. On a busy machine each may take longer than a connection may last.
            while (System.nanoTime() - start < Duration.ofMillis(500).toNanos() || server.connections() < 2) {
                send(step, server.baseUrl());
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            }
            long most = 1 + Duration.ofNanos(System.nanoTime() - start).toMillis() / 100;
            assertThat((long) server.connections()).isLessThanOrEqualTo(most);
        }
    }

    /** HttpClient itself would close all connections for good, and lose this one. */
    @Test
    void anErrorThatTheApplicationSurvivesCostsNoConnection() throws Exception {
        AtomicInteger readings = new AtomicInteger(Integer.MAX_VALUE / 2);
        LongSupplier clock = () -> {
            boolean isWithinHttpClient = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().contains("StagedRequestExecutor")));
            if (isWithinHttpClient && readings.decrementAndGet() == 0) {
                throw new OutOfMemoryError("by the test");
            }
            return System.nanoTime();
        };
        HttpOptions one = HttpOptions.builder().maxConnections(1).build();
        try (RawServer server = RawServer.answering(OK);
                HttpStep step = step(one, clock)) {
            for (int i = 0; i < 3; i++) {
                readings.set(1);
                assertThatThrownBy(() -> send(step, server.baseUrl())).isInstanceOf(OutOfMemoryError.class);
                assertThat(send(step, server.baseUrl())).isEqualTo(200);
            }
        }
    }

    @Test
    void aProxyGetsTheCredentialsAndTheServerTheRequest() throws Exception {
        try (RawServer server = RawServer.answering(OK);
                RawServer proxy =
                        RawServer.start(RawServer.answeringWith(request -> request.header("Proxy-Authorization") == null
                                ? RawServer.json(407, "{}", "Proxy-Authenticate: Basic realm=\"p\"")
                                : OK))) {
            HttpOptions options = HttpOptions.builder()
                    .proxy(new HttpOptions.Proxy("127.0.0.1", proxy.port(), "user", "password"))
                    .build();
            try (HttpStep step = step(options, System::nanoTime)) {
                assertThat(send(step, server.baseUrl())).isEqualTo(200);
            }
            List<ReceivedRequest> requests = proxy.requests();
            assertThat(requests).hasSize(2);
            assertThat(requests.get(1).requestLine()).startsWith("GET " + server.baseUrl() + "/things ");
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }
}
