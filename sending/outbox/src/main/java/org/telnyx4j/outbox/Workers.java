package org.telnyx4j.outbox;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telnyx4j.Telnyx;
import org.telnyx4j.internal.database.DatabaseProduct;

/**
 * Has db-scheduler pick the jobs that are due, on threads of its own. What it picks is only an offer: who sends a job is
 * decided by the claim in the job's row. What it would do with a task afterwards, delete it or schedule it anew, is done in the
 * transaction that changes the job, so that the two never disagree.
 */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** Below it, a heartbeat that comes late is no sign yet. */
    static final int MISSED_HEARTBEATS = 4;

    private static final double POLL_WHEN_FREE = 0.5;
    private static final double PICK_AT_MOST = 1.0;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration CHECK = Duration.ofMillis(10);

    private final Scheduler scheduler;
    private final Persistence persistence;
    private final Housekeeping housekeeping;

    private Workers(Scheduler scheduler, Persistence persistence, Housekeeping housekeeping) {
        this.scheduler = scheduler;
        this.persistence = persistence;
        this.housekeeping = housekeeping;
    }

    static Workers start(Database database, OutboxSettings settings, Telnyx telnyx, Seams seams) {
        Persistence persistence = new Persistence(database);
        JobRunner runner = new JobRunner(database, settings, telnyx, persistence, seams);
        DatabaseProduct product = database.call(database::product);
        Clock clock = clock(database);
        SchedulerBuilder builder = new SteadyBuilder(database, task(runner), settings.pollingInterval());
        builder.tableName(Tasks.TABLE)
                .schedulerName(new SchedulerName.Fixed(settings.name()))
                .serializer(new NoData())
                .clock(clock)
                .threads(settings.workers())
                .pollingInterval(settings.pollingInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .jdbcCustomization(customization(product))
                .shutdownMaxWait(GRACE)
                .failureLogging(LogLevel.WARN, false)
                .enablePriority();
        if (product == DatabaseProduct.POSTGRESQL) {
            builder.pollUsingLockAndFetch(POLL_WHEN_FREE, PICK_AT_MOST);
        }
        Scheduler scheduler = builder.build();
        scheduler.start();
        Housekeeping housekeeping = Housekeeping.start(database, settings);
        return new Workers(scheduler, persistence, housekeeping);
    }

    /** Waits by a clock that does not jump: with the database's, a jump backwards would hold polling up for as long. */
    private static final class SteadyBuilder extends SchedulerBuilder {
        private final Duration interval;

        SteadyBuilder(Database database, Task<?> task, Duration interval) {
            super(database.dataSource(), List.of(task));
            this.interval = interval;
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(interval, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
        }
    }

    /** Tasks have no data: all that there is to know is in the job's row. */
    private static final class NoData implements Serializer {
        @Override
        @SuppressWarnings("NullAway") // What db-scheduler expects for no data.
        public byte[] serialize(Object data) {
            return null;
        }

        @Override
        @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // As above.
        public <T> T deserialize(Class<T> type, byte[] data) {
            return null;
        }
    }

    private static Clock clock(Database database) {
        return () -> {
            try {
                return database.now();
            } catch (SQLException e) {
                throw OutboxSchema.ERRORS.translate(e);
            }
        };
    }

    private static JdbcCustomization customization(DatabaseProduct product) {
        return product == DatabaseProduct.POSTGRESQL
                ? new PostgreSqlJdbcCustomization(false, false)
                : new DefaultJdbcCustomization(false);
    }

    private static Task<Void> task(JobRunner runner) {
        return new TaskBuilder<>(Tasks.NAME, Void.class)
                .onDeadExecution((complete, operations) -> step(complete, runner::lost))
                .onFailure((complete, operations) -> step(complete, runner::failed))
                .execute((instance, context) -> execute(runner, instance, context));
    }

    private static CompletionHandler<Void> execute(
            JobRunner runner, TaskInstance<Void> instance, ExecutionContext context) {
        try {
            runner.run(JobId.of(instance.getId()), context.getExecution().version);
        } catch (SQLException e) {
            throw OutboxSchema.ERRORS.translate(e);
        }
        return (complete, operations) -> {};
    }

    /** What is to be done for a task, in one step. */
    @FunctionalInterface
    private interface Step {
        void run(JobId id, long version) throws SQLException;
    }

    private static void step(ExecutionComplete complete, Step step) {
        Execution execution = complete.getExecution();
        try {
            step.run(JobId.of(execution.taskInstance.getId()), execution.version);
        } catch (SQLException e) {
            throw OutboxSchema.ERRORS.translate(e);
        }
    }

    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Picks nothing more, waits for what runs, and then ends it. */
    void close(Duration atMost) {
        scheduler.pause();
        housekeeping.close();
        persistence.closeWithin(atMost);
        long start = System.nanoTime();
        boolean interrupted = false;
        while (!interrupted
                && !scheduler.getCurrentlyExecuting().isEmpty()
                && System.nanoTime() - start < atMost.toNanos()) {
            try {
                Thread.sleep(CHECK.toMillis());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (!scheduler.getCurrentlyExecuting().isEmpty()) {
            LOG.warn("The outbox is closed while jobs are being sent. What becomes of them is found out later.");
        }
        // Ends the wait of what still runs, so that it can still write that its outcome is unknown.
        scheduler.stop();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
