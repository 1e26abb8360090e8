package org.telnyx4j.async;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where asynchronous calls run. Unless set, that is:
 *
 * <ul>
 *   <li>from JDK 21 on, a virtual thread for each call. How many are sent at the same time is limited by the number of
 *       connections ({@link org.telnyx4j.client.HttpOptions.Builder#maxConnections}) alone.
 *   <li>before, threads of the client's own: as many as it may have connections, 200 at most. They are daemons, start when
 *       they are needed, and end when they have had nothing to do for a while. A call for which there is no thread waits in
 *       a queue. Its deadline counts from when it was called, so it may end there: with the outcome {@code
 *       NOT_CARRIED_OUT}.
 * </ul>
 *
 * <p>A call sees the OpenTelemetry context, SLF4J's MDC and the context class loader of the thread that called it. For
 * whatever else there is, see {@link Builder#decorator}. Inheritable thread-locals are not inherited.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class AsyncOptions {
    /** How many calls may be under way or waiting, unless set. */
    public static final int DEFAULT_MAX_CALLS = 100_000;

    private final @Nullable Executor executor;
    private final boolean virtualThreads;
    private final @Nullable Integer maxThreads;
    private final int maxCalls;
    private final @Nullable UnaryOperator<Runnable> decorator;

    private AsyncOptions(Builder builder) {
        this.executor = builder.executor;
        this.virtualThreads = builder.virtualThreads;
        this.maxThreads = builder.maxThreads;
        this.maxCalls = builder.maxCalls;
        this.decorator = builder.decorator;
    }

    /**
     * Starts options that are all defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the executor of the application's own.
     *
     * @return the executor, or empty for threads of the client's
     */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    /**
     * Returns whether virtual threads are used where there are any.
     *
     * @return true unless set
     */
    public boolean virtualThreads() {
        return virtualThreads;
    }

    /**
     * Returns how many threads there may be where there are no virtual ones.
     *
     * @return the number, or empty for as many as connections, 200 at most
     */
    public OptionalInt maxThreads() {
        return maxThreads == null ? OptionalInt.empty() : OptionalInt.of(maxThreads);
    }

    /**
     * Returns how many calls may be under way or waiting.
     *
     * @return the number, {@value #DEFAULT_MAX_CALLS} unless set
     */
    public int maxCalls() {
        return maxCalls;
    }

    /**
     * Returns what takes the application's own context along.
     *
     * @return the decorator, or empty for none
     */
    public Optional<UnaryOperator<Runnable>> decorator() {
        return Optional.ofNullable(decorator);
    }

    /** Shows the numbers, not the application's objects. */
    @Override
    public String toString() {
        return "AsyncOptions[executor=" + (executor == null ? "own" : "given") + ", virtualThreads=" + virtualThreads
                + ", maxThreads=" + maxThreads + ", maxCalls=" + maxCalls + ", decorator=" + (decorator != null) + "]";
    }

    /** Collects options. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable Executor executor;
        private boolean virtualThreads = true;
        private @Nullable Integer maxThreads;
        private int maxCalls = DEFAULT_MAX_CALLS;
        private @Nullable UnaryOperator<Runnable> decorator;

        private Builder() {}

        /**
         * Runs calls on an executor of the application's own, which stays the application's to close. A call blocks its
         * thread until it ends. One that the executor refuses, or begins too late, fails and was not carried out.
         *
         * @param executor must not run tasks on the thread that gives them to it
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Sets whether virtual threads are used where there are any. True unless set.
         *
         * @param virtualThreads whether they are
         * @return this builder
         */
        public Builder virtualThreads(boolean virtualThreads) {
            this.virtualThreads = virtualThreads;
            return this;
        }

        /**
         * Sets how many threads there may be where there are no virtual ones. More than there are connections are of use
         * only for calls that wait, such as {@code awaitCompletion}.
         *
         * @param maxThreads 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxThreads(int maxThreads) {
            this.maxThreads = atLeastOne(maxThreads, "maxThreads");
            return this;
        }

        /**
         * Sets how many calls may be under way or waiting. One more fails at once, and was not carried out: so a program
         * that calls faster than Telnyx responds does not run out of memory.
         *
         * @param maxCalls 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxCalls(int maxCalls) {
            this.maxCalls = atLeastOne(maxCalls, "maxCalls");
            return this;
        }

        /**
         * Sets what takes the application's own context along to the thread of a call, besides what is taken along anyway.
         * It is called on the thread that calls, and returns a task that sets the context, runs the one that it was given,
         * and removes the context again: such as {@code ContextSnapshot::wrap} of Micrometer or {@code
         * TaskDecorator::decorate} of Spring. For a list, whose pages are fetched one after the other, the task is run
         * several times.
         *
         * @param decorator must be safe for use by many threads
         * @return this builder
         */
        public Builder decorator(UnaryOperator<Runnable> decorator) {
            this.decorator = Objects.requireNonNull(decorator, "decorator");
            return this;
        }

        /**
         * Creates the options.
         *
         * @return immutable options
         */
        public AsyncOptions build() {
            return new AsyncOptions(this);
        }

        private static int atLeastOne(int value, String name) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, was " + value);
            }
            return value;
        }
    }
}
