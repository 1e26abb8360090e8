package org.telnyx4j.internal.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Creates the exceptions of one module: one sentence with what to do, which quotes no value of a row.
 *
 * @param <E> the module's exception
 */
public final class DatabaseErrors<E extends RuntimeException> {
    /**
     * Creates the module's exception.
     *
     * @param <E> the module's exception
     */
    @FunctionalInterface
    public interface Factory<E extends RuntimeException> {
        /**
         * Creates it.
         *
         * @param message the sentence
         * @param sqlState the SQLSTATE, or null where the database had none
         * @param cause the cause, or null where there is none or it may quote a row
         * @return the exception
         */
        E create(String message, @Nullable String sqlState, @Nullable Throwable cause);
    }

    private final String subject;
    private final Class<?> facade;
    private final Factory<E> factory;

    /**
     * Creates the errors of a module.
     *
     * @param subject whose tables they are, as in "The tables of the outbox"
     * @param facade the public class whose {@code apply} creates the tables, with the scripts in {@code schema} beside it
     * @param factory creates the module's exception
     */
    public DatabaseErrors(String subject, Class<?> facade, Factory<E> factory) {
        this.subject = subject;
        this.facade = facade;
        this.factory = factory;
    }

    Class<?> facade() {
        return facade;
    }

    String apply() {
        return "run " + facade.getSimpleName() + ".apply(dataSource)";
    }

    E missing(@Nullable String sqlState, @Nullable Throwable cause) {
        return factory.create(
                "The database has no tables of " + subject + ": " + apply() + ", or the scripts in "
                        + facade.getPackageName().replace('.', '/') + "/schema/ of the jar",
                sqlState,
                cause);
    }

    E version(int found, String problem) {
        return factory.create("The tables of " + subject + " have version " + found + ", and " + problem, null, null);
    }

    E unsupported(String product) {
        return factory.create(
                "The tables of " + subject + " can be in PostgreSQL, and in H2 for trying it out, but not in "
                        + product,
                null,
                null);
    }

    /**
     * Turns an error of the database into the module's exception. What may quote a row is not its cause.
     *
     * @param error the error
     * @return the exception, to be thrown
     */
    public E translate(SQLException error) {
        SQLException cause = SqlFailure.isForGood(error) ? null : error;
        return SqlFailure.isMissingTable(error)
                ? missing(error.getSQLState(), cause)
                : factory.create("The database of " + subject + " " + problem(error), error.getSQLState(), cause);
    }

    private static String problem(SQLException error) {
        if (SqlFailure.isReadOnly(error)) {
            return "is read-only: connect to the primary, with a user that may write";
        }
        String state = "(SQLSTATE " + (error.getSQLState() == null ? "none" : error.getSQLState());
        if (SqlFailure.isExhausted(error)) {
            return "has run out of connections, memory or disk " + state + ")";
        }
        if (SqlFailure.isTooLong(error)) {
            return "did not carry out a statement in time, such as for a row that somebody has locked " + state + ")";
        }
        if (SqlFailure.isUnreachable(error)) {
            return "cannot be reached in time, or its pool has no free connection " + state + ")";
        }
        return "refused a statement " + state + ", code " + error.getErrorCode() + ")";
    }
}
