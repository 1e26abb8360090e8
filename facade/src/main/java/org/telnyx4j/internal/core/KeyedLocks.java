package org.telnyx4j.internal.core;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets work of the same key run one after the other. Keys are not kept: they share a fixed number of locks, so two keys
 * can now and then wait for each other.
 */
final class KeyedLocks {
    private static final int LOCKS = 256;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    KeyedLocks() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /**
     * Runs work once no other work of the key runs.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    <T> T run(Object key, Supplier<T> work) throws InterruptedException {
        int hash = key.hashCode();
        ReentrantLock lock = locks[(hash ^ (hash >>> 16)) & (LOCKS - 1)];
        lock.lockInterruptibly();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
