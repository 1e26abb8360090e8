package org.telnyx4j.internal.database;

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
 * The tables of one module in the versions that there are of them. Each script brings them from one version to the next and
 * writes that version into the module's table of versions. Stateless.
 *
 * <p>Each script for H2 begins with {@code set write_delay 0}, which the database keeps. With its default H2 writes what is
 * committed up to a second later, and a process that is killed takes it along: a STOP, after which texts would go on; a claim,
 * after which a job would be sent twice; or what was leased of a limit, after which another process would use the same part
 * of it again within its window.
 *
 * @param <E> the module's exception
 */
public final class VersionedSchema<E extends RuntimeException> {
    /** H2 has no locks of PostgreSQL's kind, and mostly runs in one process alone. */
    private static final Object IN_THIS_PROCESS = new Object();

    /** Of PostgreSQL's advisory locks: any numbers will do, as long as nobody else has them. */
    private static final long LOCKS = 0x74346aL << 40;

    private final DatabaseErrors<E> errors;
    private final String artifact;
    private final String table;
    private final List<String> scripts;

    /**
     * Creates the schema of a module.
     *
     * @param errors the module's exceptions, which know where the scripts are
     * @param artifact the module's artifact, for its errors
     * @param table the table of versions, in lower case
     * @param scripts the names of the scripts, the first of which creates version 1
     */
    public VersionedSchema(DatabaseErrors<E> errors, String artifact, String table, List<String> scripts) {
        this.errors = errors;
        this.artifact = artifact;
        this.table = table;
        this.scripts = List.copyOf(scripts);
    }

    /**
     * Creates the tables, or brings them to the newest version.
     *
     * @param dataSource the database, with a user that may create tables
     */
    public void apply(DataSource dataSource) {
        synchronized (IN_THIS_PROCESS) {
            try {
                boolean unused = Transactions.once(dataSource).run(connection -> {
                    bringUpToDate(connection);
                    return true;
                });
            } catch (SQLException e) {
                throw errors.translate(e);
            }
        }
    }

    private void bringUpToDate(Connection connection) throws SQLException {
        DatabaseProduct product = DatabaseProduct.of(connection, errors);
        try (Statement statement = connection.createStatement()) {
            if (product == DatabaseProduct.POSTGRESQL) {
                statement.execute("select pg_advisory_xact_lock(" + (LOCKS + (table.hashCode() & 0xffffffffL)) + ")");
            }
            int version = version(connection, product);
            requireNotNewer(version);
            for (String script : scripts.subList(version, scripts.size())) {
                statement.execute(text("schema/" + product.folder() + "/" + script));
            }
        }
    }

    /**
     * Checks that the tables are there, in the newest version. Changes nothing.
     *
     * @param dataSource the database
     */
    public void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            int version = version(connection, DatabaseProduct.of(connection, errors));
            if (version == 0) {
                throw errors.missing(null, null);
            }
            if (version < scripts.size()) {
                throw errors.version(version, "this edition needs " + scripts.size() + ": " + errors.apply());
            }
            requireNotNewer(version);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    private void requireNotNewer(int version) {
        if (version > scripts.size()) {
            throw errors.version(
                    version,
                    "this edition of " + artifact + " knows versions up to " + scripts.size()
                            + ": use a newer edition");
        }
    }

    /**
     * Returns the newest version that was applied, or 0 where there is no table. Asks without an error, which would end
     * PostgreSQL's transaction. The schema is that of the connection.
     */
    private int version(Connection connection, DatabaseProduct product) throws SQLException {
        String question = product == DatabaseProduct.POSTGRESQL
                ? "select to_regclass('" + table + "') is not null"
                : "select count(*) > 0 from information_schema.tables where lower(table_name) = '" + table
                        + "' and table_schema = current_schema";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(question)) {
                if (!row.next() || !row.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("select max(version) from " + table)) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private String text(String path) {
        try (InputStream stream = errors.facade().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
