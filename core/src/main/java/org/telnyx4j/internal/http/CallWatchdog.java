package org.telnyx4j.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls whose deadline has passed or whose thread was interrupted, wherever they are. A socket's read timeout
 * starts anew with each byte, and blocking I/O takes no notice of an interrupt: so one thread checks all calls under
 * way every few milliseconds, and cuts the connection of those that must end. It starts with the first call, sleeps
 * when there are none, and costs a call no more than an entry in a set.
 */
final class CallWatchdog implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    // Going to sleep and being woken costs more than a few idle checks, so a pause between two calls is bridged.
    private static final int IDLE_TICKS = 100;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Object startLock = new Object();
    private volatile @Nullable Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    /**
     * Watches a call from now on.
     *
     * @param call what is cancelled when the call must end
     * @param deadlineNanos when that is, on the scale of {@link System#nanoTime()}
     * @return the watch, closed by the same thread when the call is over
     */
    Watch watch(Cancellable call, long deadlineNanos) {
        Watch watch = new Watch(call, deadlineNanos);
        watches.add(watch);
        if (closed) {
            // It came too late to be seen by close().
            watch.end();
            return watch;
        }
        Thread running = thread;
        if (running == null) {
            start();
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

    private void start() {
        synchronized (startLock) {
            if (thread == null && !closed) {
                Thread started = new Thread(this::run, "telnyx4j-deadlines");
                started.setDaemon(true);
                thread = started;
                started.start();
            }
        }
    }

    private void run() {
        int idle = 0;
        while (!closed) {
            idle = watches.isEmpty() ? idle + 1 : 0;
            if (idle > IDLE_TICKS) {
                asleep = true;
                // Checked once more: a call that came before the flag did not wake anybody.
                if (watches.isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                asleep = false;
                idle = 0;
            } else {
                LockSupport.parkNanos(this, TICK_NANOS);
            }
            long now = System.nanoTime();
            for (Watch watch : watches) {
                watch.check(now);
            }
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
    }
}
