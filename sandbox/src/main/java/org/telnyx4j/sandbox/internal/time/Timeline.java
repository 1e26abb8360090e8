package org.telnyx4j.sandbox.internal.time;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.threads.LibraryThreads;

/**
 * Runs tasks when they are due, one after the other, in the order of their times and then of their arrival, on one daemon
 * thread. A task must be short: what waits for somebody else, such as a delivery, runs elsewhere and holds the timeline
 * with {@link #hold()} until it is done.
 *
 * <p>On real time, time passes by itself. On a manual clock it stands still, and {@link #advance} moves it from one due
 * task to the next; what a task has started is waited for before time moves on. Safe for concurrent use.
 */
public final class Timeline implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timeline.class.getName());
    private static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry entry) -> entry.when).thenComparingLong(entry -> entry.number);

    private final Object lock = new Object();
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private final Clock realTime;
    private final Thread worker;
    private @Nullable Instant manualNow;
    private long lastNumber;
    private int awaited;
    private int holds;
    private boolean running;
    private boolean closed;

    private Timeline(Clock realTime, @Nullable Instant manualNow) {
        this.realTime = realTime;
        this.manualNow = manualNow;
        this.worker = LibraryThreads.create("telnyx4j-sandbox-timeline", this::work);
    }

    /** Starts a timeline on which time passes by itself. */
    public static Timeline realTime() {
        return started(new Timeline(Clock.systemUTC(), null));
    }

    /** Starts a timeline on which time stands still until {@link #advance}. */
    public static Timeline manual(Instant start) {
        return started(new Timeline(Clock.systemUTC(), start));
    }

    private static Timeline started(Timeline timeline) {
        timeline.worker.start();
        return timeline;
    }

    /** Returns whether time is moved by {@link #advance} only. */
    public boolean isManual() {
        synchronized (lock) {
            return manualNow != null;
        }
    }

    public Instant now() {
        synchronized (lock) {
            return manualNow != null ? manualNow : realTime.instant();
        }
    }

    /** Runs a task at a time; at once if the time has passed. After {@link #close}, nothing is run. */
    public Scheduled at(Instant when, Runnable task) {
        synchronized (lock) {
            return add(new Entry(when, ++lastNumber, false, task));
        }
    }

    /** Runs a task after some time. */
    public Scheduled after(Duration delay, Runnable task) {
        synchronized (lock) {
            return at(now().plus(delay), task);
        }
    }

    /**
     * Runs a task after some time, as the next step of something that is under way: on real time, {@link #awaitIdle} waits
     * for it, however far off it is.
     */
    public Scheduled stepAfter(Duration delay, Runnable task) {
        synchronized (lock) {
            return add(new Entry(now().plus(delay), ++lastNumber, manualNow == null, task));
        }
    }

    private Entry add(Entry entry) {
        if (!closed) {
            entries.add(entry);
            awaited += entry.awaited ? 1 : 0;
            lock.notifyAll();
        }
        return entry;
    }

    private void forget(Entry entry) {
        awaited -= entry.awaited ? 1 : 0;
    }

    /** Keeps the timeline from being idle until what is returned is closed, from any thread; closing again does nothing. */
    public Hold hold() {
        synchronized (lock) {
            holds++;
        }
        return new Hold();
    }

    /**
     * Moves a manual clock, and runs all that becomes due on the way, each at its own time. Returns once everything that
     * these tasks have started is done, too.
     *
     * @param limit how long to wait, in real time, for what a step has started
     * @throws IllegalStateException on real time, from within a task, or if something isn't done within the limit
     */
    public void advance(Duration by, Duration limit) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock can't be moved back: " + by);
        }
        Instant target = now().plus(by);
        do {
            awaitIdle(limit);
        } while (step(target));
    }

    /** Moves on to the next task until the target, and returns whether there was one. */
    private boolean step(Instant target) {
        synchronized (lock) {
            if (manualNow == null) {
                throw new IllegalStateException(
                        "the sandbox runs on real time; builder().manualClock(…) gives it a clock"
                                + " that can be moved");
            }
            Entry next = entries.peek();
            boolean found = next != null && !next.when.isAfter(target);
            Instant reached = found && next != null ? next.when : target;
            if (reached.isAfter(manualNow)) {
                manualNow = reached;
            }
            lock.notifyAll();
            return found;
        }
    }

    /**
     * Waits until no task runs or is due and nobody holds the timeline.
     *
     * @throws IllegalStateException from within a task, or if that takes longer than the limit, in real time
     */
    public void awaitIdle(Duration limit) {
        if (Thread.currentThread() == worker) {
            throw new IllegalStateException("a task of the sandbox can't wait for itself");
        }
        long end = System.nanoTime() + limit.toNanos();
        synchronized (lock) {
            while (!closed && isBusy()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException("still busy after " + limit + ": " + holds
                            + " deliveries or requests under way, " + entries.size() + " tasks to come");
                }
                pause(left);
            }
        }
    }

    private boolean isBusy() {
        Entry next = entries.peek();
        return running || holds > 0 || awaited > 0 || (next != null && !next.when.isAfter(now()));
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void pause(long nanos) {
        try {
            lock.wait(Math.max(1, nanos / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the sandbox", e);
        }
    }

    /** Drops all tasks that have not begun. */
    public void clear() {
        synchronized (lock) {
            dropAll();
        }
    }

    private void dropAll() {
        entries.clear();
        awaited = 0;
        lock.notifyAll();
    }

    /** Drops all tasks and ends the thread; a task that runs at present is waited for by nobody. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            dropAll();
        }
    }

    private void work() {
        Entry entry = next();
        while (entry != null) {
            run(entry);
            entry = next();
        }
    }

    /** Waits for the next task that is due; null once the timeline is closed. */
    private @Nullable Entry next() {
        synchronized (lock) {
            running = false;
            lock.notifyAll();
            while (!closed) {
                Entry head = entries.peek();
                Duration wait = head == null ? null : Duration.between(now(), head.when);
                if (head != null && wait != null && (wait.isNegative() || wait.isZero())) {
                    running = true;
                    entries.remove(head);
                    forget(head);
                    return head;
                }
                waitForChange(wait);
            }
            return null;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void waitForChange(@Nullable Duration wait) {
        try {
            if (wait == null || manualNow != null) {
                lock.wait();
            } else {
                // Rounded up, so that it isn't woken before the time; not for ever, as the system's clock may be set.
                lock.wait(Math.min(wait.toMillis() + 1, 10_000));
            }
        } catch (InterruptedException e) {
            // Nobody has this thread to interrupt it; close() is what ends it.
            LOG.log(Level.DEBUG, "the sandbox's timeline was interrupted", e);
        }
    }

    private static void run(Entry entry) {
        try {
            entry.task.run();
        } catch (RuntimeException | Error e) {
            // One task that fails must not end all others.
            LOG.log(Level.WARNING, "a task of the sandbox has failed", e);
        }
    }

    private final class Entry implements Scheduled {
        private final Instant when;
        private final long number;
        private final boolean awaited;
        private final Runnable task;

        Entry(Instant when, long number, boolean awaited, Runnable task) {
            this.when = when;
            this.number = number;
            this.awaited = awaited;
            this.task = task;
        }

        @Override
        public boolean cancel() {
            synchronized (lock) {
                boolean removed = entries.remove(this);
                if (removed) {
                    forget(this);
                }
                lock.notifyAll();
                return removed;
            }
        }
    }

    /** What is under way outside of the timeline's thread. */
    public final class Hold implements AutoCloseable {
        private boolean released;

        private Hold() {}

        @Override
        public void close() {
            synchronized (lock) {
                if (!released) {
                    released = true;
                    holds--;
                    lock.notifyAll();
                }
            }
        }
    }
}
