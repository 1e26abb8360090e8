package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.internal.database.DatabaseProduct;

/** The process's clocks jump; the outbox's time is the database's. */
class DatabaseClockTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** A process whose time of day somebody changes, and that can be suspended. */
    private static final class FakeProcess implements DatabaseClock.Ticks {
        private long nanos = 1_000;
        private long millis = 1_000;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long millis() {
            return millis;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
            millis += time.toMillis();
        }
    }

    private static DatabaseClock clock(Fixture fixture, FakeProcess process) {
        DatabaseProduct product =
                fixture.database.kind() == TestDatabase.Kind.H2 ? DatabaseProduct.H2 : DatabaseProduct.POSTGRESQL;
        return new DatabaseClock(fixture.faulty, product, process);
    }

    private static void assertIsNow(Instant time) {
        assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @EnumSource
    void theTimeOfDayOfTheProcessHasNoEffect(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            FakeProcess process = new FakeProcess();
            DatabaseClock clock = clock(fixture, process);
            assertIsNow(clock.now());

            process.millis += HOUR.toMillis();
            assertIsNow(clock.now());
            process.millis -= 5 * HOUR.toMillis();
            assertIsNow(clock.now());
        }
    }

    @ParameterizedTest
    @EnumSource
    void betweenReadingsTheProcessCountsOn(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            FakeProcess process = new FakeProcess();
            DatabaseClock clock = clock(fixture, process);
            Instant first = clock.now();
            int statements = fixture.faulty.statements();

            process.pass(Duration.ofSeconds(5));

            assertThat(clock.now()).isEqualTo(first.plusSeconds(5));
            assertThat(fixture.faulty.statements()).isEqualTo(statements);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterAWhileTheDatabaseIsReadAgain(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            FakeProcess process = new FakeProcess();
            DatabaseClock clock = clock(fixture, process);
            clock.now();

            // Counted on, it would be in an hour.
            process.pass(HOUR);

            assertIsNow(clock.now());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutADatabaseItGoesOnFromTheLastReading(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            FakeProcess process = new FakeProcess();
            DatabaseClock clock = clock(fixture, process);
            Instant first = clock.now();
            fixture.faulty.refuseConnections();

            process.pass(HOUR);

            assertThat(clock.now()).isEqualTo(first.plus(HOUR));
        }
    }

    /** Otherwise a job that was due at once would not be so for who polls, and wait for the next poll. */
    @ParameterizedTest
    @EnumSource
    void aReadingThatTookLongDoesNotSetItBack(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Connection other = fixture.database.dataSource().getConnection()) {
            // Its process has no time of its own, so that what it counts on from is all that it shows.
            DatabaseClock clock = clock(fixture, new FakeProcess());
            AtomicReference<Instant> meanwhile = new AtomicReference<>(Instant.EPOCH);
            fixture.faulty.after(1, sql -> true, () -> meanwhile.set(later(clock, other)));

            clock.now();

            assertThat(meanwhile.get()).isAfter(Instant.EPOCH);
            assertThat(clock.now()).isAfterOrEqualTo(meanwhile.get());
        }
    }

    /** As somebody who enqueues, in a transaction, while the response to another reading is on its way. */
    private static Instant later(DatabaseClock clock, Connection connection) {
        try {
            Instant first = raw(connection);
            while (!raw(connection).isAfter(first.plusMillis(1))) {
                Thread.onSpinWait();
            }
            connection.setAutoCommit(false);
            return clock.now(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant raw(Connection connection) throws SQLException {
        String sql =
                "select " + DatabaseProduct.of(connection, OutboxSchema.ERRORS).clock();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
