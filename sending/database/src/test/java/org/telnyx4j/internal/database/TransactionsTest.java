package org.telnyx4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;

class TransactionsTest {
    private static int number(DataSource source, String name) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Counted.number(connection, name);
        }
    }

    /** Both have the one row and want the other: the database ends one of them. */
    @ParameterizedTest
    @EnumSource
    void ofADeadlockBothAreCarriedOutAndEachOnce(TestDatabase.Kind kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestDatabase database = Counted.open(kind)) {
            Transactions transactions = Transactions.repeated(database.pool(2));
            CyclicBarrier bothHaveOne = new CyclicBarrier(2);
            AtomicInteger tries = new AtomicInteger();
            List<Future<Integer>> all = new ArrayList<>();
            for (String[] names : new String[][] {{"a", "b"}, {"b", "a"}}) {
                all.add(threads.submit(() -> {
                    AtomicInteger own = new AtomicInteger();
                    return transactions.run(connection -> {
                        tries.incrementAndGet();
                        int updated = Counted.add(connection, names[0]);
                        if (own.incrementAndGet() == 1) {
                            await(bothHaveOne);
                        }
                        return updated + Counted.add(connection, names[1]);
                    });
                }));
            }
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(2);
            }
            assertThat(tries.get()).as("one was ended, and done again").isGreaterThan(2);
            assertThat(number(database.dataSource(), "a")).isEqualTo(2);
            assertThat(number(database.dataSource(), "b")).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itGivesUpAfterTenTries() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.H2)) {
            AtomicInteger tries = new AtomicInteger();
            assertThatThrownBy(
                            () -> Transactions.repeated(database.dataSource()).run(connection -> {
                                tries.incrementAndGet();
                                Counted.add(connection, "a");
                                throw new SQLException("again and again", "40001");
                            }))
                    .hasMessage("again and again");
            assertThat(tries.get()).isEqualTo(10);
            assertThat(number(database.dataSource(), "a")).isZero();
        }
    }

    @Test
    void whatMayHaveBeenCommittedIsNotDoneAgain() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.H2)) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.loseCommit(1);
            assertThatThrownBy(() -> Transactions.repeated(faulty).run(connection -> Counted.add(connection, "a")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("08007"));
            assertThat(number(database.dataSource(), "a")).isEqualTo(1);
        }
    }

    /** Each is committed by itself, and only the one that was rolled back is done again. */
    @ParameterizedTest
    @EnumSource
    void ofSeveralOnOneConnectionOnlyTheOneThatWasRolledBackIsDoneAgain(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = Counted.open(kind)) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.failCommit(2);
            List<Integer> updated = new ArrayList<>();
            Transactions.repeated(faulty)
                    .runEach(
                            List.<Transactions.Work<Integer>>of(
                                    connection -> Counted.add(connection, "a"),
                                    connection -> Counted.add(connection, "b")),
                            updated::add);
            assertThat(updated).containsExactly(1, 1);
            assertThat(number(database.dataSource(), "a")).isEqualTo(1);
            assertThat(number(database.dataSource(), "b")).isEqualTo(1);
            assertThat(faulty.commits()).isEqualTo(3);
        }
    }

    @Test
    void ofSeveralThoseBeforeTheOneThatFailsAreReported() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.H2)) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.failStatement(2);
            List<Integer> updated = new ArrayList<>();
            assertThatThrownBy(() -> Transactions.repeated(faulty)
                            .runEach(
                                    List.<Transactions.Work<Integer>>of(
                                            connection -> Counted.add(connection, "a"),
                                            connection -> Counted.add(connection, "b")),
                                    updated::add))
                    .isInstanceOf(SQLException.class);
            assertThat(updated).containsExactly(1);
            assertThat(number(database.dataSource(), "a")).isEqualTo(1);
            assertThat(number(database.dataSource(), "b")).isZero();
        }
    }

    @Test
    void theConnectionIsGivenBackAsItWas() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.H2)) {
            DataSource pool = database.pool(1);
            Transactions transactions = Transactions.repeated(pool);
            assertThat(transactions.run(Connection::getAutoCommit)).isFalse();
            assertThat(transactions.statement(Connection::getAutoCommit)).isTrue();
            assertThatThrownBy(() -> transactions.run(connection -> {
                        Counted.add(connection, "a");
                        throw new IllegalStateException("of the work");
                    }))
                    .hasMessage("of the work");
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
            }
            assertThat(number(pool, "a")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void parametersAreWrittenByTheirTypes(TestDatabase.Kind kind) throws Exception {
        Instant time = Instant.parse("2026-03-04T05:00:00.123456Z");
        try (TestDatabase database = Counted.open(kind);
                Connection connection = database.dataSource().getConnection()) {
            Statements.update(
                    connection,
                    "create table kept (t timestamp(6) with time zone, n numeric, s varchar(10), e varchar(10))");
            String insert = "insert into kept values (?, ?, ?, ?)";
            Statements.update(connection, insert, time, 7, "s", TestDatabase.Kind.H2);
            Statements.update(connection, insert, Statements.Null.TIME, Statements.Null.NUMBER, null, null);
            try (PreparedStatement statement = Statements.prepare(connection, "select * from kept order by s");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                List<Object> nulls = new ArrayList<>();
                List<Object> values = new ArrayList<>();
                boolean nullsFirst = row.getString("s") == null;
                read(row, nullsFirst ? nulls : values);
                row.next();
                read(row, nullsFirst ? values : nulls);
                assertThat(values).containsExactly(time, 7, "s", "H2");
                assertThat(nulls).containsExactly(null, 0, null, null);
            }
        }
    }

    private static void read(ResultSet row, List<Object> into) throws SQLException {
        OffsetDateTime time = row.getObject("t", OffsetDateTime.class);
        into.add(time == null ? null : time.toInstant());
        into.add(row.getInt("n"));
        into.add(row.getString("s"));
        into.add(row.getString("e"));
    }
}
