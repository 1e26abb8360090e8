package org.telnyx4j.internal.futures;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.internal.futures.CallWork.EndReason;
import org.telnyx4j.internal.threads.LibraryThreads;
import org.telnyx4j.internal.threads.VirtualThreads;

/**
 * Runs the asynchronous calls of a client and its tenants, and ends those that wait too long for a thread. No thread is
 * started before the first call. Safe for use by any number of threads.
 */
public final class CallExecutor implements AutoCloseable {
    private static final String NAME = "telnyx4j-async";
    private static final int MOST_THREADS = 200;
    private static final long IDLE_SECONDS = 10;

    private final AsyncOptions options;
    private final CallerContext context;
    private final Set<PendingCall<?>> pending = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final Executor executor;
    /** The threads that are ours to end, or null. */
    private final @Nullable ThreadPoolExecutor pool;
    /** Ends what waits too long, or null where nothing waits. */
    private final @Nullable ScheduledThreadPoolExecutor timer;

    private volatile boolean closed;

    /**
     * Creates an executor.
     *
     * @param options where calls run
     * @param maxConnections how many connections the client may have
     * @param telemetry takes along to another thread what is current for OpenTelemetry
     */
    public CallExecutor(AsyncOptions options, int maxConnections, UnaryOperator<Runnable> telemetry) {
        this.options = options;
        this.context = new CallerContext(telemetry, options.decorator().orElse(UnaryOperator.identity()));
        Executor given = options.executor().orElse(null);
        ThreadFactory virtual = given == null && options.virtualThreads() ? VirtualThreads.factory(NAME) : null;
        if (virtual != null) {
            this.pool = null;
            this.timer = null;
            this.executor = task -> virtual.newThread(task).start();
        } else {
            this.pool =
                    given == null ? pool(options.maxThreads().orElse(Math.min(maxConnections, MOST_THREADS))) : null;
            this.timer = timer();
            this.executor = pool == null ? Objects.requireNonNull(given) : pool;
        }
    }

    private static ThreadPoolExecutor pool(int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                LibraryThreads.factory(NAME));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, LibraryThreads.factory("telnyx4j-async-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /**
     * Returns what takes along what belongs to this thread.
     *
     * @return gives a task its context; the task may be run more than once
     */
    public UnaryOperator<Runnable> context() {
        return context;
    }

    /**
     * Calls something on another thread.
     *
     * @param work what to call
     * @param atMostNanos how long it may wait for a thread
     * @param carried gives the task its context
     * @return its future
     */
    public <T extends @Nullable Object> TelnyxFuture<T> call(
            CallWork<T> work, long atMostNanos, UnaryOperator<Runnable> carried) {
        PendingCall<T> call = new PendingCall<>(work, this::over);
        pending.add(call);
        if (count.incrementAndGet() > options.maxCalls()) {
            refuse(call, EndReason.TOO_MANY, null);
        } else if (closed) {
            // It came too late to be seen by close().
            refuse(call, EndReason.CLOSED, null);
        } else {
            start(call, atMostNanos, carried);
        }
        return call;
    }

    private void start(PendingCall<?> call, long atMostNanos, UnaryOperator<Runnable> carried) {
        try {
            Runnable task = carried.apply(call);
            if (timer != null) {
                call.timer(timer.schedule(
                        () -> call.endBeforeItBegins(EndReason.DEADLINE, null, call.defaultExecutor()),
                        Math.max(0, atMostNanos),
                        TimeUnit.NANOSECONDS));
            }
            executor.execute(() -> run(call, task));
        } catch (RuntimeException | OutOfMemoryError e) {
            refuse(call, closed ? EndReason.CLOSED : EndReason.NO_THREAD, e);
        }
    }

    /** A decorator that fails, or runs nothing, must not leave a future that never completes. */
    private static void run(PendingCall<?> call, Runnable task) {
        try {
            task.run();
            call.endBeforeItBegins(EndReason.NO_THREAD, null, Runnable::run);
        } catch (Throwable e) {
            call.endBeforeItBegins(EndReason.NO_THREAD, e, Runnable::run);
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    /** On this thread: the caller has not yet got the future, so nothing depends on it. */
    private static void refuse(PendingCall<?> call, EndReason reason, @Nullable Throwable cause) {
        call.endBeforeItBegins(reason, cause, Runnable::run);
    }

    private void over(PendingCall<?> call) {
        if (pending.remove(call)) {
            count.decrementAndGet();
        }
    }

    /** Ends the calls that have not begun. Those under way end by themselves, since their connections are cut. */
    @Override
    public void close() {
        closed = true;
        for (PendingCall<?> call : pending) {
            call.endBeforeItBegins(EndReason.CLOSED, null, call.defaultExecutor());
        }
        if (timer != null) {
            timer.shutdownNow();
        }
        if (pool != null) {
            pool.shutdown();
        }
    }
}
