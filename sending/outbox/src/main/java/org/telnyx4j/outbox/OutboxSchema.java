package org.telnyx4j.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The tables of the outbox: {@code telnyx4j_outbox} with one row for each job, {@code telnyx4j_outbox_tasks} with what
 * waits for a worker, and {@code telnyx4j_outbox_schema} with the versions. The scripts are in the jar, in
 * {@code org/telnyx4j/outbox/schema/}, for each database, and can be run by hand or by a migration tool as well.
 *
 * <p>To upgrade a fleet that runs: apply the new version, and then replace the processes one by one. Each version of the
 * tables is such that workers of the edition before go on with it. A process of that edition that is started afterwards is
 * refused by {@link #check}, with the version that it needs.
 */
public final class OutboxSchema {
    /** The newest version that this edition knows. */
    static final int VERSION = 1;

    static final String MISSING = "The database has no tables of the outbox: run OutboxSchema.apply(dataSource), or the"
            + " scripts in org/telnyx4j/outbox/schema/ of the jar";

    /** The scripts in their order. */
    private static final String[] SCRIPTS = {"V1__outbox.sql"};

    /** Of PostgreSQL's advisory lock: any number will do, as long as nobody else has it. */
    private static final long LOCK = 0x74346a6f7574626fL;

    /** For H2, which has no such locks, and mostly runs in one process alone. */
    private static final Object IN_THIS_PROCESS = new Object();

    private OutboxSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several
     * processes may do so at once.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws OutboxException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        synchronized (IN_THIS_PROCESS) {
            applyAlone(dataSource);
        }
    }

    private static void applyAlone(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                Dialect dialect = Dialect.of(connection);
                lock(connection, dialect);
                int version = version(connection);
                requireNotNewer(version);
                for (int next = version; next < VERSION; next++) {
                    execute(connection, script(dialect, SCRIPTS[next]));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Checks that the tables are there, in a version that this edition works with. Changes nothing.
     *
     * @param dataSource the database
     * @throws OutboxException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            check(connection);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    static void check(Connection connection) throws SQLException {
        Dialect.of(connection);
        int version = version(connection);
        if (version == 0) {
            throw new OutboxException(MISSING, null, null);
        }
        if (version < VERSION) {
            throw new OutboxException(
                    "The tables of the outbox have version " + version + ", and this edition needs " + VERSION
                            + ": run OutboxSchema.apply(dataSource)",
                    null,
                    null);
        }
        requireNotNewer(version);
    }

    private static void requireNotNewer(int version) {
        if (version > VERSION) {
            throw new OutboxException(
                    "The tables of the outbox have version " + version + ", and this edition of telnyx4j-outbox knows"
                            + " versions up to " + VERSION + ": use a newer edition",
                    null,
                    null);
        }
    }

    /** Two processes must not create the tables at once. */
    private static void lock(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
        }
    }

    /** Returns the newest version that was applied, or 0 where there is no table. */
    private static int version(Connection connection) throws SQLException {
        if (!hasTable(connection)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(version) from telnyx4j_outbox_schema")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Asks without an error, which would end PostgreSQL's transaction. The schema is that of the connection. */
    private static boolean hasTable(Connection connection) throws SQLException {
        String question = Dialect.of(connection) == Dialect.POSTGRESQL
                ? "select to_regclass('telnyx4j_outbox_schema') is not null"
                : "select count(*) > 0 from information_schema.tables where lower(table_name) = 'telnyx4j_outbox_schema'"
                        + " and table_schema = current_schema";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String script(Dialect dialect, String name) {
        String path = "schema/" + dialect.folder() + "/" + name;
        try (InputStream stream = OutboxSchema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
