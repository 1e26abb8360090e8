package org.telnyx4j.internal.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What the error of a database means for what is to be done next. By SQLSTATE, since the drivers' exceptions differ. */
public final class SqlFailure {
    /** PostgreSQL's undefined table, and H2's three. */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final int H2_IS_READ_ONLY = 90097;
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    /** H2 is closed, or is being closed. */
    private static final Set<String> H2_IS_CLOSED = Set.of("90098", "90121");

    private static final int H2_LOCK_TIMEOUT = 50200;

    /** A statement that was cancelled, and PostgreSQL's lock timeout. */
    private static final Set<String> TOO_LONG = Set.of("57014", "55P03");

    /** In H2, of two transactions that add one key, the second gets it; tried again, it finds the first one's row. */
    private static final String DUPLICATE = "23505";

    /** The one of class 40 after which the transaction may have been committed. */
    private static final String COMPLETION_UNKNOWN = "40003";

    private SqlFailure() {}

    private static String state(SQLException error) {
        String state = error.getSQLState();
        return state == null ? "" : state;
    }

    static boolean isMissingTable(SQLException error) {
        return MISSING_TABLE.contains(state(error));
    }

    static boolean isReadOnly(SQLException error) {
        return READ_ONLY.contains(state(error)) || error.getErrorCode() == H2_IS_READ_ONLY;
    }

    static boolean isExhausted(SQLException error) {
        return state(error).startsWith("53");
    }

    /** Returns whether a statement was ended since it took too long, such as one that waited for a locked row. */
    static boolean isTooLong(SQLException error) {
        return TOO_LONG.contains(state(error)) || error.getErrorCode() == H2_LOCK_TIMEOUT;
    }

    /** Returns whether the database cannot be reached in time, so that a statement may or may not have had its effect. */
    static boolean isUnreachable(SQLException error) {
        String state = state(error);
        return error instanceof SQLTransientConnectionException
                || error instanceof SQLTimeoutException
                || state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57")
                || H2_IS_CLOSED.contains(state);
    }

    /**
     * Returns whether the database will never take these values, so that there is no use in trying again. What PostgreSQL
     * writes of these can quote the row.
     *
     * @param error the error
     * @return true for the classes 22 and 23
     */
    public static boolean isForGood(SQLException error) {
        String state = state(error);
        return state.startsWith("22") || state.startsWith("23");
    }

    /**
     * Returns whether the database has rolled the transaction back for another one's sake: a deadlock, or a serialization
     * failure. Nothing of it was done, and it is likely to succeed if it is simply done again.
     *
     * @param error the error
     * @return true for class 40, except for the state that leaves open whether it was committed
     */
    public static boolean isRolledBack(SQLException error) {
        String state = state(error);
        return state.startsWith("40") && !state.equals(COMPLETION_UNKNOWN);
    }

    /**
     * Returns whether another transaction was in the way, so that this one can simply be done again. Not where it has waited for
     * the other one until its time was over, as with H2's lock timeout: it would only wait for as long once more.
     *
     * @param error the error
     * @return true where it was rolled back, or another one has just added the same key
     */
    public static boolean isRepeatable(SQLException error) {
        return isRolledBack(error) || state(error).equals(DUPLICATE);
    }
}
