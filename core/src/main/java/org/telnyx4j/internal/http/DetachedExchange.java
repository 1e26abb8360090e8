package org.telnyx4j.internal.http;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;

/**
 * One request on an application's own HTTP client, which the caller can leave behind. Such a client does not always end
 * when it is told to: where a name has several addresses, it goes on to the next one, with all the time that it has for a
 * connection. So it runs on another thread, and the caller waits for it no longer than it may.
 *
 * <p>For one use. What the other thread does after the caller has left is not sent: see {@link AttemptContext#abandon}.
 */
final class DetachedExchange implements Runnable, Cancellable {
    /** A client that was told to end mostly does so at once, and then reports how far it came. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Callable<RawResponse> exchange;
    private final Cancellable request;
    private final AttemptContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isOver;
    private boolean isCancelled;
    private @Nullable RawResponse response;
    private @Nullable Throwable failure;

    /**
     * Creates an exchange.
     *
     * @param exchange sends the request and reads the response
     * @param request what is cancelled to end it
     * @param context the attempt
     */
    DetachedExchange(Callable<RawResponse> exchange, Cancellable request, AttemptContext context) {
        this.exchange = exchange;
        this.request = request;
        this.context = context;
    }

    @Override
    public void run() {
        RawResponse received = null;
        Throwable thrown = null;
        try {
            received = exchange.call();
        } catch (Throwable e) {
            thrown = e;
        }
        lock.lock();
        try {
            isOver = true;
            response = received;
            failure = thrown;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the request as far as the client can be made to, and lets the caller go soon, even if it cannot. */
    @Override
    public boolean cancel() {
        boolean cancelled = request.cancel();
        lock.lock();
        try {
            isCancelled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return cancelled;
    }

    /**
     * Waits for the response.
     *
     * @return the response
     * @throws LeftBehindException if the client did not end in time; nothing is sent from then on
     * @throws Exception what the client throws
     */
    RawResponse await() throws Exception {
        boolean isInterrupted = !awaitOver();
        try {
            if (!isOver()) {
                request.cancel();
                awaitGrace();
            }
            lock.lock();
            try {
                if (response != null) {
                    return response;
                }
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof Exception exception) {
                    throw exception;
                }
            } finally {
                lock.unlock();
            }
            context.abandon();
            throw new LeftBehindException();
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns false if the thread was interrupted. */
    private boolean awaitOver() {
        lock.lock();
        try {
            long left = context.remainingNanos();
            while (!isOver && !isCancelled && left > 0) {
                changed.awaitNanos(left);
                left = context.remainingNanos();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void awaitGrace() {
        lock.lock();
        try {
            long end = System.nanoTime() + GRACE_NANOS;
            long left = GRACE_NANOS;
            while (!isOver && left > 0) {
                try {
                    changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    // The caller's flag is set in the end, and this takes no time worth mentioning.
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    /** The HTTP client did not end when it was told to. */
    static final class LeftBehindException extends IOException {
        private static final long serialVersionUID = 1L;

        private LeftBehindException() {
            super("The application's HTTP client did not end in time and was left behind");
        }
    }
}
