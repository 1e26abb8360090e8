package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Closing a client while calls are under way. */
class ClosingTest {
    private static final ThingRequest COMMAND =
            ThingRequest.builder().commandId("c1").build();
    private static final String OK = RawServer.json(200, "{\"text\":\"yes\"}");
    private static final int ROUNDS = 40;

    /** Between lease and connect, while sending, while hedging: whenever it happens. */
    @Test
    void whateverTheMomentEachCallEndsWithAnErrorOfOurs() throws Exception {
        RetryOptions hedged =
                RetryOptions.builder().hedgeCallCommands(Duration.ofMillis(1)).build();
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
            Thread.sleep(1);
            connection.send(OK);
        }))) {
            for (int round = 0; round < ROUNDS; round++) {
                Clients clients = new Clients(
                        server.baseUrl(), hedged, HttpOptions.builder().build());
                List<Running> calls = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    calls.add(Threads.start(() -> {
                        while (true) {
                            clients.send(Clients.COMMAND, COMMAND);
                        }
                    }));
                }
                Thread.sleep(round % 8);
                clients.closeEarly();
                for (Running call : calls) {
                    // Carried out, if the head of the response had come already.
                    assertThat(call.join().thrown(TelnyxException.class).outcome())
                            .isNotNull();
                }
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aCallUnderWayMayEndAndNoneMayBegin() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    release.await();
                    connection.send(OK);
                }));
                Clients clients = new Clients(server)) {
            Running call = Threads.start(() -> clients.send(Clients.COMMAND, COMMAND));
            server.awaitRequest();
            Running closing = Threads.start(() -> {
                clients.resources().close(Duration.ofSeconds(20));
                return "";
            });
            Threads.awaitWaitingWithin(closing.thread(), Admission.class.getName());
            TelnyxNetworkException error =
                    catchThrowableOfType(TelnyxNetworkException.class, () -> clients.lookUp("1"));
            assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
            release.countDown();
            assertThat(call.join().succeeded()).isTrue();
            assertThat(closing.join().succeeded()).isTrue();
        }
    }

    @Test
    void anOperationUnderWayMayGoOnWithItsNextStep() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(OK);
                Clients clients = new Clients(server)) {
            Running operation =
                    Threads.start(() -> clients.client().operation("things.composite", RequestOptions.none(), steps -> {
                        begun.countDown();
                        await(release);
                        return steps.client()
                                .call(ApiRequest.of(Clients.COMMAND, ThingRequest.TYPE)
                                        .body(COMMAND)
                                        .build());
                    }));
            begun.await();
            Running closing = Threads.start(() -> {
                clients.resources().close(Duration.ofSeconds(20));
                return "";
            });
            Threads.awaitWaitingWithin(closing.thread(), Admission.class.getName());
            release.countDown();
            assertThat(operation.join().succeeded()).isTrue();
            assertThat(closing.join().succeeded()).isTrue();
        }
    }

    @Test
    void whatHasNotEndedInTimeFails() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitClose);
                Clients clients = new Clients(server)) {
            Running call = Threads.start(() -> clients.send(Clients.CREATION, COMMAND));
            Threads.await("it is under way", () -> server.openConnections() == 1);
            clients.resources().close(Duration.ofMillis(50));
            assertThat(call.join().thrown(TelnyxException.class)).isNotNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
