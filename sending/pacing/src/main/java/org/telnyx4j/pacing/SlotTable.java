package org.telnyx4j.pacing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.database.Statements;
import org.telnyx4j.internal.database.TimeLimitedDataSource;
import org.telnyx4j.internal.database.Transactions;

/** The tables in which processes lease their slots. The time is always that of the database. Safe for concurrent use. */
final class SlotTable {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);
    private static final long KEPT = Duration.ofHours(1).toMillis();

    private final Transactions transactions;
    private final @Nullable PaceTime testTime;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /**
     * Creates the access to the tables.
     *
     * @param testTime the time to use instead of the database's, null outside of tests
     */
    SlotTable(DataSource dataSource, @Nullable PaceTime testTime) {
        this.transactions = Transactions.repeated(new TimeLimitedDataSource(dataSource, STATEMENT_TIMEOUT));
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

    /**
     * Exchanges slots, with a transaction for each wish.
     *
     * @param granted gets what was granted, in the order of the wishes, each as soon as it is committed
     * @throws SQLException if the database did not carry one out; the wishes before it were carried out
     */
    void exchange(String holder, List<Wish> wishes, Consumer<Grant> granted) throws SQLException {
        transactions.runEach(
                wishes.stream()
                        .<Transactions.Work<Grant>>map(wish -> connection -> exchange(connection, holder, wish))
                        .toList(),
                granted);
    }

    private Grant exchange(Connection connection, String holder, Wish wish) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        long now = now(connection, dialect);
        giveBack(connection, holder, wish, now);
        if (wish.wanted() == 0) {
            Statements.update(
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
        Statements.update(connection, dialect.member(), wish.key(), holder, wish.wanted(), now + wish.lease());
        long turn = now / Math.max(wish.lease(), 2 * wish.window());
        int share =
                Shares.of(wish.slots(), members(connection, wish, now), turn).getOrDefault(holder, 0);
        int renewed = Statements.update(
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
            Statements.update(
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
        try (PreparedStatement statement = Statements.prepare(connection, dialect.slot())) {
            for (int slot = 0; slot < wish.slots(); slot++) {
                Statements.set(statement, wish.key(), slot);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        // So that two processes that begin at once do not wait for each other with the rest.
        connection.commit();
    }

    private static List<Shares.Member> members(Connection connection, Wish wish, long now) throws SQLException {
        List<Shares.Member> members = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(
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
        try (PreparedStatement statement = Statements.prepare(
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
            Statements.update(
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
        try (PreparedStatement statement = Statements.prepare(
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
        int unused = transactions.run(connection -> {
            long old = now(connection, Dialect.of(connection)) - KEPT;
            return Statements.update(
                            connection,
                            "delete from telnyx4j_pacing_slots where leased_until < ? and leased_until > 0 and usable_from < ?",
                            old,
                            old)
                    + Statements.update(connection, "delete from telnyx4j_pacing_members where seen_until < ?", old);
        });
    }

    private long now(Connection connection, Dialect dialect) throws SQLException {
        if (testTime != null) {
            return Duration.ofNanos(testTime.nanoTime()).toMillis() + 1;
        }
        try (PreparedStatement statement = Statements.prepare(connection, dialect.now());
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no time");
            }
            return row.getLong(1);
        }
    }
}
