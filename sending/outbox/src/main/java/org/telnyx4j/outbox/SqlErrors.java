package org.telnyx4j.outbox;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the errors of databases into sentences that say what to do. */
final class SqlErrors {
    /** PostgreSQL's undefined table, and H2's two. */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final Set<String> READ_ONLY = Set.of("25006", "90097");
    private static final Set<String> ENDED_BY_SERVER = Set.of("57P01", "57P02", "57P03", "57P05", "90121", "90098");
    private static final Set<String> RETRY_TRANSACTION = Set.of("40001", "40P01");

    /** In H2, of two transactions with one key, the second gets it; tried again, it finds the first one's job. */
    private static final String DUPLICATE = "23505";

    /** Of values that don't fit. What PostgreSQL writes of these can quote the row. */
    private static final Set<String> CLASSES_THAT_QUOTE = Set.of("22", "23");

    private SqlErrors() {}

    static OutboxException translate(SQLException error) {
        String state = error.getSQLState();
        return new OutboxException(sentence(error, state), state, isForGood(error) ? null : error);
    }

    private static String sentence(SQLException error, @Nullable String state) {
        if (state != null && MISSING_TABLE.contains(state)) {
            return OutboxSchema.MISSING;
        }
        if ((state != null && READ_ONLY.contains(state)) || error.getErrorCode() == 90097) {
            return "The outbox's database is read-only: connect to the primary, with a user that may write";
        }
        if (state != null && state.startsWith("53")) {
            return "The outbox's database has run out of connections, memory or disk (SQLSTATE " + state + ")";
        }
        if (isUnreachable(error)) {
            return "The outbox's database cannot be reached, or its pool has no free connection (SQLSTATE "
                    + (state == null ? "none" : state) + ")";
        }
        return "The outbox's database refused a statement (SQLSTATE " + (state == null ? "none" : state) + ", code "
                + error.getErrorCode() + ")";
    }

    /** Returns whether the connection is of no use any more, so that a statement may or may not have had its effect. */
    static boolean isUnreachable(SQLException error) {
        String state = error.getSQLState();
        return error instanceof SQLTransientConnectionException
                || error instanceof SQLTimeoutException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57")
                || ENDED_BY_SERVER.contains(state);
    }

    /** Returns whether the database will never take these values, so that there is no use in trying again. */
    static boolean isForGood(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.length() >= 2 && CLASSES_THAT_QUOTE.contains(state.substring(0, 2));
    }

    /** Returns whether the whole transaction can simply be done again. */
    static boolean isRetryable(SQLException error) {
        String state = error.getSQLState();
        return state != null && (RETRY_TRANSACTION.contains(state) || DUPLICATE.equals(state));
    }
}
