package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;

/** The deadline of a call counts from when it was called, also while it waits for a thread. */
class DeadlineOfQueuedCallsTest {
    private static final AsyncOptions ONE_THREAD =
            AsyncOptions.builder().virtualThreads(false).maxThreads(1).build();

    @Test
    void aCallThatWaitsForAThreadEndsAtItsDeadlineAndWasNotCarriedOut() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server).async(ONE_THREAD).build()) {
            TelnyxFuture<MessageResult> first = telnyx.async().messages().send(message());
            server.awaitRequest();

            TelnyxNetworkException late = (TelnyxNetworkException) AsyncCallsTest.failure(
                    telnyx.async().messages().send(message(), RequestOptions.timeout(Duration.ofMillis(200))));

            assertThat(late.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(late.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(late)
                    .hasMessageContaining(
                            "its deadline of 200 ms passed while it waited for a thread, nothing was sent");
            gate.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anOperationWithATimeOfItsOwnWaitsThatLong() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server).async(ONE_THREAD).build()) {
            TelnyxFuture<MessageResult> first = telnyx.async().messages().send(message());
            server.awaitRequest();

            TelnyxException late =
                    AsyncCallsTest.failure(telnyx.async().numberOrders().awaitCompletion("1", Duration.ofMillis(150)));

            assertThat(late).hasMessageContaining("its deadline of 150 ms passed while it waited for a thread");
            gate.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
        }
    }

    @Test
    void whatWasWaitedIsMissingAfterwards() throws Exception {
        FakeTime time = FakeTime.passing();
        Queue<Runnable> tasks = new ArrayDeque<>();
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = TimedClients.build(
                        client(server)
                                .timeout(Duration.ofSeconds(1_001))
                                .async(AsyncOptions.builder()
                                        .executor(tasks::add)
                                        .build()),
                        new TimeSource(Clock.systemUTC(), new FakeSleeper(time), time::nextRandom))) {
            TelnyxFuture<MessageResult> inTime = telnyx.async().messages().send(message());
            time.pass(Duration.ofMinutes(15));
            tasks.remove().run();
            TelnyxFuture<MessageResult> late = telnyx.async().messages().send(message());
            TelnyxFuture<NumberOrderResult> composite =
                    telnyx.async().numberOrders().awaitCompletion("1", Duration.ofSeconds(1_001));
            time.pass(Duration.ofSeconds(1_002));
            tasks.remove().run();
            tasks.remove().run();

            assertThat(inTime.join().isAccepted()).isTrue();
            assertThat(AsyncCallsTest.failure(late).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(AsyncCallsTest.failure(late)).hasMessageContaining("its deadline of 1001000 ms passed");
            assertThat(composite).isCompletedExceptionally();
            assertThat(server.requests()).hasSize(1);
        }
    }
}
