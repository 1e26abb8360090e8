package org.telnyx4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Who is woken, and who is not. */
class WaitingLineTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line = new WaitingLine(lock);
    private final List<Waiter> waiters = new ArrayList<>();
    private final List<Running> calls = new ArrayList<>();
    private final List<Integer> woken = new CopyOnWriteArrayList<>();
    private final List<Integer> called = new CopyOnWriteArrayList<>();

    /** Has some calls wait, one after the other. */
    private void waitFor(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            int number = i;
            Waiter waiter = new Waiter(() -> false);
            waiters.add(waiter);
            calls.add(Threads.start(() -> {
                lock.lock();
                try {
                    if (line.await(waiter, LONG)) {
                        called.add(number);
                    }
                    woken.add(number);
                } finally {
                    lock.unlock();
                }
                return null;
            }));
            Threads.awaitWaitingWithin(calls.get(i).thread(), "Waiter");
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private void assertWoken(Integer... numbers) throws Exception {
        for (int number : numbers) {
            calls.get(number).join();
        }
        assertThat(woken).containsExactlyInAnyOrder(numbers);
    }

    private void end() throws Exception {
        locked(line::callAll);
        for (Running call : calls) {
            call.join();
        }
    }

    @Test
    void theLongestWaitIsOverFirst() throws Exception {
        waitFor(5);
        locked(() -> assertThat(line.callFirst()).isTrue());
        assertWoken(0);
        locked(() -> {
            line.callFirst();
            line.callFirst();
        });
        assertWoken(0, 1, 2);
        locked(line::callAll);
        assertWoken(0, 1, 2, 3, 4);
        locked(() -> assertThat(line.callFirst()).isFalse());
    }

    @Test
    void whoIsCancelledWakesNobodyElse() throws Exception {
        waitFor(3);
        waiters.get(1).cancel();
        assertWoken(1);
        assertThat(waiters.get(1).isOver()).isTrue();
        assertThat(waiters.get(0).isOver()).isFalse();
        locked(line::callFirst);
        assertWoken(0, 1);
        assertThat(called).containsExactly(0);
        end();
    }

    @Test
    void whoWasCancelledBeforeDoesNotWait() throws Exception {
        Waiter waiter = new Waiter(() -> false);
        waiter.cancel();
        lock.lock();
        try {
            assertThat(line.await(waiter, LONG)).isFalse();
            assertThat(line.callFirst()).isFalse();
        } finally {
            lock.unlock();
        }
        assertThat(waiter.isOver()).isTrue();
    }

    @Test
    void nobodyWaitsOnceAllIsClosed() {
        assertThat(new Waiter(() -> true).isOver()).isTrue();
    }

    /** Else what it was called for would be lost to all. */
    @Test
    void whoIsInterruptedWhenItIsCalledIsCalled() throws Exception {
        waitFor(2);
        locked(() -> {
            calls.get(0).thread().interrupt();
            // It cannot have the lock yet, so it still stands in the line.
            line.callFirst();
        });
        assertWoken(0);
        assertThat(called).containsExactly(0);
        assertThat(calls.get(0).interruptedAfterwards()).isTrue();
        end();
    }

    @Test
    void whoIsInterruptedBeforeItIsCalledCallsNobody() throws Exception {
        waitFor(2);
        calls.get(0).thread().interrupt();
        calls.get(0).join().thrown(InterruptedException.class);
        assertThat(woken).isEmpty();
        locked(line::callFirst);
        assertWoken(1);
    }
}
