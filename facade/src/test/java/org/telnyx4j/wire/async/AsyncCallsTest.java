package org.telnyx4j.wire.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** A call that is asynchronous sends what the same call sends otherwise, and returns and fails with the same. */
class AsyncCallsTest {
    @ParameterizedTest
    @EnumSource
    void theFutureHasTheResult(Kind kind) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).async(kind.options).build()) {
            TelnyxFuture<MessageResult> future = telnyx.async().messages().send(message());

            assertThat(future.get(20, TimeUnit.SECONDS).id()).isEqualTo("40385f64-5717-4562-b3fc-2c963f66afa6");
            assertThat(future.ended().get(20, TimeUnit.SECONDS)).isSameAs(future.join());
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itFailsWithWhatIsThrownOtherwise(Kind kind) throws Exception {
        String refusal = "{\"errors\":[{\"code\":\"40300\",\"title\":\"Blocked due to STOP message\"}]}";
        try (RawServer server = RawServer.answering(RawServer.json(409, refusal));
                Telnyx telnyx = client(server).async(kind.options).build()) {
            TelnyxException otherwise = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message()));

            TelnyxException failure = failure(telnyx.async().messages().send(message()));

            assertThat(failure).hasSameClassAs(otherwise).hasMessage(otherwise.getMessage());
            assertThat(failure.outcome()).isEqualTo(otherwise.outcome());
            assertThat(failure.operation()).isEqualTo("messages.send");
        }
    }

    @Test
    void whatBreaksARuleFailsTheFutureAndSendsNothing() throws Exception {
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).build()) {
            TelnyxException failure = failure(telnyx.async()
                    .messages()
                    .send(OutgoingMessage.builder().to("not a number").text("x").build()));

            assertThat(failure).isInstanceOf(TelnyxValidationException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void tenantsAndOptionsAreThoseOfTheCall() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).build()) {
            Tenant acme = Tenant.builder("acme").apiKey("key-of-acme").build();
            RequestOptions options =
                    RequestOptions.builder().header("X-Note", "of this call").build();

            telnyx.withTenant(acme).async().messages().send(message(), options).get(20, TimeUnit.SECONDS);

            assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer key-of-acme");
            assertThat(server.requests().get(0).header("X-Note")).isEqualTo("of this call");
        }
    }

    @Test
    void everyOtherOperationIsCalledThroughTheGeneratedApi() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).build()) {
            String id = telnyx.async()
                    .raw(raw -> Objects.requireNonNull(
                                    raw.messages().retrieveMessage("1").getData())
                            .getId())
                    .get(20, TimeUnit.SECONDS);
            telnyx.async()
                    .raw(
                            RequestOptions.builder().apiKey("another").build(),
                            raw -> raw.messages().retrieveMessage("2"))
                    .get(20, TimeUnit.SECONDS);

            assertThat(id).isEqualTo("40385f64-5717-4562-b3fc-2c963f66afa6");
            assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer another");
        }
    }

    @Test
    void aPoolHasNoMoreThreadsThanItMayAndTheyAreDaemonsThatEnd() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT))) {
            try (Telnyx telnyx = client(server).async(Kind.POOL.options).build()) {
                List<TelnyxFuture<?>> futures = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    futures.add(telnyx.async().raw(raw -> used.add(Thread.currentThread())));
                }
                for (TelnyxFuture<?> future : futures) {
                    future.get(20, TimeUnit.SECONDS);
                }
                assertThat(used).hasSizeBetween(1, 4).allMatch(Thread::isDaemon);
            }
            Threads.await("the threads have ended", () -> used.stream().noneMatch(Thread::isAlive));
        }
    }

    @Test
    void asMuchAsIsNotSentIsNotKept() throws Exception {
        List<Runnable> never = new ArrayList<>();
        AsyncOptions options =
                AsyncOptions.builder().executor(never::add).maxCalls(2).build();
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).async(options).build()) {
            TelnyxFuture<MessageResult> first = telnyx.async().messages().send(message());
            TelnyxFuture<MessageResult> second = telnyx.async().messages().send(message());

            TelnyxNetworkException refused =
                    (TelnyxNetworkException) failure(telnyx.async().messages().send(message()));

            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(refused.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(refused).hasMessageContaining("maxCalls");
            assertThat(second).isNotDone();
            first.cancel(true);
            assertThat(telnyx.async().messages().send(message())).isNotDone();
        }
    }

    @Test
    void anExecutorThatRefusesIsAnErrorOfTheCall() throws Exception {
        AsyncOptions options = AsyncOptions.builder()
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).async(options).build()) {
            TelnyxException refused = failure(telnyx.async().messages().send(message()));

            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(refused).hasMessageContaining("no thread");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecoratorThatFailsOrForgetsTheTaskIsAnErrorOfTheCall(Kind kind) throws Exception {
        for (UnaryOperator<Runnable> decorator : List.<UnaryOperator<Runnable>>of(task -> () -> {}, task -> () -> {
            throw new IllegalStateException("broken");
        })) {
            AsyncOptions.Builder options =
                    AsyncOptions.builder().decorator(decorator).virtualThreads(kind.options.virtualThreads());
            kind.options.executor().ifPresent(options::executor);
            try (RawServer server = RawServer.answering("");
                    Telnyx telnyx = client(server).async(options.build()).build()) {
                TelnyxException failed = failure(telnyx.async().messages().send(message()));

                assertThat(failed.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(server.connections()).isZero();
            }
        }
    }

    static TelnyxException failure(TelnyxFuture<?> future) throws Exception {
        Throwable failure = future.handle((result, e) -> e).get(20, TimeUnit.SECONDS);
        assertThat(failure).isInstanceOf(TelnyxException.class);
        return (TelnyxException) failure;
    }
}
