package org.telnyx4j.benchmarks.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of a job. Read with plain SQL, so that the judge trusts nothing of what it judges.
 *
 * @param key its key
 * @param state where it stands
 * @param reason why
 * @param messageId the id of its message
 * @param attempts how often it was claimed
 */
record JobRow(
        String key,
        String state,
        @Nullable String reason,
        @Nullable String messageId,
        int attempts) {
    /** Returns all, by their keys. */
    static Map<String, JobRow> all(DataSource source) throws SQLException {
        Map<String, JobRow> rows = new HashMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select unique_key, state, reason, message_id, attempts from telnyx4j_outbox");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                JobRow row = new JobRow(
                        String.valueOf(found.getString(1)),
                        String.valueOf(found.getString(2)),
                        found.getString(3),
                        found.getString(4),
                        found.getInt(5));
                if (rows.put(row.key, row) != null) {
                    throw new SQLException("Two rows have the key " + row.key);
                }
            }
        }
        return rows;
    }

    /** Counts them by state. */
    static Map<String, Integer> counts(DataSource source) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select state, count(*) from telnyx4j_outbox group by state");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                counts.put(String.valueOf(found.getString(1)), found.getInt(2));
            }
        }
        return counts;
    }

    /** Returns the worker that has claimed a job, or null. */
    static @Nullable String claimedBy(DataSource source, String key) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select claimed_by from telnyx4j_outbox where unique_key = ?")) {
            select.setString(1, key);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }
}
