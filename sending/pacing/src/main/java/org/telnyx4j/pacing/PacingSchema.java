package org.telnyx4j.pacing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables by which pacers share their limits. The scripts are in the jar, in {@code org/telnyx4j/pacing/schema/}, for each
 * database, and can be run by hand or by a migration tool as well. What is in the tables lives for some seconds; emptying them
 * while nobody sends does no harm.
 */
public final class PacingSchema {
    static final int VERSION = 1;

    private static final List<String> SCRIPTS = List.of("V1__pacing.sql");
    private static final String HOW =
            "run PacingSchema.apply(dataSource), or the scripts in org/telnyx4j/pacing/schema/ of" + " the jar";

    /** Of PostgreSQL's advisory lock: any number will do, as long as nobody else has it. */
    private static final long LOCK = 0x74346a7061636572L;

    private PacingSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several processes
     * may do so at once.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws PacingException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                Dialect dialect = Dialect.of(connection);
                if (dialect == Dialect.POSTGRESQL) {
                    execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
                }
                int version = version(connection, dialect);
                requireKnown(version);
                for (int next = version; next < VERSION; next++) {
                    execute(connection, script(dialect, SCRIPTS.get(next)));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Checks that the tables are there, in a version that this edition works with. Changes nothing.
     *
     * @param dataSource the database
     * @throws PacingException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            int version = version(connection, Dialect.of(connection));
            if (version < VERSION) {
                String found =
                        version == 0 ? "no tables of the pacer" : "version " + version + " of the pacer's tables";
                throw new PacingException("The database has " + found + ": " + HOW, null);
            }
            requireKnown(version);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PacingException failed(SQLException e) {
        return new PacingException(
                "The pacer's database cannot be reached or refused a statement (SQLSTATE " + e.getSQLState() + ")", e);
    }

    private static void requireKnown(int version) {
        if (version > VERSION) {
            throw new PacingException(
                    "The pacer's tables have version " + version
                            + ", and this edition of telnyx4j-pacing knows versions up" + " to " + VERSION
                            + ": use a newer edition",
                    null);
        }
    }

    /** Asks without an error, which would end PostgreSQL's transaction. The schema is that of the connection. */
    private static int version(Connection connection, Dialect dialect) throws SQLException {
        String question = dialect == Dialect.POSTGRESQL
                ? "select to_regclass('telnyx4j_pacing_schema') is not null"
                : "select count(*) > 0 from information_schema.tables where lower(table_name) = 'telnyx4j_pacing_schema'"
                        + " and table_schema = current_schema";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(question)) {
                if (!row.next() || !row.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("select max(version) from telnyx4j_pacing_schema")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String script(Dialect dialect, String name) {
        String path = "schema/" + dialect.folder() + "/" + name;
        try (InputStream stream = PacingSchema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
