package org.telnyx4j.optouts;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns errors of databases into sentences that name what to do. */
final class SqlErrors {
    /** PostgreSQL's undefined table, and H2's. */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final Set<String> READ_ONLY = Set.of("25006", "90097");
    private static final Set<String> REPEATABLE = Set.of("23505", "40001", "40P01");

    /** What PostgreSQL writes of these can quote values of the row. */
    private static final Set<String> CLASSES_THAT_QUOTE = Set.of("22", "23");

    private SqlErrors() {}

    static OptOutStoreException translate(SQLException error) {
        String state = error.getSQLState();
        boolean mayQuote = state != null && state.length() >= 2 && CLASSES_THAT_QUOTE.contains(state.substring(0, 2));
        return new OptOutStoreException(sentence(error, state), state, mayQuote ? null : error);
    }

    private static String sentence(SQLException error, @Nullable String state) {
        String shown = "(SQLSTATE " + (state == null ? "none" : state) + ")";
        if (state != null && MISSING_TABLE.contains(state)) {
            return OptOutSchema.MISSING;
        }
        if (state != null && READ_ONLY.contains(state)) {
            return "The database of opt-outs is read-only: connect to the primary, with a user that may write";
        }
        if (state != null && state.startsWith("53")) {
            return "The database of opt-outs has run out of connections, memory or disk " + shown;
        }
        boolean unreachable = error instanceof SQLTransientConnectionException
                || error instanceof SQLTimeoutException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57")
                || state.equals("90098")
                || state.equals("90121");
        return unreachable
                ? "The database of opt-outs cannot be reached in time, or its pool has no free connection " + shown
                : "The database of opt-outs refused a statement " + shown;
    }

    /** Returns whether another transaction was in the way, so that this one can simply be done again. */
    static boolean isRepeatable(SQLException error) {
        return error.getSQLState() != null && REPEATABLE.contains(error.getSQLState());
    }
}
