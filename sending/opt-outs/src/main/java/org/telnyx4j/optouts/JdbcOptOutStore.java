package org.telnyx4j.optouts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps opt-outs in PostgreSQL, or in H2 for trying it out. Any number of processes may share the tables, which {@link
 * OptOutSchema} creates.
 *
 * <p>A send costs one query by primary key. Each call takes a connection of the data source for itself, outside of any
 * transaction of the application, and a statement may take 5 s unless set otherwise. Give the pool a connection timeout that is
 * shorter than the deadline of sends: a thread that waits for a connection is not woken by the client.
 *
 * <p>The numbers are stored as they are. Errors are {@link OptOutStoreException}s, which quote none.
 */
public final class JdbcOptOutStore implements OptOutStore {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 10;

    private static final String THE_SAME = " where account = ? and recipient = ? and scope_kind = ? and scope_id = ?";
    private static final String FIND =
            "select recipient, scope_kind, scope_id, opted_out, changed_at, source from telnyx4j_opt_outs where account = ?"
                    + " and recipient in (";
    private static final String UPDATE = "update telnyx4j_opt_outs set opted_out = ?, changed_at = ?, source = ?"
            + THE_SAME + " and (changed_at < ? or (changed_at = ? and not opted_out and ?))";
    private static final String EXISTS = "select 1 from telnyx4j_opt_outs" + THE_SAME;
    private static final String INSERT =
            "insert into telnyx4j_opt_outs (opted_out, changed_at, source, account, recipient, scope_kind, scope_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String PROFILE_OF =
            "select messaging_profile_id from telnyx4j_opt_outs_senders where account = ? and sender = ?";
    private static final String UPDATE_PROFILE =
            "update telnyx4j_opt_outs_senders set messaging_profile_id = ?, seen_at = ? where account = ? and sender = ?"
                    + " and seen_at < ?";
    private static final String INSERT_PROFILE =
            "insert into telnyx4j_opt_outs_senders (messaging_profile_id, seen_at, account, sender) values (?, ?, ?, ?)";

    private final DataSource dataSource;
    private final int timeoutSeconds;

    /**
     * Creates a store whose statements may take 5 s each.
     *
     * @param dataSource the database, best a pool
     */
    public JdbcOptOutStore(DataSource dataSource) {
        this(dataSource, STATEMENT_TIMEOUT);
    }

    /**
     * Creates a store.
     *
     * @param dataSource the database, best a pool
     * @param statementTimeout how long a statement may take; full seconds, one at least
     */
    public JdbcOptOutStore(DataSource dataSource, Duration statementTimeout) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.timeoutSeconds = (int) Math.max(1, Math.min(Integer.MAX_VALUE, statementTimeout.toSeconds()));
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Override
    public List<OptOutRecord> find(String account, Collection<String> recipients) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        String sql = FIND + String.join(", ", Collections.nCopies(recipients.size(), "?")) + ")";
        return run(connection -> {
            try (PreparedStatement statement = prepare(connection, sql)) {
                statement.setString(1, account);
                int place = 2;
                for (String recipient : recipients) {
                    statement.setString(place++, recipient);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return read(account, rows);
                }
            }
        });
    }

    private static List<OptOutRecord> read(String account, ResultSet rows) throws SQLException {
        List<OptOutRecord> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new OptOutRecord(
                    account,
                    rows.getString(1),
                    new OptOutScope(OptOutScope.Kind.valueOf(rows.getString(2)), rows.getString(3)),
                    rows.getBoolean(4),
                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                    OptOutSource.valueOf(rows.getString(6))));
        }
        return found;
    }

    @Override
    public boolean merge(OptOutRecord record) {
        return run(connection -> {
            try (PreparedStatement update = prepare(connection, UPDATE)) {
                set(update, record);
                update.setObject(8, time(record.changedAt()));
                update.setObject(9, time(record.changedAt()));
                update.setBoolean(10, record.optedOut());
                if (update.executeUpdate() > 0) {
                    return true;
                }
            }
            try (PreparedStatement exists = prepare(connection, EXISTS)) {
                setKey(exists, 1, record);
                try (ResultSet row = exists.executeQuery()) {
                    if (row.next()) {
                        return false;
                    }
                }
            }
            try (PreparedStatement insert = prepare(connection, INSERT)) {
                set(insert, record);
                insert.executeUpdate();
                return true;
            }
        });
    }

    private static void set(PreparedStatement statement, OptOutRecord record) throws SQLException {
        statement.setBoolean(1, record.optedOut());
        statement.setObject(2, time(record.changedAt()));
        statement.setString(3, record.source().name());
        setKey(statement, 4, record);
    }

    private static void setKey(PreparedStatement statement, int first, OptOutRecord record) throws SQLException {
        statement.setString(first, record.account());
        statement.setString(first + 1, record.recipient());
        statement.setString(first + 2, record.scope().kind().name());
        statement.setString(first + 3, record.scope().id());
    }

    @Override
    public Optional<String> profileOf(String account, String sender) {
        return run(connection -> {
            try (PreparedStatement statement = prepare(connection, PROFILE_OF)) {
                statement.setString(1, account);
                statement.setString(2, sender);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void noteProfile(String account, String sender, String messagingProfileId, Instant seenAt) {
        run(connection -> {
            try (PreparedStatement update = prepare(connection, UPDATE_PROFILE)) {
                setProfile(update, account, sender, messagingProfileId, seenAt);
                update.setObject(5, time(seenAt));
                if (update.executeUpdate() > 0) {
                    return true;
                }
            }
            try (PreparedStatement exists = prepare(connection, PROFILE_OF)) {
                exists.setString(1, account);
                exists.setString(2, sender);
                try (ResultSet row = exists.executeQuery()) {
                    if (row.next()) {
                        return false;
                    }
                }
            }
            try (PreparedStatement insert = prepare(connection, INSERT_PROFILE)) {
                setProfile(insert, account, sender, messagingProfileId, seenAt);
                insert.executeUpdate();
                return true;
            }
        });
    }

    private static void setProfile(
            PreparedStatement statement, String account, String sender, String messagingProfileId, Instant seenAt)
            throws SQLException {
        statement.setString(1, messagingProfileId);
        statement.setObject(2, time(seenAt));
        statement.setString(3, account);
        statement.setString(4, sender);
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(timeoutSeconds);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** In a transaction of its own, again where another one with the same row was in the way. */
    private <T> T run(Work<T> work) {
        try {
            for (int tries = 1; ; tries++) {
                try {
                    return once(work);
                } catch (SQLException e) {
                    if (tries >= MOST_TRIES || !SqlErrors.isRepeatable(e)) {
                        throw e;
                    }
                }
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException connectionIsOfNoUse) {
            because.addSuppressed(connectionIsOfNoUse);
        }
    }

    /** Shows nothing of the database. */
    @Override
    public String toString() {
        return "JdbcOptOutStore";
    }
}
