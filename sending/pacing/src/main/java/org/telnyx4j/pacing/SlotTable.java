package org.telnyx4j.pacing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables in which processes lease their slots. The time is always that of the database. Safe for concurrent use. */
final class SlotTable {
    private static final String DUPLICATE = "23505";
    private static final int TIMEOUT_SECONDS = 5;
    private static final long KEPT = Duration.ofHours(1).toMillis();

    private final DataSource dataSource;
    private final @Nullable PaceTime testTime;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /**
     * Creates the access to the tables.
     *
     * @param testTime the time to use instead of the database's, null outside of tests
     */
    SlotTable(DataSource dataSource, @Nullable PaceTime testTime) {
        this.dataSource = dataSource;
        this.testTime = testTime;
    }

    /**
     * What a process wants of one limit.
     *
     * @param key the limit's name
     * @param slots into how many it is divided
     * @param wanted how many of them it could use; 0 to leave
     * @param lease for how long it takes them, in milliseconds
     * @param window the limit's window, in milliseconds
     * @param returned the slots that it does not use any more, each with how many milliseconds ago it last did
     */
    record Wish(String key, int slots, int wanted, long lease, long window, Map<Integer, Long> returned) {}

    /**
     * What it gets.
     *
     * @param key the limit's name
     * @param slots the slots that it has, each with how many milliseconds from now it may be used
     * @param share how many it should have
     */
    record Grant(String key, Map<Integer, Long> slots, int share) {}

    List<Grant> exchange(String holder, List<Wish> wishes) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                List<Grant> grants = new ArrayList<>();
                Dialect dialect = Dialect.of(connection);
                for (Wish wish : wishes) {
                    // One transaction for each, so that no lock is held longer than its few statements take.
                    grants.add(exchange(connection, dialect, holder, wish));
                    connection.commit();
                }
                return grants;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }

    private Grant exchange(Connection connection, Dialect dialect, String holder, Wish wish) throws SQLException {
        long now = now(connection, dialect);
        giveBack(connection, holder, wish, now);
        if (wish.wanted() == 0) {
            update(
                    connection,
                    "delete from telnyx4j_pacing_members where limit_key = ? and holder = ?",
                    wish.key(),
                    holder);
            return new Grant(wish.key(), Map.of(), 0);
        }
        if (!created.contains(wish.key())) {
            createSlots(connection, dialect, wish);
            created.add(wish.key());
        }
        update(connection, dialect.member(), wish.key(), holder, wish.wanted(), now + wish.lease());
        long turn = now / Math.max(wish.lease(), 2 * wish.window());
        int share =
                Shares.of(wish.slots(), members(connection, wish, now), turn).getOrDefault(holder, 0);
        int renewed = update(
                connection,
                "update telnyx4j_pacing_slots set leased_until = ? where limit_key = ? and holder = ?",
                now + wish.lease(),
                wish.key(),
                holder);
        take(connection, holder, wish, now, share - renewed);
        return new Grant(wish.key(), held(connection, holder, wish, now), share);
    }

    private static void giveBack(Connection connection, String holder, Wish wish, long now) throws SQLException {
        for (Map.Entry<Integer, Long> slot : wish.returned().entrySet()) {
            update(
                    connection,
                    "update telnyx4j_pacing_slots set holder = null, leased_until = ?, usable_from ="
                            + " greatest(usable_from, ?) where limit_key = ? and slot = ? and holder = ?",
                    now,
                    now - slot.getValue() + wish.window(),
                    wish.key(),
                    slot.getKey(),
                    holder);
        }
    }

    private static void createSlots(Connection connection, Dialect dialect, Wish wish) throws SQLException {
        try (PreparedStatement statement = prepared(connection, dialect.slot())) {
            for (int slot = 0; slot < wish.slots(); slot++) {
                statement.setString(1, wish.key());
                statement.setInt(2, slot);
                statement.addBatch();
            }
            statement.executeBatch();
            // So that two processes that begin at once do not wait for each other with the rest.
            connection.commit();
        } catch (SQLException e) {
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
            // Another process has just created the same ones, in a database that does not wait for it.
            connection.rollback();
        }
    }

    private static List<Shares.Member> members(Connection connection, Wish wish, long now) throws SQLException {
        List<Shares.Member> members = new ArrayList<>();
        try (PreparedStatement statement = prepared(
                connection,
                "select holder, wanted from telnyx4j_pacing_members where limit_key = ? and seen_until > ?",
                wish.key(),
                now)) {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(new Shares.Member(rows.getString(1), rows.getInt(2)));
                }
            }
        }
        return members;
    }

    /** Takes free slots; those that somebody else is about to take are left to them, so nobody waits. */
    private static void take(Connection connection, String holder, Wish wish, long now, int number)
            throws SQLException {
        if (number <= 0) {
            return;
        }
        List<Integer> free = new ArrayList<>();
        try (PreparedStatement statement = prepared(
                connection,
                "select slot from telnyx4j_pacing_slots where limit_key = ? and slot < ?"
                        + " and (holder is null or leased_until <= ?) order by usable_from, slot"
                        + " fetch first " + number + " rows only for update skip locked",
                wish.key(),
                wish.slots(),
                now)) {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    free.add(rows.getInt(1));
                }
            }
        }
        for (int slot : free) {
            // One that was not given back may have been used until its lease ended.
            update(
                    connection,
                    "update telnyx4j_pacing_slots set usable_from = case when holder is null then usable_from"
                            + " else greatest(usable_from, leased_until + ?) end, holder = ?, leased_until = ?"
                            + " where limit_key = ? and slot = ? and (holder is null or leased_until <= ?)",
                    wish.window(),
                    holder,
                    now + wish.lease(),
                    wish.key(),
                    slot,
                    now);
        }
    }

    private static Map<Integer, Long> held(Connection connection, String holder, Wish wish, long now)
            throws SQLException {
        Map<Integer, Long> held = new TreeMap<>();
        try (PreparedStatement statement = prepared(
                connection,
                "select slot, usable_from from telnyx4j_pacing_slots where limit_key = ? and holder = ? and slot < ?",
                wish.key(),
                holder,
                wish.slots())) {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.put(rows.getInt(1), Math.max(0, rows.getLong(2) - now));
                }
            }
        }
        return held;
    }

    /** Deletes the rows of limits that nobody has used for an hour. */
    void clean() throws SQLException {
        created.clear();
        try (Connection connection = dataSource.getConnection()) {
            long old = now(connection, Dialect.of(connection)) - KEPT;
            update(
                    connection,
                    "delete from telnyx4j_pacing_slots where leased_until < ? and leased_until > 0 and usable_from < ?",
                    old,
                    old);
            update(connection, "delete from telnyx4j_pacing_members where seen_until < ?", old);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private long now(Connection connection, Dialect dialect) throws SQLException {
        if (testTime != null) {
            return Duration.ofNanos(testTime.nanoTime()).toMillis() + 1;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet row = statement.executeQuery(dialect.now())) {
                if (!row.next()) {
                    throw new SQLException("no time");
                }
                return row.getLong(1);
            }
        }
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
