package org.telnyx4j.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Runs work in transactions of its own, again and at once where the database has rolled it back for another one's sake. So
 * the work must have no effect outside of the database: no request to Telnyx is sent in it. Safe for use by any number of
 * threads.
 */
public final class Transactions {
    private static final int MOST_TRIES = 10;

    private final DataSource dataSource;
    private final int mostTries;

    private Transactions(DataSource dataSource, int mostTries) {
        this.dataSource = dataSource;
        this.mostTries = mostTries;
    }

    /**
     * Something that is done in one transaction, and may be done again where that was rolled back.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it.
         *
         * @param connection the connection, whose transaction is committed afterwards, and rolled back if this throws
         * @return what the caller gets
         * @throws SQLException if the database refuses it
         */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Returns transactions that are tried ten times at most.
     *
     * @param dataSource the database
     * @return the transactions
     */
    public static Transactions repeated(DataSource dataSource) {
        return new Transactions(dataSource, MOST_TRIES);
    }

    static Transactions once(DataSource dataSource) {
        return new Transactions(dataSource, 1);
    }

    /**
     * Does something in a transaction, on a connection of its own.
     *
     * @param <T> what it returns
     * @param work what to do
     * @return what the work returned
     * @throws SQLException if the database refused it, or did not confirm the commit
     */
    public <T> T run(Work<T> work) throws SQLException {
        return connected(false, connection -> tried(connection, work));
    }

    /**
     * Does several things on one connection, each in a transaction, so that no lock is held longer than one of them takes.
     *
     * @param <T> what each returns
     * @param works what to do
     * @param committed gets what each returned, in their order, as soon as that is committed
     * @throws SQLException if the database refused one, or did not confirm its commit; those before have been committed, and
     *     those after were not tried
     */
    public <T> void runEach(List<Work<T>> works, Consumer<? super T> committed) throws SQLException {
        boolean unused = connected(false, connection -> {
            for (Work<T> work : works) {
                committed.accept(tried(connection, work));
            }
            return true;
        });
    }

    /**
     * Does something that is one statement, and so needs no commit of its own: a way to the database and back less.
     *
     * @param <T> what it returns
     * @param work what to do
     * @return what the work returned
     * @throws SQLException if the database refused it, or did not confirm it
     */
    public <T> T statement(Work<T> work) throws SQLException {
        return connected(true, connection -> tried(connection, work));
    }

    private <T> T tried(Connection connection, Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return transaction(connection, work);
            } catch (SQLException e) {
                if (tries >= mostTries || !SqlFailure.isRepeatable(e)) {
                    throw e;
                }
            }
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean done = connection.getAutoCommit();
        try {
            T result = work.in(connection);
            if (!done) {
                connection.commit();
                done = true;
            }
            return result;
        } finally {
            if (!done) {
                quietly(connection::rollback);
            }
        }
    }

    private <T> T connected(boolean autoCommit, Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(autoCommit);
            try {
                return work.in(connection);
            } finally {
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
}
