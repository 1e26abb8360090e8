package org.telnyx4j.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.SendDecision;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.SendRefusal;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** Sends over HTTP through a pacer, to a sandbox that has limits. */
class PacerTest {
    private static final String SHORT_CODE = "12345";

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    private TelnyxSandbox sandbox() {
        return closing(TelnyxSandbox.builder().acceptAnySender().start());
    }

    private Telnyx client(TelnyxSandbox sandbox, SendGuard... guards) {
        Telnyx.Builder builder = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .allowInsecureHttp(true)
                .retries(RetryOptions.off());
        for (SendGuard guard : guards) {
            builder.sendGuard(guard);
        }
        return closing(builder.build());
    }

    private static OutgoingMessage message(String from) {
        return OutgoingMessage.builder()
                .from(from)
                .to("+12125550123")
                .text("Hello")
                .build();
    }

    @Test
    void whatCannotGoInTimeIsRefusedWithTheTimeAtWhichItCanAndNothingIsSent() {
        TelnyxSandbox sandbox = sandbox();
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder()
                        .sender(SHORT_CODE, Limit.of(1, Duration.ofMinutes(1)))
                        .build())
                .build();
        Telnyx telnyx = client(sandbox, pacer);
        telnyx.messages().send(message(SHORT_CODE));

        TelnyxRateLimitException refused = catchThrowableOfType(
                TelnyxRateLimitException.class, () -> telnyx.messages().send(message(SHORT_CODE)));

        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(refused.advice()).isEqualTo(Advice.RETRY_AFTER_DELAY);
        assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(62));
        assertThat(refused).hasMessageContaining("the limit of the sender").hasMessageNotContaining(SHORT_CODE);
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(pacer.status().refused()).isEqualTo(1);
        assertThat(pacer.status().admitted()).isEqualTo(1);
    }

    @Test
    void threadsWaitWithinTheDeadlineOfTheirCall() throws Exception {
        TelnyxSandbox sandbox = sandbox();
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder()
                        .sender(SHORT_CODE, Limit.perSecond(20))
                        .build())
                .build();
        Telnyx telnyx = client(sandbox, pacer);
        long start = System.nanoTime();

        inThreads(8, 5, () -> telnyx.messages().send(message(SHORT_CODE)));

        assertThat(sandbox.requests()).hasSize(40);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_800));
    }

    @Test
    void aThreadThatWaitsIsWokenWhenItsClientIsClosed() throws Exception {
        TelnyxSandbox sandbox = sandbox();
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder()
                        .sender(SHORT_CODE, Limit.of(1, Duration.ofMinutes(1)))
                        .build())
                .build();
        Telnyx telnyx = client(sandbox, pacer);
        telnyx.messages().send(message(SHORT_CODE));
        CompletableFuture<TelnyxException> waiting = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                TelnyxException.class,
                () -> telnyx.messages()
                        .send(
                                message(SHORT_CODE),
                                RequestOptions.builder()
                                        .timeout(Duration.ofMinutes(5))
                                        .build())));
        while (pacer.status().waiting() == 0) {
            Thread.onSpinWait();
        }

        telnyx.close();

        TelnyxException closed = waiting.get(30, TimeUnit.SECONDS);
        assertThat(closed.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(closed).hasMessageContaining("closed");
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(pacer.status().waiting()).isZero();
    }

    @Test
    void whatALaterGuardRefusesIsNotCounted() {
        TelnyxSandbox sandbox = sandbox();
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder()
                        .sender(SHORT_CODE, Limit.of(1, Duration.ofMinutes(1)))
                        .build())
                .build();
        AtomicInteger asked = new AtomicInteger();
        SendGuard once = request -> asked.incrementAndGet() == 1
                ? SendDecision.refuse(SendRefusal.optedOut("+12125550123"))
                : SendDecision.allow();
        Telnyx telnyx = client(sandbox, pacer, once);

        TelnyxException optedOut = catchThrowableOfType(
                TelnyxException.class, () -> telnyx.messages().send(message(SHORT_CODE)));
        telnyx.messages().send(message(SHORT_CODE));

        assertThat(optedOut.isOptedOut()).isTrue();
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void aFullQueueStopsItsSender() {
        TelnyxSandbox sandbox = sandbox();
        Pacer pacer = Pacer.builder().waitAtMost(Duration.ZERO).build();
        Telnyx telnyx = client(sandbox, pacer);
        // Far longer than the machine needs for the next send; how long it stops by itself, PacingCoreTest shows.
        sandbox.failNext(Fault.error(429, "40318").header("retry-after", "600"));
        TelnyxException full = catchThrowableOfType(
                TelnyxException.class, () -> telnyx.messages().send(message(SHORT_CODE)));
        TelnyxRateLimitException paced = catchThrowableOfType(
                TelnyxRateLimitException.class, () -> telnyx.messages().send(message(SHORT_CODE)));
        telnyx.messages().send(message("54321"));

        assertThat(full.errors().get(0).code()).isEqualTo("40318");
        assertThat(paced.retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10));
        assertThat(pacer.status().limited()).isEqualTo(1);
        assertThat(sandbox.requests()).hasSize(2);
    }

    @Test
    void withAPacerTheQueueOfTelnyxStaysShortAndWithoutOneItRunsFull() throws Exception {
        TelnyxSandbox sandbox = closing(TelnyxSandbox.builder()
                .acceptAnySender()
                .accountThroughput(100, Duration.ofSeconds(1), 60)
                .start());
        Pacer pacer = Pacer.builder()
                .limits(PacingLimits.builder().account(Limit.perSecond(100)).build())
                .build();
        Telnyx paced = client(sandbox, pacer);
        inThreads(16, 20, () -> paced.messages().send(message(SHORT_CODE)));
        assertThat(sandbox.requests()).hasSize(320);
        assertThat(pacer.status().limited()).isZero();

        TelnyxSandbox slow = closing(TelnyxSandbox.builder()
                .acceptAnySender()
                .accountThroughput(5, Duration.ofSeconds(1), 4)
                .start());
        Telnyx plain = client(slow);
        AtomicInteger full = new AtomicInteger();
        inThreads(16, 40, () -> {
            try {
                return plain.messages().send(message(SHORT_CODE));
            } catch (TelnyxRateLimitException e) {
                full.incrementAndGet();
                return null;
            }
        });
        assertThat(full.get()).isPositive();
    }

    @Test
    void pacersOfTwoProcessesShareALimitByTheDatabase() throws Exception {
        TestDatabase database = closing(TestDatabase.h2());
        PacingSchema.apply(database.dataSource());
        TelnyxSandbox sandbox = sandbox();
        List<Telnyx> clients = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Pacer pacer = closing(Pacer.builder()
                    .limits(PacingLimits.builder().account(Limit.perSecond(40)).build())
                    .sharedBy(database.pool(2))
                    .build());
            clients.add(client(sandbox, pacer));
        }
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();

        inThreads(
                8, 20, () -> clients.get(next.getAndIncrement() % 2).messages().send(message(SHORT_CODE)));

        assertThat(sandbox.requests()).hasSize(160);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3_500));
    }

    private static void inThreads(int threads, int each, Callable<?> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(executor.submit(() -> {
                    for (int k = 0; k < each; k++) {
                        work.call();
                    }
                    return null;
                }));
            }
            for (Future<?> future : all) {
                future.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
