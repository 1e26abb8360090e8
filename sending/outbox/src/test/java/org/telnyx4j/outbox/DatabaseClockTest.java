package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
