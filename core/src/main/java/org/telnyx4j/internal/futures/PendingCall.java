package org.telnyx4j.internal.futures;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.internal.futures.CallWork.EndReason;

/**
 * One asynchronous call and its future. It waits, runs, and has ended, in this order; it may end without having run. Safe
 * for use by any number of threads.
 *
 * @param <T> the class of the result
 */
final class PendingCall<T extends @Nullable Object> extends TelnyxFuture<T> implements Runnable {
    private static final Executor THIS_THREAD = Runnable::run;

    private final Consumer<PendingCall<?>> whenOver;
    /** What became of the call, whatever the application did to this future. */
    private final CompletableFuture<T> ended = new CompletableFuture<>();
    /** Whether somebody, the call or the application, has begun to complete this future. */
    private final AtomicBoolean claimed = new AtomicBoolean();

    private final Object lock = new Object();
    // What follows is guarded by the lock.
    /** Null as soon as the call has begun or ended. */
    private @Nullable CallWork<T> work;
    /** What runs it, null unless it is running. */
    private @Nullable Thread thread;

    private boolean interrupted;
    private @Nullable Future<?> timer;

    PendingCall(CallWork<T> work, Consumer<PendingCall<?>> whenOver) {
        this.work = work;
        this.whenOver = whenOver;
    }

    @Override
    public CompletableFuture<T> ended() {
        // Not copy(), which would wrap the failure.
        CompletableFuture<T> theirs = new CompletableFuture<>();
        var unused = ended.whenComplete((result, failure) -> {
            if (failure == null) {
                theirs.complete(result);
            } else {
                theirs.completeExceptionally(failure);
            }
        });
        return theirs;
    }

    /** Sets what ends the call at its deadline, unless it has begun. */
    void timer(Future<?> cancellable) {
        synchronized (lock) {
            if (work != null) {
                timer = cancellable;
                return;
            }
        }
        cancellable.cancel(false);
    }

    @Override
    public void run() {
        CallWork<T> mine = begin(Thread.currentThread());
        if (mine == null) {
            return;
        }
        T result = null;
        Throwable failure = null;
        try {
            result = mine.run();
        } catch (Throwable e) {
            failure = e;
        }
        synchronized (lock) {
            thread = null;
            if (interrupted) {
                // It was for this call. Whoever uses the thread next, a dependent function to begin with, has no part
                // in it.
                Thread.interrupted();
            }
        }
        settle(mine, result, failure, THIS_THREAD);
    }

    private @Nullable CallWork<T> begin(@Nullable Thread on) {
        Future<?> cancellable;
        CallWork<T> mine;
        synchronized (lock) {
            mine = work;
            work = null;
            cancellable = timer;
            timer = null;
            thread = mine == null ? thread : on;
        }
        if (cancellable != null) {
            cancellable.cancel(false);
        }
        return mine;
    }

    /**
     * Ends the call if it has not begun.
     *
     * @param reason why
     * @param cause what led to it, or null
     * @param executor completes the future, which may run anything
     */
    void endBeforeItBegins(EndReason reason, @Nullable Throwable cause, Executor executor) {
        CallWork<T> mine = begin(null);
        if (mine != null) {
            settle(mine, null, mine.notBegun(reason, cause), executor);
        }
    }

    /** Ends the call, as nobody waits for it. */
    private void abandon() {
        synchronized (lock) {
            if (thread != null) {
                interrupted = true;
                thread.interrupt();
                return;
            }
        }
        endBeforeItBegins(EndReason.CANCELLED, null, THIS_THREAD);
    }

    @SuppressWarnings("NullAway") // The result of a call without failure is what the call returns.
    private void settle(CallWork<T> mine, @Nullable T result, @Nullable Throwable failure, Executor executor) {
        mine.over();
        whenOver.accept(this);
        try {
            executor.execute(() -> {
                boolean isOurs = claimed.compareAndSet(false, true);
                if (failure == null) {
                    ended.complete(result);
                    if (isOurs) {
                        super.complete(result);
                    }
                } else {
                    ended.completeExceptionally(failure);
                    if (isOurs) {
                        super.completeExceptionally(failure);
                    }
                }
            });
        } catch (RuntimeException | OutOfMemoryError e) {
            // There can be no further thread at the moment, and a future that never completes would be worse.
            settleHere(Objects.requireNonNullElse(failure, e));
        }
    }

    private void settleHere(Throwable failure) {
        ended.completeExceptionally(failure);
        if (claimed.compareAndSet(false, true)) {
            super.completeExceptionally(failure);
        }
    }

    // The claim comes first, so that a call which is interrupted for this cannot complete the future before.

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        claim();
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean complete(T value) {
        claim();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        claim();
        return super.completeExceptionally(failure);
    }

    private void claim() {
        if (claimed.compareAndSet(false, true)) {
            abandon();
        }
    }
}
