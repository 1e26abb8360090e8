package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.database.DatabaseProduct;

/**
 * The one clock that counts: the database's, so that all processes have the same time, whatever their own clocks show. It is
 * read now and then; in between, the process counts on from there without its time of day. Where the process or the machine
 * was suspended in between, that is seen in its time of day, and the clock is read again.
 *
 * <p>A reading is late by the time that its response took. So that a job which was due at one reading is due at the next one
 * too, the time that this clock shows does not go back by a few seconds; further back, the database's own was set back.
 */
final class DatabaseClock {
    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final long SUSPENDED_MILLIS = 1_000;
    private static final Duration LATEST_READING = Duration.ofSeconds(5);

    /** Seam for tests: the process's own clocks. */
    interface Ticks {
        long nanos();

        long millis();
    }

    private static final Ticks SYSTEM = new Ticks() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long millis() {
            return System.currentTimeMillis();
        }
    };

    private record Reading(Instant time, long nanos, long millis) {}

    private final DataSource dataSource;
    private final DatabaseProduct product;
    private final Ticks ticks;
    private final AtomicReference<Instant> shown = new AtomicReference<>(Instant.EPOCH);
    private volatile @Nullable Reading last;

    DatabaseClock(DataSource dataSource, DatabaseProduct product) {
        this(dataSource, product, SYSTEM);
    }

    DatabaseClock(DataSource dataSource, DatabaseProduct product, Ticks ticks) {
        this.dataSource = dataSource;
        this.product = product;
        this.ticks = ticks;
    }

    /**
     * Returns the time. Where the database cannot be read, the clock goes on from when it could.
     *
     * @throws SQLException if it could never be read
     */
    Instant now() throws SQLException {
        Reading reading = last;
        if (reading != null && isFresh(reading)) {
            return since(reading);
        }
        try (Connection connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            if (reading == null) {
                throw e;
            }
            return since(reading);
        }
    }

    /** Returns the time for somebody who has a connection already, which may be the only one of the pool. */
    Instant now(Connection connection) throws SQLException {
        Reading reading = last;
        return reading != null && isFresh(reading) ? since(reading) : read(connection);
    }

    private Instant read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + product.clock())) {
            row.next();
            Instant time = row.getObject(1, OffsetDateTime.class).toInstant();
            // In a transaction, H2's clock stands still.
            if (product == DatabaseProduct.POSTGRESQL || connection.getAutoCommit()) {
                last = new Reading(time, ticks.nanos(), ticks.millis());
            }
            return notBack(time);
        }
    }

    private boolean isFresh(Reading reading) {
        long nanos = ticks.nanos() - reading.nanos;
        long drift = ticks.millis() - reading.millis - Duration.ofNanos(nanos).toMillis();
        return nanos < FRESH.toNanos() && Math.abs(drift) < SUSPENDED_MILLIS;
    }

    private Instant since(Reading reading) {
        return notBack(reading.time.plusNanos(ticks.nanos() - reading.nanos));
    }

    private Instant notBack(Instant time) {
        return shown.accumulateAndGet(
                time.truncatedTo(ChronoUnit.MICROS),
                (before, next) -> next.isBefore(before) && next.isAfter(before.minus(LATEST_READING)) ? before : next);
    }
}
