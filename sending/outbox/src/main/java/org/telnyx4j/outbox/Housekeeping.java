package org.telnyx4j.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than it is to be kept, and gives a task to any waiting job that has none, such as after somebody has
 * restored one of the tables. Several processes may do so at once.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private static final String DELETE = "delete from telnyx4j_outbox where id in (select id from telnyx4j_outbox"
            + " where finished_at is not null and finished_at < ? order by finished_at limit " + BATCH + ")";

    /** In one statement, which sees a job and its task as they were at one moment. */
    private static final String ADOPT = "insert into telnyx4j_outbox_tasks"
            + " (task_name, task_instance, execution_time, picked, version, priority)"
            + " select ?, cast(o.id as varchar(36)), coalesce(o.next_at, ?), false, 1, o.priority from telnyx4j_outbox o"
            + " where o.state in ('READY', 'SENDING', 'UNKNOWN') and o.finished_at is null and not exists"
            + " (select 1 from telnyx4j_outbox_tasks t where t.task_name = ? and t.task_instance = cast(o.id as varchar(36)))";

    private final Database database;
    private final OutboxSettings settings;
    private final ScheduledExecutorService executor;

    private Housekeeping(Database database, OutboxSettings settings) {
        this.database = database;
        this.settings = settings;
        this.executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "telnyx4j-outbox-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Housekeeping start(Database database, OutboxSettings settings) {
        Housekeeping housekeeping = new Housekeeping(database, settings);
        ScheduledFuture<?> unused = housekeeping.executor.scheduleWithFixedDelay(
                housekeeping::runQuietly, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void runQuietly() {
        try {
            run(database, settings.keepFor());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The outbox could not be tidied up: {}", e.getClass().getName());
        }
    }

    /** Does what is due; it can fail where another process does the same, and is done again later. */
    static void run(Database database, @Nullable Duration keepFor) throws SQLException {
        database.transaction(connection -> {
            Instant now = database.clock(connection).now(connection);
            return JobRows.update(connection, ADOPT, Tasks.NAME, now, Tasks.NAME);
        });
        if (keepFor != null) {
            int deleted;
            do {
                deleted = database.transaction(connection -> {
                    Instant now = database.clock(connection).now(connection);
                    return JobRows.update(connection, DELETE, now.minus(keepFor));
                });
            } while (deleted == BATCH);
        }
    }

    void close() {
        executor.shutdownNow();
    }
}
