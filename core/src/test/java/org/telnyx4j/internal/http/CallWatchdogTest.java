package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.concurrent.Cancellable;
import org.junit.jupiter.api.Test;
import org.telnyx4j.internal.threads.LibraryThreads;
import org.telnyx4j.testing.Threads;

class CallWatchdogTest {
    private static long in(Duration duration) {
        return System.nanoTime() + duration.toNanos();
    }

    private static Thread newThread(Runnable task) {
        return LibraryThreads.create("telnyx4j-test", task);
    }

    private static void assertThatItWatches(CallWatchdog watchdog) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        watchdog.watch(new Ending(ended::countDown), in(Duration.ofMillis(50)));
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anErrorDoesNotEndIt() throws Exception {
        try (CallWatchdog watchdog = new CallWatchdog(System::nanoTime, CallWatchdogTest::newThread)) {
            CountDownLatch broken = new CountDownLatch(1);
            watchdog.watch(
                    new Ending(() -> {
                        broken.countDown();
                        throw new OutOfMemoryError("by the test");
                    }),
                    in(Duration.ZERO));
            assertThat(broken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatItWatches(watchdog);
        }
    }

    @Test
    void anotherThreadTakesThePlaceOfADeadOne() throws Exception {
        AtomicInteger threads = new AtomicInteger();
        try (CallWatchdog watchdog = new CallWatchdog(
                System::nanoTime, task -> newThread(threads.getAndIncrement() == 0 ? () -> {} : task))) {
            watchdog.watch(new Ending(() -> {}), in(Duration.ofHours(1))).close();
            Threads.await(
                    "the first is dead",
                    () -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("telnyx4j-test")));
            assertThatItWatches(watchdog);
            assertThat(threads.get()).isEqualTo(2);
        }
    }

    @Test
    void aCallThatNobodyCanWatchDoesNotBeginAndTheNextOneTriesAgain() throws Exception {
        AtomicInteger threads = new AtomicInteger();
        try (CallWatchdog watchdog = new CallWatchdog(System::nanoTime, task -> {
            if (threads.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return newThread(task);
        })) {
            assertThatThrownBy(() -> watchdog.watch(new Ending(() -> {}), in(Duration.ofHours(1))))
                    .isInstanceOf(CallWatchdog.UnwatchedException.class)
                    .hasCauseInstanceOf(OutOfMemoryError.class);
            assertThatItWatches(watchdog);
        }
    }

    private record Ending(Runnable action) implements Cancellable {
        @Override
        public boolean cancel() {
            action.run();
            return true;
        }
    }
}
