package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** A call that is cancelled ends, wherever it is; and what became of it can be learnt. */
class CancellationTest {
    /** Notes on which thread the latest call runs, and whether it is interrupted afterwards. */
    private static final class Watched {
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean interruptedAfterwards;

        AsyncOptions options(Kind kind) {
            AsyncOptions.Builder options = AsyncOptions.builder()
                    .virtualThreads(kind.options.virtualThreads())
                    .maxThreads(4)
                    .decorator(task -> () -> {
                        thread.set(Thread.currentThread());
                        task.run();
                        interruptedAfterwards = Thread.currentThread().isInterrupted();
                        over.countDown();
                    });
            kind.options.executor().ifPresent(options::executor);
            return options.build();
        }

        void awaitWithin(String className) throws InterruptedException {
            Threads.await("it runs", () -> thread.get() != null);
            Threads.awaitWithin(Objects.requireNonNull(thread.get()), className);
        }

        void assertNotInterruptedAfterwards() throws InterruptedException {
            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(interruptedAfterwards).isFalse();
        }
    }

    private static <T extends Throwable> T ended(TelnyxFuture<?> future, Class<T> type) {
        try {
            Throwable failure = future.ended().handle((result, e) -> e).get(20, TimeUnit.SECONDS);
            assertThat(failure).isInstanceOf(type);
            return type.cast(failure);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCancelled(TelnyxFuture<?> future, FailureStage stage, Outcome outcome) {
        assertThat(future.cancel(true)).isTrue();
        assertThat(future).isCancelled();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        TelnyxNetworkException error = ended(future, TelnyxNetworkException.class);
        assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
        assertThat(error.stage()).isEqualTo(stage);
        assertThat(error.outcome()).isEqualTo(outcome);
        assertThat(error.operation()).isEqualTo("messages.send");
    }

    @Test
    void inTheQueueItNeverBegins() throws Exception {
        AsyncOptions one =
                AsyncOptions.builder().virtualThreads(false).maxThreads(1).build();
        CountDownLatch gate = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server).async(one).build()) {
            TelnyxFuture<MessageResult> first = telnyx.async().messages().send(message());
            server.awaitRequest();
            TelnyxFuture<MessageResult> second = telnyx.async().messages().send(message());

            assertCancelled(second, FailureStage.LEASE, Outcome.NOT_CARRIED_OUT);
            assertThat(ended(second, TelnyxNetworkException.class))
                    .hasMessageContaining("it was cancelled while it waited for a thread, nothing was sent");

            gate.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(telnyx.async().messages().send(message()).get(20, TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitingForAConnectionNothingIsSent(Kind kind) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Watched watched = new Watched();
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server)
                        .http(HttpOptions.builder().maxConnections(1).build())
                        .async(watched.options(kind))
                        .build()) {
            TelnyxFuture<MessageResult> first = telnyx.async().messages().send(message());
            server.awaitRequest();
            watched.thread.set(null);
            TelnyxFuture<MessageResult> second = telnyx.async().messages().send(message());
            watched.awaitWithin("PoolingHttpClientConnectionManager");

            assertCancelled(second, FailureStage.LEASE, Outcome.NOT_CARRIED_OUT);

            gate.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectingNothingIsSent(Kind kind) throws Exception {
        Watched watched = new Watched();
        try (FullBacklog server = FullBacklog.start();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .from("+14165550199")
                        .async(watched.options(kind))
                        .build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            watched.awaitWithin("AddressRace");

            assertCancelled(future, FailureStage.CONNECT, Outcome.NOT_CARRIED_OUT);
            watched.assertNotInterruptedAfterwards();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onceItIsSentTheOutcomeIsUnknownAndTheConnectionIsCut(Kind kind) throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.awaitClose();
                });
                Telnyx telnyx = client(server).async(kind.options).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            server.awaitRequest();

            future.cancel(true);

            TelnyxNetworkException error = ended(future, TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            Threads.await("the connection is cut", () -> server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withinTheBodyOfASuccessItWasCarriedOut(Kind kind) throws Exception {
        Watched watched = new Watched();
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                    connection.awaitClose();
                });
                Telnyx telnyx = client(server).async(watched.options(kind)).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            watched.awaitWithin("ContentLengthInputStream");

            future.cancel(false);

            TelnyxApiException error = ended(future, TelnyxApiException.class);
            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
        }
    }

    static Stream<Arguments> completions() {
        Consumer<TelnyxFuture<MessageResult>> timeout = future -> {
            var unused = future.orTimeout(1, TimeUnit.MILLISECONDS);
        };
        Consumer<TelnyxFuture<MessageResult>> value = future -> {
            var unused = future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
        };
        Consumer<TelnyxFuture<MessageResult>> failure = future -> future.completeExceptionally(new TimeoutException());
        return Stream.of(
                Arguments.of("orTimeout", timeout),
                Arguments.of("completeOnTimeout", value),
                Arguments.of("completeExceptionally", failure));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("completions")
    void whateverElseCompletesItEndsTheCall(String name, Consumer<TelnyxFuture<MessageResult>> completion)
            throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.awaitClose();
                });
                Telnyx telnyx = client(server).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            server.awaitRequest();

            completion.accept(future);

            assertThat(ended(future, TelnyxNetworkException.class).outcome()).isEqualTo(Outcome.UNKNOWN);
            // Its own thread completes it, which may be a moment after the call has ended.
            Threads.await("the future is completed", future::isDone);
            Threads.await("the connection is cut", () -> server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatHasEndedIsNotTouched(Kind kind) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).async(kind.options).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            MessageResult result = future.get(20, TimeUnit.SECONDS);

            assertThat(future.cancel(true)).isFalse();
            assertThat(future.join()).isSameAs(result);
            assertThat(future.ended().join()).isSameAs(result);
        }
    }

    @Test
    void aDerivedFutureDoesNotEndTheCall() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawServer server = RawServer.start(RawServer.toEach((request, connection) -> {
                    gate.await();
                    connection.send(RawServer.json(200, SENT));
                }));
                Telnyx telnyx = client(server).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());
            CompletableFuture<String> derived = future.thenApply(MessageResult::id);
            server.awaitRequest();

            assertThat(derived.cancel(true)).isTrue();
            assertThat(future.ended().cancel(true)).isTrue();
            gate.countDown();

            assertThat(future.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
        }
    }

    /** An interrupt that comes when a call ends must hit neither the next call of the thread nor a dependent function. */
    @Test
    void aCancellationHitsNoOtherCallOfTheSameThread() throws Exception {
        AsyncOptions one =
                AsyncOptions.builder().virtualThreads(false).maxThreads(1).build();
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).async(one).build()) {
            for (int i = 0; i < 300; i++) {
                TelnyxFuture<MessageResult> cancelled =
                        telnyx.async().messages().send(message());
                TelnyxFuture<MessageResult> next = telnyx.async().messages().send(message());
                CompletableFuture<Boolean> interrupted =
                        next.thenApply(result -> Thread.currentThread().isInterrupted());
                cancelled.cancel(true);

                assertThat(next.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
                assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
            }
        }
    }
}
