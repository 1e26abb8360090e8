package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements in transactions of their own. Safe for use by any number of threads. */
final class Database {
    private static final int MOST_TRIES = 5;

    private final DataSource dataSource;
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable DatabaseClock clock;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something that is done in one transaction, and may be done again where the database has refused it. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Does something in a transaction of its own, again where the database has ended it for another one's sake. */
    <T> T transaction(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work, false);
            } catch (SQLException e) {
                if (tries >= MOST_TRIES || !SqlErrors.isRetryable(e)) {
                    throw e;
                }
            }
        }
    }

    /** Does something that is one statement, and so needs no commit of its own: a way to the database and back less. */
    <T> T statement(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work, true);
            } catch (SQLException e) {
                if (tries >= MOST_TRIES || !SqlErrors.isRetryable(e)) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #transaction}, for callers outside of this package. */
    <T> T call(Work<T> work) {
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private <T> T once(Work<T> work, boolean autoCommit) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(autoCommit);
            boolean committed = autoCommit;
            try {
                T result = work.in(connection);
                if (!autoCommit) {
                    connection.commit();
                    committed = true;
                }
                return result;
            } finally {
                if (!committed) {
                    quietly(connection::rollback);
                }
                quietly(() -> connection.setAutoCommit(before));
            }
        } finally {
            quietly(connection::close);
        }
    }

    /** Something that tidies up. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    /**
     * What tidies up must not hide what happened before: whether the commit succeeded. A connection that is of no use is
     * rolled back by the database, and thrown away by its pool.
     */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException connectionIsOfNoUse) {
            // See above.
        }
    }

    Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    /** Returns the time, by the database's clock. */
    Instant now() throws SQLException {
        DatabaseClock known = clock;
        return known == null ? transaction(connection -> clock(connection).now(connection)) : known.now();
    }

    DatabaseClock clock(Connection connection) throws SQLException {
        DatabaseClock known = clock;
        if (known == null) {
            known = new DatabaseClock(dataSource, dialect(connection));
            clock = known;
        }
        return known;
    }
}
