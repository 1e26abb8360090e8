package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still while any of the threads has something to do, and jumps to the next moment for which one of them waits
 * as soon as all of them wait. So a run takes no time, and every release happens at the exact moment.
 */
final class SimulatedTime implements PaceTime {
    private final ReentrantLock own = new ReentrantLock();
    private final Condition jumped = own.newCondition();
    private final List<Sleep> sleeps = new ArrayList<>();
    private long now;
    private int busy;

    /** One thread that waits. */
    private static final class Sleep {
        private final long until;
        private boolean over;

        Sleep(long until) {
            this.until = until;
        }
    }

    /** Says how many threads are about to run, before they are started. */
    void expect(int threads) {
        locked(() -> busy += threads);
    }

    /** A thread has ended. */
    void leave() {
        locked(() -> {
            busy--;
            jumpIfAllWait();
        });
    }

    @Override
    public long nanoTime() {
        own.lock();
        try {
            return now;
        } finally {
            own.unlock();
        }
    }

    @Override
    public long wallMillis() {
        return nanoTime() / 1_000_000;
    }

    /** Lets time pass for a test of one thread. */
    void advance(long nanos) {
        locked(() -> now += nanos);
    }

    /** A thread that does something else for so long. */
    void sleep(long nanos) throws InterruptedException {
        own.lock();
        try {
            sleepLocked(new Sleep(now + nanos));
        } finally {
            own.unlock();
        }
    }

    /** Returns this time as another machine has it, whose clocks show something else. */
    PaceTime shiftedBy(Duration difference) {
        SimulatedTime all = this;
        return new PaceTime() {
            @Override
            public long nanoTime() {
                return all.nanoTime() + difference.toNanos();
            }

            @Override
            public long wallMillis() {
                return all.wallMillis() - difference.toMillis();
            }

            @Override
            public Signal signal(Lock lock) {
                return all.signal(lock);
            }
        };
    }

    @Override
    public Signal signal(Lock lock) {
        return new Signal() {
            private @Nullable Sleep current;

            @Override
            public void await(long nanos) throws InterruptedException {
                own.lock();
                try {
                    Sleep sleep = new Sleep(now + Math.max(0, nanos));
                    current = sleep;
                    lock.unlock();
                    sleepLocked(sleep);
                } finally {
                    own.unlock();
                    lock.lock();
                    current = null;
                }
            }

            @Override
            public void send() {
                locked(() -> Optional.ofNullable(current).ifPresent(SimulatedTime.this::wake));
            }
        };
    }

    private void sleepLocked(Sleep sleep) throws InterruptedException {
        sleeps.add(sleep);
        busy--;
        jumpIfAllWait();
        while (!sleep.over) {
            jumped.await();
        }
    }

    private void jumpIfAllWait() {
        if (busy > 0 || sleeps.isEmpty()) {
            return;
        }
        long next = sleeps.stream().mapToLong(sleep -> sleep.until).min().orElseThrow();
        now = Math.max(now, next);
        for (Sleep sleep : List.copyOf(sleeps)) {
            if (sleep.until <= now) {
                wake(sleep);
            }
        }
    }

    private void wake(Sleep sleep) {
        if (!sleep.over) {
            sleep.over = true;
            sleeps.remove(sleep);
            busy++;
            jumped.signalAll();
        }
    }

    private void locked(Runnable action) {
        own.lock();
        try {
            action.run();
        } finally {
            own.unlock();
        }
    }
}
