package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs between the databases. */
enum Dialect {
    POSTGRESQL("postgresql", "clock_timestamp()"),
    H2("h2", "current_timestamp");

    private final String folder;
    private final String clock;

    Dialect(String folder, String clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            default ->
                throw new OutboxException(
                        "The outbox works on PostgreSQL, and on H2 for trying it out, but not on " + product,
                        null,
                        null);
        };
    }

    /** Returns where the scripts are. */
    String folder() {
        return folder;
    }

    /** Returns the expression for the present time. */
    String clock() {
        return clock;
    }
}
