package org.telnyx4j.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Prepares statements with their parameters. Stateless. */
public final class Statements {
    /** A null of a type: PostgreSQL wants to know the type also of what is null. */
    public enum Null {
        /** No timestamp with time zone. */
        TIME(Types.TIMESTAMP_WITH_TIMEZONE),
        /** No number. */
        NUMBER(Types.NUMERIC);

        private final int type;

        Null(int type) {
            this.type = type;
        }
    }

    private Statements() {}

    /**
     * Prepares a statement.
     *
     * @param connection the connection
     * @param sql the statement
     * @param values its parameters from the first one on. An {@link Instant} is a timestamp with time zone, an enum its name,
     *     and a null a string, unless it is a {@link Null}
     * @return the statement, which is the caller's to close
     * @throws SQLException if the connection is of no use
     */
    public static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            set(statement, values);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * Carries out a statement that changes rows.
     *
     * @param connection the connection
     * @param sql the statement
     * @param values its parameters, as of {@link #prepare}
     * @return how many rows it has changed
     * @throws SQLException if the database refuses it
     */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /**
     * Sets parameters of a statement, such as of the next one of a batch.
     *
     * @param statement the statement
     * @param values its parameters, as of {@link #prepare}
     * @throws SQLException if there are too many
     */
    public static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof Instant time) {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Null none) {
            statement.setNull(index, none.type);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            statement.setObject(index, value);
        }
    }
}
