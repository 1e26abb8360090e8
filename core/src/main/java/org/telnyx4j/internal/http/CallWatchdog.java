package org.telnyx4j.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls whose deadline has passed or whose thread was interrupted, wherever they are. A socket's read timeout
 * starts anew with each byte, and blocking I/O takes no notice of an interrupt: so one thread checks all calls under
 * way every few milliseconds, and cuts the connection of those that must end. It starts with the first call, sleeps
 * when there are none, and costs a call no more than an entry in a set. Should it ever die, the next call starts
 * another, and a call that nobody can watch does not begin.
 */
final class CallWatchdog implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    // Going to sleep and being woken costs more than a few idle checks, so a pause between two calls is bridged.
    private static final int IDLE_TICKS = 100;

    private final LongSupplier clock;
    private final ThreadFactory threads;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Object startLock = new Object();
    private volatile @Nullable Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    /**
     * Creates a watchdog.
     *
     * @param clock measures
     * @param threads creates the thread
     */
    CallWatchdog(LongSupplier clock, ThreadFactory threads) {
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Watches a call from now on.
     *
     * @param call what is cancelled when the call must end
     * @param deadlineNanos when that is, on the scale of the clock
     * @return the watch, closed by the same thread when the call is over
     * @throws UnwatchedException if there is no thread that watches; the call must not begin
     */
    Watch watch(Cancellable call, long deadlineNanos) throws UnwatchedException {
        Watch watch = new Watch(call, deadlineNanos);
        watches.add(watch);
        if (closed) {
            // It came too late to be seen by close().
            watch.end();
            return watch;
        }
        Thread running = thread;
        if (running == null || !running.isAlive()) {
            start(watch);
        } else if (asleep) {
            LockSupport.unpark(running);
        }
        return watch;
    }

    /** Ends all calls that are still under way, and the thread. */
    @Override
    public void close() {
        closed = true;
        watches.forEach(Watch::end);
        LockSupport.unpark(thread);
    }

    private void start(Watch watch) throws UnwatchedException {
        synchronized (startLock) {
            if ((thread == null || !thread.isAlive()) && !closed) {
                try {
                    Thread started = threads.newThread(this::run);
                    asleep = false;
                    started.start();
                    thread = started;
                } catch (Throwable e) {
                    watch.close();
                    throw new UnwatchedException(e);
                }
            }
        }
    }

    private void run() {
        int idle = 0;
        while (!closed) {
            try {
                idle = watches.isEmpty() ? idle + 1 : 0;
                if (idle > IDLE_TICKS) {
                    sleep();
                    idle = 0;
                } else {
                    LockSupport.parkNanos(this, TICK_NANOS);
                }
                long now = clock.getAsLong();
                for (Watch watch : watches) {
                    watch.check(now);
                }
            } catch (Throwable e) {
                // Such as too little memory for a moment. The other calls must still be watched.
                LockSupport.parkNanos(this, TICK_NANOS);
            }
        }
    }

    private void sleep() {
        asleep = true;
        // Checked once more: a call that came before the flag did not wake anybody.
        if (watches.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    /** There is no thread that watches. */
    static final class UnwatchedException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnwatchedException(Throwable cause) {
            super("The thread that watches deadlines could not be started", cause);
        }
    }

    /** One call under way. */
    final class Watch {
        private final Cancellable call;
        private final long deadlineNanos;
        private final Thread caller = Thread.currentThread();

        private Watch(Cancellable call, long deadlineNanos) {
            this.call = call;
            this.deadlineNanos = deadlineNanos;
        }

        private void check(long now) {
            if (now - deadlineNanos >= 0 || caller.isInterrupted()) {
                end();
            }
        }

        private void end() {
            watches.remove(this);
            try {
                call.cancel();
            } catch (RuntimeException e) {
                // An application's own client may do anything here, and the other calls must still be watched.
            }
        }

        void close() {
            watches.remove(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        /** That of {@code Object} is drawn outside the compiled code, for each object the first time. */
        @Override
        public int hashCode() {
            return Long.hashCode(deadlineNanos);
        }
    }
}
