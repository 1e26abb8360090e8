package org.telnyx4j.internal.http;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.telnyx4j.internal.threads.LibraryThreads;
import org.telnyx4j.internal.threads.VirtualThreads;

/**
 * The threads on which an application's own HTTP client runs: one for each call under way, and one for each that was left
 * behind. They see the context class loader and the trace of the caller. Those that have nothing to do end after a while.
 * A caller on a virtual thread gets a virtual one, so that as many calls need no more threads. Safe for use by any number of
 * threads.
 */
final class OwnClientThreads implements AutoCloseable {
    private static final String NAME = "telnyx4j-own-client";
    private static final long IDLE_SECONDS = 10;

    private final UnaryOperator<Runnable> context;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            LibraryThreads.factory(NAME));

    /**
     * Creates the threads; none is started yet.
     *
     * @param context gives a task what belongs to the thread that calls, such as its trace
     */
    OwnClientThreads(UnaryOperator<Runnable> context) {
        this.context = context;
    }

    /**
     * Runs something on another thread.
     *
     * @param task what to run
     * @throws RejectedExecutionException if it is closed
     * @throws OutOfMemoryError if there can be no further thread at the moment
     */
    void start(Runnable task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Runnable carried = context.apply(task);
        execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader own = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                carried.run();
            } finally {
                thread.setContextClassLoader(own);
            }
        });
    }

    private void execute(Runnable task) {
        ThreadFactory virtual = VirtualThreads.isCurrent() ? VirtualThreads.factory(NAME) : null;
        if (virtual == null) {
            threads.execute(task);
        } else if (threads.isShutdown()) {
            throw new RejectedExecutionException("the client is closed");
        } else {
            virtual.newThread(task).start();
        }
    }

    /** Lets the threads end when they have nothing to do any more. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
