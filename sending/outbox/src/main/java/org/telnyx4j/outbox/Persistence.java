package org.telnyx4j.outbox;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telnyx4j.internal.database.SqlFailure;
import org.telnyx4j.internal.database.Transactions;

/**
 * Writes what must not be lost: it goes on trying while the process lives, since nobody else knows it. Each of these writes can
 * be repeated. Safe for use by any number of threads.
 */
final class Persistence {
    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Database database;

    /** When to give up, by {@link System#nanoTime}; only while the outbox is closed. */
    private volatile long deadline;

    private volatile boolean isClosing;

    Persistence(Database database) {
        this.database = database;
    }

    /** Gives up on what has not been written after a time. It is found out later, by another worker. */
    void closeWithin(Duration atMost) {
        deadline = System.nanoTime() + atMost.toNanos();
        isClosing = true;
    }

    /**
     * Writes something, for as long as it takes.
     *
     * @throws SQLException if the outbox is closed before it could be written, or the database will never take it
     */
    <T> T write(Transactions.Work<T> work) throws SQLException {
        // An interrupted thread gets no connection from a pool. It has ended its wait; this is what it is still to do.
        boolean interrupted = Thread.interrupted();
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                try {
                    return database.transaction(work);
                } catch (SQLException e) {
                    if (pause.equals(FIRST_PAUSE)) {
                        LOG.warn(
                                "What became of a job could not be written (SQLSTATE {}); this is tried again until it is.",
                                e.getSQLState());
                    }
                    if (SqlFailure.isForGood(e) || (isClosing && System.nanoTime() - deadline > 0)) {
                        throw e;
                    }
                }
                interrupted |= sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
