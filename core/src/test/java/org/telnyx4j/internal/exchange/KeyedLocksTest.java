package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedLocksTest {
    private static final Duration LONG = Duration.ofDays(1_000_000);

    private final KeyedLocks locks = new KeyedLocks();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void workOfOneKeyRunsOneAfterTheOtherAndTheKeyIsForgotten() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Future<?>[] all = new Future<?>[200];
        for (int i = 0; i < all.length; i++) {
            all[i] = threads.submit(() -> locks.run("key", LONG, () -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                return atWork.decrementAndGet();
            }));
        }
        for (Future<?> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
        assertThat(locks.size()).isZero();
    }

    @Test
    void workOfAnotherKeyDoesNotWaitAndOfTheSameKeyNoLongerThanItMay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> locks.run("Aa", LONG, () -> {
            begun.countDown();
            return await(enough);
        }));
        begun.await();

        // The two have the same hash code.
        assertThat(locks.run("BB", Duration.ZERO, () -> "done")).isEqualTo("done");
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> locks.run("Aa", Duration.ofMillis(1), () -> "never"));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> locks.run("Aa", LONG, () -> "never"));
        assertThat(locks.size()).isOne();

        enough.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(locks.size()).isZero();
    }

    @Test
    void workThatFailsLetsTheNextOneRun() throws Exception {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> locks.run("key", LONG, () -> {
                    throw new IllegalStateException();
                }));
        assertThat(locks.run("key", Duration.ZERO, () -> 1)).isOne();
        assertThat(locks.size()).isZero();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
