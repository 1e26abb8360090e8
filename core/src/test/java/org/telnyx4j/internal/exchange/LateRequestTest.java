package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Nothing leaves after the deadline, so late before it that its response cannot come, or when a command id has expired. */
class LateRequestTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();
    private static final ThingRequest COMMAND =
            ThingRequest.builder().commandId("c1").build();
    private static final String OK = "{\"text\":\"yes\"}";

    @Test
    void aProcessThatWasStoppedBeforeSendingDoesNotSend() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, OK));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> clients.time().pass(Duration.ofSeconds(62)));
            TelnyxNetworkException error =
                    catchThrowableOfType(TelnyxNetworkException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aProcessThatWasStoppedBetweenTwoAttemptsDoesNotSendAgain() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(503, "{}"));
                Clients clients = new Clients(server)) {
            clients.time().onSleep(duration -> clients.time().pass(Duration.ofSeconds(62)));
            RequestOptions inFiveMinutes = RequestOptions.timeout(Duration.ofMinutes(5));
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> clients.send(Clients.COMMAND, COMMAND, inFiveMinutes));
            assertThat(server.requests()).hasSize(1);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(error).hasMessageContaining("its command_id counts for 60 s only");
        }
    }

    @Test
    void aProcessThatWasStoppedDoesNotSendTheRetryThatItHadBegun() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(503, "{}"));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> {
                if (clients.keysAsked() == 2) {
                    clients.time().pass(Duration.ofSeconds(62));
                }
            });
            RequestOptions inFiveMinutes = RequestOptions.timeout(Duration.ofMinutes(5));
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> clients.send(Clients.COMMAND, COMMAND, inFiveMinutes));
            assertThat(server.requests()).hasSize(1);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aHedgeThatWaitedTooLongForAConnectionIsNotSent() throws Exception {
        RetryOptions hedged =
                RetryOptions.builder().hedgeCallCommands(Duration.ofMillis(30)).build();
        HttpOptions oneConnection = HttpOptions.builder().maxConnections(1).build();
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch passed = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
                    while (connection.read() != null) {
                        if (requests.incrementAndGet() == 1) {
                            passed.await();
                            connection.send(RawServer.json(503, "{}"));
                        } else {
                            connection.send(RawServer.json(200, OK));
                        }
                    }
                });
                Clients clients = new Clients(server.baseUrl(), hedged, oneConnection)) {
            Running call = Threads.start(
                    () -> clients.send(Clients.COMMAND, COMMAND, RequestOptions.timeout(Duration.ofMinutes(5))));
            Threads.await("both wait", () -> clients.keysAsked() == 2);
            clients.time().pass(Duration.ofSeconds(62));
            passed.countDown();
            assertThat(call.join().thrown(TelnyxException.class).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(requests.get()).isEqualTo(1);
        }
    }

    @Test
    void aHedgeOutsideTheWindowIsRefused() {
        assertThatThrownBy(() -> RetryOptions.builder().hedgeCallCommands(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 50 s");
    }

    @Test
    void callsThatWaitForAConnectionAreNotSentInTheLastMoment() throws Exception {
        HttpOptions oneConnection = HttpOptions.builder().maxConnections(1).build();
        RequestOptions aSecond = RequestOptions.timeout(Duration.ofSeconds(1));
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    Thread.sleep(15);
                    connection.send(RawServer.json(200, OK));
                }));
                Clients clients = new Clients(server.baseUrl(), RetryOptions.off(), oneConnection)) {
            clients.send(Clients.CREATION, BODY);
            int unknown = Integer.MAX_VALUE;
            // One can be under way when the time is up; more only where the machine was too busy, which may be once.
            for (int round = 0; round < 5 && unknown > 1; round++) {
                server.forget();
                List<Running> calls = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY, aSecond)));
                }
                int succeeded = 0;
                unknown = 0;
                for (Running call : calls) {
                    if (call.join().succeeded()) {
                        succeeded++;
                    } else if (call.thrown(TelnyxException.class).outcome() == Outcome.UNKNOWN) {
                        unknown++;
                    }
                }
                int sent = succeeded + unknown;
                assertThat(sent).isPositive();
                Threads.await("all have arrived", () -> server.requests().size() >= sent);
                assertThat(server.requests()).hasSize(sent);
            }
            assertThat(unknown).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void anAttemptHasATimeOfItsOwn() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        RetryOptions options =
                RetryOptions.builder().attemptTimeout(Duration.ofSeconds(4)).build();
        try (RawServer server = RawServer.start(connection -> {
                    while (connection.read() != null) {
                        if (requests.incrementAndGet() == 1) {
                            connection.awaitClose();
                            return;
                        }
                        connection.send(RawServer.json(200, OK));
                    }
                });
                Clients clients = new Clients(server, options, OpenTelemetry.noop())) {
            assertThat(clients.lookUp("1").attempts()).isEqualTo(2);
        }
    }

    @Test
    void whatMustNotBeRepeatedIsUnknownAfterTheTimeOfAnAttempt() throws Exception {
        RetryOptions options =
                RetryOptions.builder().attemptTimeout(Duration.ofSeconds(4)).build();
        try (RawServer server = RawServer.start(RawServer.Connection::awaitClose);
                Clients clients = new Clients(server, options, OpenTelemetry.noop())) {
            TelnyxNetworkException error =
                    catchThrowableOfType(TelnyxNetworkException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(error).hasMessageContaining("The time of one attempt passed");
        }
    }

    @Test
    void endlessDurationsAreJustLong() throws Exception {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        RetryOptions options = RetryOptions.builder()
                .baseDelay(endless)
                .maxDelay(endless)
                .attemptTimeout(endless)
                .build();
        HttpOptions http = HttpOptions.builder()
                .connectTimeout(endless)
                .keepAlive(endless)
                .maxConnectionAge(endless)
                .build();
        try (RawServer server = RawServer.answering(RawServer.json(503, "{}"));
                Clients clients = new Clients(server.baseUrl(), options, http)) {
            assertThat(catchThrowableOfType(TelnyxException.class, () -> clients.lookUp("1")))
                    .hasMessageContaining("too little of the deadline is left");
            assertThat(catchThrowableOfType(
                                    TelnyxException.class,
                                    () -> clients.send(Clients.CREATION, BODY, RequestOptions.timeout(endless)))
                            .httpStatus())
                    .hasValue(503);
        }
    }
}
