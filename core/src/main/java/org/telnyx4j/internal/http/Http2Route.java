package org.telnyx4j.internal.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way to one server: its HTTP/2 connection, if there is one, those that take no further request but are not over, and
 * who may open another. As long as nobody knows what the server speaks, one call opens a connection and the others wait for
 * what comes of it. Safe for use by any number of threads.
 */
final class Http2Route {
    private final HttpVersionChoice choice;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine changes = new WaitingLine(lock);
    private final Set<Http2Connection> all = new HashSet<>();
    private @Nullable Http2Connection connection;
    private boolean isBeingOpened;
    private boolean speaksHttp1;
    private boolean isClosed;

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
     * @param waiter who waits
     * @return the connection, or null if the caller is to use a connection from the pool, and to report what it speaks
     * @throws TimeoutException if there is nothing in time
     */
    @Nullable
    Http2Connection acquire(long endNanos, Waiter waiter) throws InterruptedException, TimeoutException {
        while (true) {
            Http2Connection usable = usable(endNanos, waiter);
            if (usable == null || usable.reserve(endNanos, waiter)) {
                return usable;
            }
            if (waiter.isOver()) {
                throw new TimeoutException("The request was cancelled");
            }
        }
    }

    private @Nullable Http2Connection usable(long endNanos, Waiter waiter)
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
                if (left <= 0 || waiter.isOver()) {
                    throw new TimeoutException("The connection was not opened in time");
                }
                changes.await(waiter, left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reports a connection that is about to begin, and of which it is told when it is over. */
    void begins(Http2Connection begun) {
        lock.lock();
        try {
            all.add(begun);
        } finally {
            lock.unlock();
        }
    }

    /** Reports a connection that has begun. */
    void opened(Http2Connection opened) {
        lock.lock();
        try {
            Http2Connection before = connection;
            if (isClosed) {
                opened.close();
            } else if (before != null && before.takesMore()) {
                opened.retire();
            } else {
                connection = opened;
            }
            decided(false);
        } finally {
            lock.unlock();
        }
    }

    /** Reports that a connection is closed. */
    void over(Http2Connection closed) {
        lock.lock();
        try {
            all.remove(closed);
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
        changes.callAll();
    }

    /** Reports that nothing came of a connection, so that another call may try. */
    void notOpened() {
        lock.lock();
        try {
            isBeingOpened = false;
            changes.callFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connections that nobody needs and whose server does not read, so that they cannot end by themselves. */
    void closeHeldUp() {
        connections().forEach(Http2Connection::closeIfHeldUp);
    }

    /** Closes all connections at once, and each that is still opened. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            changes.callAll();
        } finally {
            lock.unlock();
        }
        connections().forEach(Http2Connection::close);
    }

    private List<Http2Connection> connections() {
        lock.lock();
        try {
            return new ArrayList<>(all);
        } finally {
            lock.unlock();
        }
    }
}
