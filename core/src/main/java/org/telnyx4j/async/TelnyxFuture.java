package org.telnyx4j.async;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;

/**
 * The future of one asynchronous call. It completes with the result of the call, or exceptionally with the {@link
 * TelnyxException} that the same call throws when it is not asynchronous; {@code join()} and {@code get()} wrap that as
 * they do for every future.
 *
 * <p>{@link #cancel} ends the call: one that has not begun never begins, one under way is interrupted, and its connection
 * is cut. So do {@link #orTimeout}, {@link #completeOnTimeout}, {@link #complete} and {@link #completeExceptionally}, since
 * nobody waits for the call any more. As with every future, this one is complete at once then, and knows nothing of what
 * became of the call, which may well have been carried out. {@link #ended()} does:
 *
 * <pre>{@code
 * future.cancel(true);
 * future.ended().whenComplete((result, failure) -> {
 *     // a result: it was sent; a TelnyxException: its outcome() is true
 * });
 * }</pre>
 *
 * <p>Cancel this future, not one that is derived from it ({@code thenApply} and the like): a derived one does not pass it
 * on. A call ends at its own deadline in any case, so nothing is left running for ever.
 *
 * <p>A dependent function without a thread of its own ({@code thenApply}, not {@code thenApplyAsync}) runs on the thread
 * of the call, and sees its context; on the thread that cancels; or, where the call ended before it had a thread, on the
 * {@linkplain CompletableFuture#defaultExecutor() default executor} of futures. It may block, but on JDK 17 it keeps a
 * thread from other calls meanwhile. Safe for use by any number of threads.
 *
 * @param <T> the class of the result
 */
public abstract class TelnyxFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    /** For this library alone. To test what uses a future, see {@link #completed} and {@link #failed}. */
    protected TelnyxFuture() {}

    /**
     * Returns a future that is complete, for tests of what uses one.
     *
     * @param result the result
     * @param <T> the class of the result
     * @return a new future
     */
    public static <T extends @Nullable Object> TelnyxFuture<T> completed(T result) {
        TelnyxFuture<T> future = new Settled<>();
        future.complete(result);
        return future;
    }

    /**
     * Returns a future that has failed, for tests of what uses one.
     *
     * @param failure why
     * @param <T> the class of the result
     * @return a new future
     */
    public static <T extends @Nullable Object> TelnyxFuture<T> failed(Throwable failure) {
        TelnyxFuture<T> future = new Settled<>();
        future.completeExceptionally(failure);
        return future;
    }

    /**
     * Returns what becomes of the call itself, whatever was done to this future: its result, or the {@link
     * TelnyxException} whose {@link TelnyxException#outcome()} is true, also after a cancellation. A call that is cancelled
     * before it has begun has the outcome {@link Outcome#NOT_CARRIED_OUT}. It completes within the call's deadline, and
     * soon after a cancellation; this future may be completed a moment before or after it.
     *
     * @return a new future; to complete or to cancel it changes nothing
     */
    public abstract CompletableFuture<T> ended();

    /**
     * Ends the call, and completes this future with a {@link CancellationException}.
     *
     * @param mayInterruptIfRunning without effect, as with every {@code CompletableFuture}: the call is always ended
     * @return whether this future is cancelled; false if it was complete before
     */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning);
    }

    /**
     * Completes this future with a {@link java.util.concurrent.TimeoutException} if it is not complete by then, and ends
     * the call. The call has a deadline of its own, which reports more: {@link
     * org.telnyx4j.client.RequestOptions#timeout(Duration)}.
     */
    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        return super.orTimeout(timeout, unit);
    }

    /** Completes a plain future of what depends on this one: to cancel it does not end the call. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public final Executor defaultExecutor() {
        return super.defaultExecutor();
    }

    /** One without a call. */
    private static final class Settled<T extends @Nullable Object> extends TelnyxFuture<T> {
        @Override
        public CompletableFuture<T> ended() {
            return copy();
        }
    }
}
