package org.telnyx4j.spring.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.telnyx4j.outbox.EnqueueResult;
import org.telnyx4j.outbox.EnqueueSummary;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxJob;

/**
 * Enqueues in the transaction of the calling method: the job is there once that commits, and gone with its rollback. Workers
 * see it right after the commit, not before. Where there is no transaction, it has one of its own. Safe for use by any number
 * of threads.
 *
 * <pre>{@code
 * @Transactional
 * public void ship(Order order) {
 *     orders.save(order);
 *     outbox.enqueue(OutboxJob.of(message).key("order-" + order.id() + "-shipped").build());
 * }
 * }</pre>
 *
 * <p>The transaction must be one of the data source that the outbox has: of a {@code DataSourceTransactionManager}, a
 * {@code JdbcTransactionManager}, or a {@code JpaTransactionManager}. To find jobs, use the {@link Outbox}.
 */
public final class TransactionalOutbox {
    private final Outbox outbox;
    private final DataSource dataSource;

    /**
     * Creates it.
     *
     * @param outbox the outbox
     * @param dataSource the outbox's data source
     */
    public TransactionalOutbox(Outbox outbox, DataSource dataSource) {
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * Puts a job into the outbox.
     *
     * @param job the job
     * @return its id, and whether it is new
     * @throws OutboxException if the database refuses it
     */
    public EnqueueResult enqueue(OutboxJob job) {
        return inTransaction(connection -> outbox.enqueue(connection, job), () -> outbox.enqueue(job));
    }

    /**
     * Puts many jobs into the outbox, in constant memory. Within a transaction they are there all or not at all; without one
     * in batches, each with a transaction of its own.
     *
     * @param jobs the jobs; is closed
     * @return how many there will be
     * @throws OutboxException if the database refuses a batch
     */
    public EnqueueSummary enqueueAll(Stream<OutboxJob> jobs) {
        return inTransaction(connection -> outbox.enqueueAll(connection, jobs), () -> outbox.enqueueAll(jobs));
    }

    private <T> T inTransaction(Function<Connection, T> within, Supplier<T> without) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return without.get();
        }
        boolean bound = TransactionSynchronizationManager.hasResource(dataSource);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (!bound || commitsByItself(connection)) {
                throw new IllegalStateException(
                        "The transaction is not one of the outbox's data source, so that the job"
                                + " could not be part of it. Use the outbox's data source for both, or Outbox.enqueue.");
            }
            T result = within.apply(connection);
            wakeAfterCommit();
            return result;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static boolean commitsByItself(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection of the transaction cannot be used", e);
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outbox.wake();
            }
        });
    }
}
