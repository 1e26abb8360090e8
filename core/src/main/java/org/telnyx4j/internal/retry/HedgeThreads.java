package org.telnyx4j.internal.retry;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.threads.LibraryThreads;
import org.telnyx4j.internal.threads.VirtualThreads;

/**
 * The threads of hedged calls: one that waits, and as many as there are second requests under way. There are none until
 * a call is hedged, and those that have nothing to do end after a while. The second request of a call on a virtual thread is
 * sent on a virtual one, so that as many calls need no more threads. Safe for use by any number of threads.
 */
final class HedgeThreads implements AutoCloseable {
    private static final String NAME = "telnyx4j-hedge";
    private static final long IDLE_SECONDS = 10;

    private @Nullable ScheduledThreadPoolExecutor timer;
    private @Nullable ExecutorService workers;
    private boolean closed;

    /**
     * Does something on another thread after a while.
     *
     * @param delayNanos how long that is
     * @param task what to do
     * @return what cancels it, or null if the client is closed
     */
    @Nullable
    Future<?> after(long delayNanos, Runnable task) {
        ScheduledThreadPoolExecutor waiting = start();
        if (waiting == null) {
            return null;
        }
        ThreadFactory virtual = VirtualThreads.isCurrent() ? VirtualThreads.factory(NAME) : null;
        try {
            return waiting.schedule(() -> work(task, virtual), delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    private void work(Runnable task, @Nullable ThreadFactory virtual) {
        if (virtual != null) {
            virtual.newThread(task).start();
            return;
        }
        ExecutorService running;
        synchronized (this) {
            running = workers;
        }
        if (running != null) {
            try {
                running.execute(task);
            } catch (RejectedExecutionException e) {
                // The client is closed, and what would have been hedged fails for that.
            }
        }
    }

    private synchronized @Nullable ScheduledThreadPoolExecutor start() {
        if (closed) {
            return null;
        }
        ScheduledThreadPoolExecutor started = timer;
        if (started == null) {
            started = new ScheduledThreadPoolExecutor(1, LibraryThreads.factory("telnyx4j-hedge-timer"));
            started.setRemoveOnCancelPolicy(true);
            started.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            started.allowCoreThreadTimeOut(true);
            timer = started;
            workers = new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    LibraryThreads.factory(NAME));
        }
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdownNow();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
