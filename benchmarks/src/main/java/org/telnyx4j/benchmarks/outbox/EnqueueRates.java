package org.telnyx4j.benchmarks.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxJob;

/** How fast texts get into the outbox, and as fast as rows of the same kind get into a table with plain JDBC. */
final class EnqueueRates {
    private static final int BATCH = 1_000;
    private static final String INSERT =
            "insert into bare (id, tenant, kind, operation, payload, unique_key, active_key,"
                    + " not_before, state, created_at, changed_at, next_at) values (?, '', 'MESSAGE', 'sendMessage', ?, ?, ?, ?,"
                    + " 'READY', ?, ?, ?)";

    private final DataSource source;
    private final Outbox outbox;
    private int next;

    EnqueueRates(DataSource source, Outbox outbox) throws SQLException {
        this.source = source;
        this.outbox = outbox;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            // The same columns and the same indexes.
            statement.execute("create table bare (like telnyx4j_outbox including all)");
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double rate(int count, Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Returns jobs a second, in batches. */
    double outboxInBatches(int count) throws SQLException {
        int first = next;
        next += count;
        return rate(
                count,
                () -> outbox.enqueueAll(IntStream.range(first, first + count).mapToObj(this::job)));
    }

    /** Returns rows a second, in batches of as many, each with a transaction of its own. */
    double bareInBatches(int count) throws SQLException {
        int first = next;
        next += count;
        return rate(count, () -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                connection.setAutoCommit(false);
                for (int number = first; number < first + count; number++) {
                    bind(insert, number);
                    insert.addBatch();
                    if ((number - first + 1) % BATCH == 0 || number == first + count - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
        });
    }

    /** Returns jobs a second, each in a transaction of its own. */
    double outboxOneByOne(int count) throws SQLException {
        int first = next;
        next += count;
        return rate(count, () -> IntStream.range(first, first + count).forEach(number -> outbox.enqueue(job(number))));
    }

    /** Returns rows a second, each in a transaction of its own. */
    double bareOneByOne(int count) throws SQLException {
        int first = next;
        next += count;
        return rate(count, () -> {
            for (int number = first; number < first + count; number++) {
                try (Connection connection = source.getConnection();
                        PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    bind(insert, number);
                    insert.executeUpdate();
                }
            }
        });
    }

    private OutboxJob job(int number) {
        return OutboxBenchmark.job("rate-" + number);
    }

    private static void bind(PreparedStatement insert, int number) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        String key = "rate-" + number;
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, OutboxBenchmark.job(key).request().toJson());
        insert.setString(3, key);
        insert.setString(4, key);
        for (int column = 5; column <= 8; column++) {
            insert.setTimestamp(column, now);
        }
    }
}
