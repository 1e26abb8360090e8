package org.telnyx4j.optouts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.telnyx4j.internal.database.Statements;
import org.telnyx4j.internal.database.TimeLimitedDataSource;
import org.telnyx4j.internal.database.Transactions;

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

    private final Transactions transactions;

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
     * @param statementTimeout how long a statement may take in PostgreSQL; full seconds, one at least. In H2 its own lock
     *     timeout counts
     */
    public JdbcOptOutStore(DataSource dataSource, Duration statementTimeout) {
        this.transactions = Transactions.repeated(
                new TimeLimitedDataSource(Objects.requireNonNull(dataSource, "dataSource"), statementTimeout));
    }

    @Override
    public List<OptOutRecord> find(String account, Collection<String> recipients) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        String sql = FIND + String.join(", ", Collections.nCopies(recipients.size(), "?")) + ")";
        List<Object> values = new ArrayList<>(recipients.size() + 1);
        values.add(account);
        values.addAll(recipients);
        return run(connection -> {
            try (PreparedStatement statement = Statements.prepare(connection, sql, values.toArray());
                    ResultSet rows = statement.executeQuery()) {
                return read(account, rows);
            }
        });
    }

    private static List<OptOutRecord> read(String account, ResultSet rows) throws SQLException {
        List<OptOutRecord> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new OptOutRecord(
                    account,
                    rows.getString(1),
                    new OptOutScope(OptOutScope.Kind.of(rows.getString(2)), rows.getString(3)),
                    rows.getBoolean(4),
                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                    OptOutSource.of(rows.getString(6))));
        }
        return found;
    }

    @Override
    public boolean merge(OptOutRecord record) {
        Object[] row = {
            record.optedOut(),
            record.changedAt(),
            record.source(),
            record.account(),
            record.recipient(),
            record.scope().kind(),
            record.scope().id()
        };
        Object[] key = Arrays.copyOfRange(row, 3, row.length);
        return run(connection -> {
            if (Statements.update(
                            connection, UPDATE, with(row, record.changedAt(), record.changedAt(), record.optedOut()))
                    > 0) {
                return true;
            }
            return !exists(connection, EXISTS, key) && Statements.update(connection, INSERT, row) > 0;
        });
    }

    private static Object[] with(Object[] values, Object... more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    private static boolean exists(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public Optional<String> profileOf(String account, String sender) {
        return run(connection -> {
            try (PreparedStatement statement = Statements.prepare(connection, PROFILE_OF, account, sender);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    @Override
    public void noteProfile(String account, String sender, String messagingProfileId, Instant seenAt) {
        Object[] row = {messagingProfileId, seenAt, account, sender};
        boolean unused = run(connection -> Statements.update(connection, UPDATE_PROFILE, with(row, seenAt)) > 0
                || exists(connection, PROFILE_OF, account, sender)
                || Statements.update(connection, INSERT_PROFILE, row) > 0);
    }

    /** In a transaction of its own, again where another one with the same row was in the way. */
    private <T> T run(Transactions.Work<T> work) {
        try {
            return transactions.run(work);
        } catch (SQLException e) {
            throw OptOutSchema.ERRORS.translate(e);
        }
    }

    /** Shows nothing of the database. */
    @Override
    public String toString() {
        return "JdbcOptOutStore";
    }
}
