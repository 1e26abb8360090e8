package org.telnyx4j.outbox;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.database.Statements;
import org.telnyx4j.messaging.Cost;

/** Reads and writes the columns of jobs. */
final class JobRows {
    /** Every column that a {@link JobInfo} has, in the order in which {@link #read} expects them. */
    static final String COLUMNS =
            "id, tenant, kind, operation, target, payload, unique_key, priority, any_time, not_before,"
                    + " expires_at, state, reason, error_code, attempts, failures, token, findable, claimed_by, claimed_at, settle_until, message_id,"
                    + " delivery_status, cost, cost_currency, parts, created_at, changed_at, next_at, sent_at, finished_at";

    private JobRows() {}

    static JobInfo read(ResultSet row) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        String currency = row.getString("cost_currency");
        int parts = row.getInt("parts");
        boolean hasParts = !row.wasNull();
        return new JobInfo(new JobInfo.Row(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("tenant"),
                row.getString("kind"),
                row.getString("operation"),
                row.getString("target"),
                row.getString("payload"),
                row.getString("unique_key"),
                row.getInt("priority"),
                row.getBoolean("any_time"),
                required(row, "not_before"),
                instant(row, "expires_at"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("error_code"),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getString("token"),
                row.getBoolean("findable"),
                row.getString("claimed_by"),
                instant(row, "claimed_at"),
                instant(row, "settle_until"),
                row.getString("message_id"),
                row.getString("delivery_status"),
                cost == null || currency == null ? null : new Cost(cost.stripTrailingZeros(), currency),
                hasParts ? parts : null,
                required(row, "created_at"),
                required(row, "changed_at"),
                instant(row, "next_at"),
                instant(row, "sent_at"),
                instant(row, "finished_at")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Prepares a statement with its parameters; the ids of jobs are UUIDs. */
    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        return Statements.prepare(connection, sql, columns(values));
    }

    /** Returns how many rows a statement has changed. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return Statements.update(connection, sql, columns(values));
    }

    /** Sets the parameters of the next statement of a batch. */
    static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        Statements.set(statement, columns(values));
    }

    private static @Nullable Object[] columns(@Nullable Object[] values) {
        @Nullable Object[] columns = values.clone();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] instanceof JobId id) {
                columns[i] = id.value();
            }
        }
        return columns;
    }

    static Object orNull(@Nullable Instant time) {
        return time == null ? Statements.Null.TIME : time;
    }

    static Object orNull(@Nullable Number number) {
        return number == null ? Statements.Null.NUMBER : number;
    }
}
