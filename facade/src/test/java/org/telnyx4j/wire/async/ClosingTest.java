package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** No future is left incomplete by a client that is closed. */
class ClosingTest {
    private static final AsyncOptions ONE_THREAD =
            AsyncOptions.builder().virtualThreads(false).maxThreads(1).build();

    @Test
    void theCallUnderWayAndTheOneThatWaitsFailEachWithItsOutcome() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            Telnyx telnyx = client(server).async(ONE_THREAD).build();
            TelnyxFuture<MessageResult> underWay = telnyx.async().messages().send(message());
            server.awaitRequest();
            TelnyxFuture<MessageResult> waiting = telnyx.async().messages().send(message());

            telnyx.close();

            assertThat(AsyncCallsTest.failure(underWay).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertClosed(waiting);
            assertClosed(telnyx.async().messages().send(message()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aClientThatIsClosedBeforeItsFirstAsynchronousCallSaysSo() throws Exception {
        try (RawServer server = RawServer.answering("")) {
            Telnyx telnyx = client(server).build();
            telnyx.close();

            assertClosed(telnyx.async().messages().send(message()));
        }
    }

    @Test
    void whatWaitsForAThreadCountsAsUnderWay() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server).async(ONE_THREAD).build()) {
            TelnyxFuture<MessageResult> underWay = telnyx.async().messages().send(message());
            server.awaitRequest();
            TelnyxFuture<MessageResult> waiting = telnyx.async().messages().send(message());
            Threads.Running closing = Threads.start(() -> {
                telnyx.close(Duration.ofSeconds(20));
                return null;
            });
            Threads.awaitWaitingWithin(closing.thread(), "Admission");

            assertClosed(telnyx.async().messages().send(message()));
            gate.countDown();

            assertThat(underWay.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(waiting.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(closing.join().succeeded()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneOfManyIsLost(Kind kind) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            Telnyx telnyx = client(server).async(kind.options).build();
            TelnyxFuture<?>[] futures = new TelnyxFuture<?>[500];
            for (int i = 0; i < futures.length; i++) {
                futures[i] = telnyx.async().messages().send(message());
                if (i == 300) {
                    telnyx.close();
                }
            }
            for (TelnyxFuture<?> future : futures) {
                assertThat(future.handle((result, failure) -> true).get(20, TimeUnit.SECONDS))
                        .isTrue();
            }
        }
    }

    private static void assertClosed(TelnyxFuture<?> future) throws Exception {
        TelnyxNetworkException closed = (TelnyxNetworkException) AsyncCallsTest.failure(future);
        assertThat(closed.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
        assertThat(closed.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(closed).hasMessageContaining("this Telnyx client is closed");
    }
}
