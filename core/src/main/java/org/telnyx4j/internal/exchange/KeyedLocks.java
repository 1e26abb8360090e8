package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets work of the same key run one after the other. A key is kept only while there is work for it. */
final class KeyedLocks {
    /** A wait that is as good as endless, and still fits into nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(10_000);

    private final Map<Object, Shared> locks = new ConcurrentHashMap<>();

    /** A lock, and how many threads have it or wait for it. */
    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    /**
     * Runs work once no other work of the key runs.
     *
     * @param key compared by {@code equals}
     * @param atMost how long to wait for other work
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws TimeoutException if the time passes before the work could begin
     */
    <T> T run(Object key, Duration atMost, Supplier<T> work) throws InterruptedException, TimeoutException {
        Shared shared = locks.compute(key, (same, present) -> {
            Shared used = present == null ? new Shared() : present;
            used.users++;
            return used;
        });
        try {
            if (!shared.lock.tryLock(nanos(atMost), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException("other work of the key took too long");
            }
            try {
                return work.get();
            } finally {
                shared.lock.unlock();
            }
        } finally {
            locks.computeIfPresent(key, (same, present) -> --present.users == 0 ? null : present);
        }
    }

    private static long nanos(Duration atMost) {
        return (atMost.compareTo(LONGEST) < 0 ? atMost : LONGEST).toNanos();
    }

    /** Returns how many keys there is work for. */
    int size() {
        return locks.size();
    }
}
