package org.telnyx4j.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that the tables are for. */
public enum DatabaseProduct {
    /** PostgreSQL. */
    POSTGRESQL("postgresql", "clock_timestamp()"),
    /** H2. Its clock stands still within a transaction. */
    H2("h2", "current_timestamp");

    private final String folder;
    private final String clock;

    DatabaseProduct(String folder, String clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Returns the product of a connection.
     *
     * @param connection the connection
     * @param errors what a product that is neither is refused with
     * @return the product
     * @throws SQLException if the connection is of no use
     */
    public static DatabaseProduct of(Connection connection, DatabaseErrors<?> errors) throws SQLException {
        for (DatabaseProduct product : values()) {
            if (product.isOf(connection)) {
                return product;
            }
        }
        throw errors.unsupported(connection.getMetaData().getDatabaseProductName());
    }

    /** Returns whether a connection is to this product. */
    boolean isOf(Connection connection) throws SQLException {
        return folder.equals(connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the name of the folder with the scripts.
     *
     * @return the name
     */
    public String folder() {
        return folder;
    }

    /**
     * Returns the SQL expression for the present time.
     *
     * @return an expression of the type timestamp with time zone
     */
    public String clock() {
        return clock;
    }
}
