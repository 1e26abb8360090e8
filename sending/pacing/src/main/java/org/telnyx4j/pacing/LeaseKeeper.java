package org.telnyx4j.pacing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for what is due, on a thread of its own, so that no send ever waits for a database that is slow or away
 * longer than its own deadline. The thread starts with the first limit that is wanted, and ends when there has been none for a
 * while.
 */
final class LeaseKeeper implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("org.telnyx4j.pacing");
    private static final long LONGEST_IDLE = Duration.ofSeconds(30).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final PaceTime time = PaceTime.system();
    private final Leases leases;
    private final Runnable onChange;
    private @Nullable Thread thread;
    private boolean news;
    private boolean closed;
    private boolean away;

    LeaseKeeper(SlotTable table, String holder, Duration renewal, Runnable onChange) {
        this.leases = new Leases(table, holder, time, renewal, this::wake);
        this.onChange = onChange;
    }

    PaceTime time() {
        return time;
    }

    Supplies of(String account, double margin) {
        return leases.of(account, margin);
    }

    private void wake() {
        lock.lock();
        try {
            news = true;
            if (thread == null && !closed) {
                thread = new Thread(this::run, "telnyx4j-pacing");
                thread.setDaemon(true);
                thread.start();
            }
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitDue()) {
            try {
                leases.exchange();
                away = false;
            } catch (SQLException | RuntimeException e) {
                if (!away) {
                    LOGGER.log(
                            System.Logger.Level.WARNING,
                            "The pacer''s database does not respond; sends go on within what is leased: {0}",
                            e.getClass().getName());
                }
                away = true;
            }
            onChange.run();
        }
    }

    private boolean awaitDue() {
        lock.lock();
        try {
            long idleSince = time.nanoTime();
            while (!closed) {
                long now = time.nanoTime();
                long next = leases.nextExchange(now);
                if (next <= now) {
                    news = false;
                    return true;
                }
                if (now - idleSince > LONGEST_IDLE && !news) {
                    break;
                }
                news = false;
                awaitUntil(Math.min(next, now + LONGEST_IDLE) - now);
            }
            thread = null;
            return false;
        } catch (InterruptedException e) {
            thread = null;
            return false;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The loop is where it is called.
    private void awaitUntil(long nanos) throws InterruptedException {
        boolean unused = wanted.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends the thread and gives back what is leased; if the database is away, it comes back by itself. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        try {
            leases.leave();
        } catch (SQLException | RuntimeException e) {
            LOGGER.log(
                    System.Logger.Level.DEBUG,
                    "The pacer''s database does not respond; what is leased ends by itself: {0}",
                    e.getClass().getName());
        }
    }
}
