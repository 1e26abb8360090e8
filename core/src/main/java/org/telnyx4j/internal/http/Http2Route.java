package org.telnyx4j.internal.http;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to one server: its HTTP/2 connection, if there is one, and who may open it. As long as nobody knows what the
 * server speaks, one call opens a connection and the others wait for what comes of it. Safe for use by any number of
 * threads.
 */
final class Http2Route {
    private final HttpVersionChoice choice;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Http2Connection connection;
    private boolean isBeingOpened;
    private boolean speaksHttp1;

    /**
     * Creates a route, without a connection.
     *
     * @param choice gets whether HTTP/2 is still offered
     */
    Http2Route(HttpVersionChoice choice) {
        this.choice = choice;
    }

    /**
     * Returns the HTTP/2 connection with a place reserved on it, and waits for that.
     *
     * @param endNanos until when, by the clock of the JVM
     * @param isCancelled returns true if nobody waits any longer
     * @return the connection, or null if the caller is to use a connection from the pool, and to report what it speaks
     * @throws TimeoutException if there is nothing in time
     */
    @Nullable
    Http2Connection acquire(long endNanos, BooleanSupplier isCancelled) throws InterruptedException, TimeoutException {
        while (true) {
            Http2Connection usable = usable(endNanos, isCancelled);
            if (usable == null || usable.reserve(endNanos, isCancelled)) {
                return usable;
            }
            if (isCancelled.getAsBoolean()) {
                throw new TimeoutException("The request was cancelled");
            }
        }
    }

    private @Nullable Http2Connection usable(long endNanos, BooleanSupplier isCancelled)
            throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Http2Connection known = connection;
                if (known != null && known.takesMore()) {
                    return known;
                }
                if (known != null && known.needsHttp1()) {
                    choice.refuseHttp2();
                }
                connection = null;
                if (speaksHttp1) {
                    return null;
                }
                if (!isBeingOpened) {
                    isBeingOpened = true;
                    return null;
                }
                long left = endNanos - System.nanoTime();
                if (left <= 0 || isCancelled.getAsBoolean()) {
                    throw new TimeoutException("The connection was not opened in time");
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reports a connection that speaks HTTP/2. */
    void opened(Http2Connection opened) {
        lock.lock();
        try {
            Http2Connection before = connection;
            if (before != null && before.takesMore()) {
                opened.retire();
            } else {
                connection = opened;
            }
            decided(false);
        } finally {
            lock.unlock();
        }
    }

    /** Reports that the server speaks HTTP/1.1. */
    void speaksHttp1() {
        lock.lock();
        try {
            decided(true);
        } finally {
            lock.unlock();
        }
    }

    private void decided(boolean http1) {
        speaksHttp1 = http1;
        isBeingOpened = false;
        changed.signalAll();
    }

    /** Reports that nothing came of a connection, so that another call may try. */
    void notOpened() {
        lock.lock();
        try {
            isBeingOpened = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait, so that they find out whether they were cancelled. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
            if (connection != null) {
                connection.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection at once. */
    void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.close();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
