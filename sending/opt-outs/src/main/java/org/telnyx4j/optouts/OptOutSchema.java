package org.telnyx4j.optouts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The tables of {@link JdbcOptOutStore}: {@code telnyx4j_opt_outs}, {@code telnyx4j_opt_outs_senders}, and {@code
 * telnyx4j_opt_outs_schema} with the versions. The scripts are in the jar, in {@code org/telnyx4j/optouts/schema/}, for
 * PostgreSQL and H2, and can be run by hand or by a migration tool as well.
 */
public final class OptOutSchema {
    /** The newest version that this edition knows. */
    static final int VERSION = 1;

    static final String MISSING = "The database has no tables of opt-outs: run OptOutSchema.apply(dataSource), or the"
            + " scripts in org/telnyx4j/optouts/schema/ of the jar";

    private static final String[] SCRIPTS = {"V1__opt_outs.sql"};

    /** Of PostgreSQL's advisory lock: any number will do, as long as nobody else has it. */
    private static final long LOCK = 0x74346a6f70746f75L;

    private OptOutSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several
     * processes may do so at once; on H2, one of them may have to try again.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws OptOutStoreException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                bringUpToDate(connection);
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

    private static void bringUpToDate(Connection connection) throws SQLException {
        String folder = folder(connection);
        try (Statement statement = connection.createStatement()) {
            if (folder.equals("postgresql")) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            int version = version(connection, folder);
            requireNotNewer(version);
            for (int next = version; next < VERSION; next++) {
                statement.execute(script("schema/" + folder + "/" + SCRIPTS[next]));
            }
        }
    }

    /**
     * Checks that the tables are there, in this edition's version. Changes nothing.
     *
     * @param dataSource the database
     * @throws OptOutStoreException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            int version = version(connection, folder(connection));
            if (version == 0) {
                throw new OptOutStoreException(MISSING, null, null);
            }
            if (version < VERSION) {
                throw new OptOutStoreException(
                        "The tables of opt-outs have version " + version + ", and this edition needs " + VERSION
                                + ": run OptOutSchema.apply(dataSource)",
                        null,
                        null);
            }
            requireNotNewer(version);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static void requireNotNewer(int version) {
        if (version > VERSION) {
            throw new OptOutStoreException(
                    "The tables of opt-outs have version " + version + ", and this edition of telnyx4j-opt-outs knows"
                            + " versions up to " + VERSION + ": use a newer edition",
                    null,
                    null);
        }
    }

    private static String folder(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String folder = product.toLowerCase(Locale.ROOT);
        if (!folder.equals("postgresql") && !folder.equals("h2")) {
            throw new OptOutStoreException(
                    "The store of opt-outs works on PostgreSQL and H2, but not on " + product, null, null);
        }
        return folder;
    }

    /** Returns the newest version that was applied, or 0 where there is no table; asks without an error. */
    private static int version(Connection connection, String folder) throws SQLException {
        String question = folder.equals("postgresql")
                ? "select to_regclass('telnyx4j_opt_outs_schema') is not null"
                : "select count(*) > 0 from information_schema.tables where lower(table_name) ="
                        + " 'telnyx4j_opt_outs_schema' and table_schema = current_schema";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(question)) {
                if (!row.next() || !row.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("select max(version) from telnyx4j_opt_outs_schema")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static String script(String path) {
        try (InputStream stream = OptOutSchema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
