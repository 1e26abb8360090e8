package org.telnyx4j.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Threads;

class RetryBudgetTest {
    private final AtomicLong now = new AtomicLong();
    private final RetryBudget budget = new RetryBudget(now::get);

    private int takeAll(boolean first) {
        int taken = 0;
        while (budget.take(first)) {
            taken++;
        }
        return taken;
    }

    @Test
    void firstRetriesLeaveHalfForTheSecondOnes() {
        assertThat(takeAll(true)).isEqualTo(5);
        assertThat(takeAll(false)).isEqualTo(5);
        assertThat(budget.balance()).isZero();
    }

    @Test
    void aCallThatSucceedsBringsBackTwiceWhatItTookAndATenthMore() {
        assertThat(budget.take(true)).isTrue();
        assertThat(budget.take(false)).isTrue();
        budget.succeeded(2);
        assertThat(budget.balance()).isEqualTo(RetryBudget.START + 2 * RetryBudget.TOKEN + RetryBudget.TOKEN / 10);
    }

    @Test
    void whoFindsNoTokenWaitsForThoseWhoAreOutAndGoesWithWhatTheyBring() throws InterruptedException {
        assertThat(takeAll(true)).isEqualTo(5);
        AtomicBoolean taken = new AtomicBoolean();
        Threads.Running waiter = Threads.start(() -> {
            taken.set(budget.take(true, TimeUnit.SECONDS.toNanos(60)));
            return taken;
        });
        Threads.awaitWithin(waiter.thread(), "AbstractQueuedSynchronizer");
        budget.succeeded(1);
        waiter.join();
        assertThat(taken).isTrue();
    }

    @Test
    void whoFindsNoTokenGivesUpWhenAllWhoAreOutHaveFailed() throws InterruptedException {
        assertThat(takeAll(true)).isEqualTo(5);
        AtomicBoolean taken = new AtomicBoolean(true);
        Threads.Running waiter = Threads.start(() -> {
            taken.set(budget.take(true, TimeUnit.SECONDS.toNanos(60)));
            return taken;
        });
        Threads.awaitWithin(waiter.thread(), "AbstractQueuedSynchronizer");
        for (int i = 0; i < 5; i++) {
            budget.over();
        }
        waiter.join();
        assertThat(taken).isFalse();
    }

    @Test
    void whoWaitsForASecondTokenHoldsUpNobody() throws InterruptedException {
        assertThat(budget.take(true, 0)).isTrue();
        assertThat(takeAll(false)).isEqualTo(9);
        // It is the only one that is out, so there is nobody to wait for.
        assertThat(budget.take(false, TimeUnit.SECONDS.toNanos(60))).isFalse();
    }

    @Test
    void noMoreThanThirtyAreSaved() {
        for (int i = 0; i < 10_000; i++) {
            budget.succeeded(0);
        }
        assertThat(budget.balance()).isEqualTo(RetryBudget.MOST);
    }

    @Test
    void oneComesBackEachTenSecondsUpToTheStart() {
        takeAll(false);
        now.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertThat(budget.take(false)).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(takeAll(false)).isEqualTo(1);
        now.addAndGet(TimeUnit.DAYS.toNanos(1));
        assertThat(takeAll(false)).isEqualTo(10);
    }

    @Test
    void manyThreadsTogetherTakeNoMoreThanThereIs() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        for (int i = 0; i < 1_000; i++) {
            boolean first = i % 2 == 0;
            threads.execute(() -> {
                if (budget.take(first)) {
                    taken.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken.get()).isEqualTo(10);
        assertThat(budget.balance()).isZero();
    }
}
