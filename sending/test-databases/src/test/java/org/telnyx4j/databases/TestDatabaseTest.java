package org.telnyx4j.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.databases.PostgresServerTest.execute;
import static org.telnyx4j.databases.PostgresServerTest.number;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabaseTest {
    static List<TestDatabase> each() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("each")
    void eachTestHasADatabaseOfItsOwn(TestDatabase database) throws SQLException {
        try (database;
                TestDatabase another = TestDatabase.of(database.kind())) {
            execute(database.dataSource(), "create table texts (id int)");
            execute(another.dataSource(), "create table texts (id int)");
            execute(database.pool(2), "insert into texts values (1)");

            assertThat(number(database.dataSource(), "select count(*) from texts"))
                    .isEqualTo(1);
            assertThat(number(another.dataSource(), "select count(*) from texts"))
                    .isZero();
        }
    }

    @Test
    void anH2FileIsThereAgain(@TempDir Path directory) throws SQLException {
        Path file = directory.resolve("outbox");
        try (TestDatabase database = TestDatabase.h2(file)) {
            execute(database.dataSource(), "create table texts (id int)");
        }
        try (TestDatabase database = TestDatabase.h2(file)) {
            assertThat(number(database.dataSource(), "select count(*) from texts"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void theNthStatementFailsAndChangesNothing(TestDatabase database) throws SQLException {
        try (database) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            execute(faulty, "create table texts (id int)");
            faulty.failStatement(2, sql -> sql.contains("insert"));

            insert(faulty, 1);
            assertThatThrownBy(() -> insert(faulty, 2)).isInstanceOf(SQLException.class);
            insert(faulty, 3);

            assertThat(number(faulty, "select sum(id) from texts")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void aCommitFailsOrItsResponseIsLost(TestDatabase database) throws SQLException {
        try (database) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            execute(faulty, "create table texts (id int)");

            faulty.failCommit(1);
            assertThatThrownBy(() -> inTransaction(faulty, 1)).hasMessageContaining("commit failed");
            assertThat(number(faulty, "select count(*) from texts")).isZero();

            faulty.loseCommit(1);
            assertThatThrownBy(() -> inTransaction(faulty, 2)).hasMessageContaining("broke");
            assertThat(number(faulty, "select sum(id) from texts")).isEqualTo(2);

            faulty.loseCommit(1, sql -> sql.startsWith("insert"));
            assertThatThrownBy(() -> insert(faulty, 4)).hasMessageContaining("broke");
            assertThat(number(faulty, "select sum(id) from texts")).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void connectionsAreRefusedUntilItHeals(TestDatabase database) throws SQLException {
        try (database) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.refuseConnections();
            assertThatThrownBy(faulty::getConnection).isInstanceOf(SQLException.class);
            assertThat(faulty.refused()).isEqualTo(1);
            faulty.heal();
            execute(faulty, "create table texts (id int)");
        }
    }

    @Test
    void eachStatementIsDelayedAndSomethingRunsBeforeAndAfterOne() throws SQLException {
        try (TestDatabase database = TestDatabase.h2()) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            DataSource pool = database.pool(faulty, 1);
            execute(pool, "create table texts (id int)");
            List<Long> seen = new ArrayList<>();
            Runnable count = () -> seen.add(count(database.dataSource()));
            faulty.before(1, sql -> sql.startsWith("insert"), count);
            faulty.after(2, sql -> sql.startsWith("insert"), count);
            faulty.delay(Duration.ofMillis(30));

            long start = System.nanoTime();
            insert(pool, 1);
            insert(pool, 2);

            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Duration.ofMillis(60).toNanos());
            assertThat(seen).containsExactly(0L, 2L);
        }
    }

    private static long count(DataSource source) {
        try {
            return number(source, "select count(*) from texts");
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
    }

    private static void insert(DataSource source, int id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            insert(connection, id);
        }
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into texts values (?)")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    private static void inTransaction(DataSource source, int id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, id);
            connection.commit();
        }
    }
}
