package org.telnyx4j.internal.exchange;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.call.FixedApiKey;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * Asks the application's sources of API keys. They can do anything, such as ask another server, and for any time. So they
 * run on threads that a call can leave behind at its deadline, a few at most however many calls wait. Safe for use by
 * any number of threads.
 */
final class KeySources implements AutoCloseable {
    private static final int MOST_THREADS = 32;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            LibraryThreads.factory("telnyx4j-keys"));

    /** What calls wait for, so that closing wakes them all: an executor that is shut down forgets what it has queued. */
    private final Set<FutureTask<?>> asked = ConcurrentHashMap.newKeySet();

    KeySources() {
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Asks a source.
     *
     * @param source the source
     * @param atMostNanos how long to wait for it
     * @return what it returns
     * @throws TimeoutException if it takes longer
     * @throws InterruptedException if the calling thread is interrupted
     * @throws RejectedExecutionException if the client is closed
     * @throws ExecutionException with what the source throws
     */
    @Nullable
    String ask(Supplier<String> source, long atMostNanos)
            throws TimeoutException, InterruptedException, ExecutionException {
        if (source instanceof FixedApiKey fixed) {
            return fixed.key();
        }
        FutureTask<@Nullable String> key = new FutureTask<>(asTheCaller(source));
        asked.add(key);
        try {
            execute(key);
            return key.get(Math.max(0, atMostNanos), TimeUnit.NANOSECONDS);
        } catch (CancellationException e) {
            throw new RejectedExecutionException("the client is closed", e);
        } finally {
            asked.remove(key);
            key.cancel(true);
        }
    }

    private void execute(Runnable task) throws ExecutionException {
        try {
            threads.execute(task);
        } catch (OutOfMemoryError e) {
            // There can be no further thread at the moment.
            throw new ExecutionException(new IllegalStateException("no thread to ask for it", e));
        }
    }

    /** A source may search for classes or files as the thread that calls would find them. */
    private static Callable<@Nullable String> asTheCaller(Supplier<String> source) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader own = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                return source.get();
            } finally {
                thread.setContextClassLoader(own);
            }
        };
    }

    @Override
    public void close() {
        // In this order: whoever asks from here on is refused, and all before are in the set.
        threads.shutdownNow();
        asked.forEach(key -> key.cancel(true));
    }
}
