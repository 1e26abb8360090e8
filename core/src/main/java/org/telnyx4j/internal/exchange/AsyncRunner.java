package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.TelnyxFuture;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.futures.CallWork;
import org.telnyx4j.internal.time.Nanos;

/**
 * Runs operations of a client or a tenant on other threads. The deadline of each counts from when it was called, and the
 * client lets it in then, too, so that what was called before {@code close(Duration)} counts as under way. Safe for use by
 * any number of threads.
 */
public final class AsyncRunner {
    private final TelnyxClient client;

    /**
     * Creates a runner.
     *
     * @param client the client or the tenant
     */
    public AsyncRunner(TelnyxClient client) {
        this.client = client;
    }

    /**
     * Returns the client or the tenant, for what is not asynchronous.
     *
     * @return the client
     */
    public TelnyxClient client() {
        return client;
    }

    /**
     * Returns the time that an operation has.
     *
     * @return the client's timeout
     */
    public Duration timeout() {
        return Objects.requireNonNull(client.settings().timeout(), "the built-in timeout");
    }

    /**
     * Returns the time that an operation has.
     *
     * @param options its options
     * @return their timeout, or else the client's
     */
    public Duration timeout(RequestOptions options) {
        CallSettings merged = CallSettings.merge(CallSettings.of(options), client.settings());
        return Objects.requireNonNull(merged.timeout(), "the built-in timeout");
    }

    /**
     * Returns the time that an operation has which is given one by an argument.
     *
     * @param atMost the argument; checked when the operation runs
     * @return the same, or the client's timeout for one that will be refused
     */
    public Duration atMost(Duration atMost) {
        Objects.requireNonNull(atMost, "atMost");
        return atMost.isNegative() || atMost.isZero() ? timeout() : atMost;
    }

    /**
     * Runs an operation on another thread.
     *
     * @param operation its name
     * @param timeout how long it may wait for a thread
     * @param body the operation, on a client that is for it alone
     * @return its future
     */
    public <T extends @Nullable Object> TelnyxFuture<T> call(
            String operation, Duration timeout, Function<TelnyxClient, T> body) {
        CallStart start = new CallStart(now());
        TelnyxClient own = client.startedAt(start);
        return submit(
                operation,
                timeout,
                () -> body.apply(own),
                client.resources().asyncCalls().context());
    }

    /**
     * Runs an operation without a result on another thread.
     *
     * @param operation its name
     * @param timeout how long it may wait for a thread
     * @param body the operation, on a client that is for it alone
     * @return its future
     */
    public TelnyxFuture<@Nullable Void> run(String operation, Duration timeout, Consumer<TelnyxClient> body) {
        return call(operation, timeout, client -> {
            body.accept(client);
            return null;
        });
    }

    private <T extends @Nullable Object> TelnyxFuture<T> submit(
            String operation, Duration timeout, Supplier<T> body, UnaryOperator<Runnable> context) {
        ClientResources resources = client.resources();
        if (!resources.admission().enter()) {
            TelnyxException closed = client.errors().clientClosed(operation);
            client.report(operation, closed);
            return TelnyxFuture.failed(closed);
        }
        return resources.asyncCalls().call(new Work<>(operation, timeout, body), Nanos.of(timeout), context);
    }

    private long now() {
        return client.sleeper().nanoTime();
    }

    /**
     * Begins a sequence of calls that belong together, such as the pages of a list. What belongs to this thread, such as
     * its trace, is taken along to each of them.
     *
     * @param operation the name of the operation
     * @param timeout how long each call may wait for a thread
     * @return the sequence
     */
    public Sequence sequence(String operation, Duration timeout) {
        return new Sequence(operation, timeout);
    }

    /** Calls one after the other, each with a deadline of its own. One thread at a time may use it. */
    public final class Sequence {
        private final String operation;
        private final Duration timeout;
        private final CallStart start = new CallStart(now());
        private final UnaryOperator<Runnable> context;
        private volatile Runnable next = () -> {};

        private Sequence(String operation, Duration timeout) {
            this.operation = operation;
            this.timeout = timeout;
            Runnable carried = client.resources().asyncCalls().context().apply(() -> next.run());
            this.context = task -> {
                next = task;
                return carried;
            };
        }

        /**
         * Returns the client for all calls of the sequence.
         *
         * @return a client whose deadlines count from when {@link #call} was called
         */
        public TelnyxClient client() {
            return client.startedAt(start);
        }

        /**
         * Runs the next call, after the one before has ended.
         *
         * @param body the call
         * @return its future
         */
        public <T extends @Nullable Object> TelnyxFuture<T> call(Supplier<T> body) {
            start.set(now());
            return submit(operation, timeout, body, context);
        }
    }

    /** One operation. */
    private final class Work<T extends @Nullable Object> implements CallWork<T> {
        private final String operation;
        private final Duration timeout;
        private final Supplier<T> body;
        private final long begin = now();

        private Work(String operation, Duration timeout, Supplier<T> body) {
            this.operation = operation;
            this.timeout = timeout;
            this.body = body;
        }

        @Override
        public T run() {
            if (now() - begin >= Nanos.of(timeout)) {
                TelnyxException late = late();
                client.report(operation, late);
                throw late;
            }
            return body.get();
        }

        private TelnyxException late() {
            return notBegun(
                    NetworkFailure.DEADLINE,
                    "its deadline of " + Nanos.toMillis(timeout) + " ms passed while it waited for a thread");
        }

        @Override
        public Throwable notBegun(EndReason reason, @Nullable Throwable cause) {
            TelnyxException failure = switch (reason) {
                case DEADLINE -> late();
                case CANCELLED -> notBegun(NetworkFailure.INTERRUPTED, "it was cancelled while it waited for a thread");
                case CLOSED -> client.errors().clientClosed(operation);
                case TOO_MANY ->
                    notBegun(
                            NetworkFailure.CONNECTION,
                            "as many asynchronous calls are under way or waiting as there may be (maxCalls)");
                case NO_THREAD ->
                    notBegun(
                            NetworkFailure.CONNECTION,
                            "there is no thread for it, or what decorates its task has failed");
            };
            if (cause != null) {
                failure.addSuppressed(cause);
            }
            client.report(operation, failure);
            return failure;
        }

        private TelnyxException notBegun(NetworkFailure why, String problem) {
            return client.errors().notBegun(operation, why, problem);
        }

        @Override
        public void over() {
            client.resources().admission().leave();
        }
    }
}
