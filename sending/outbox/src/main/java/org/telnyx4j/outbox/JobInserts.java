package org.telnyx4j.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.database.DatabaseProduct;

/**
 * Puts jobs into the database, each with what makes a worker take it, in the transaction of the connection. Nothing of it is
 * seen by anybody before that is committed. Stateless.
 */
final class JobInserts {
    private static final int MOST_TRIES = 5;

    private static final String COLUMNS =
            "id, tenant, kind, operation, target, payload, unique_key, active_key, key_until,"
                    + " priority, any_time, not_before, expires_at, state, created_at, changed_at, next_at";

    private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String INSERT = "insert into telnyx4j_outbox (" + COLUMNS + ") values (" + VALUES + ")";

    private static final String POSTGRESQL = INSERT + " on conflict (active_key, tenant) do nothing";

    /** Of jobs with a key alone: for one without, it would read the whole table. */
    private static final String H2 =
            "merge into telnyx4j_outbox t using (select cast(? as varchar) k, cast(? as varchar) n) s"
                    + " on (t.active_key = s.k and t.tenant = s.n) when not matched then insert (" + COLUMNS
                    + ") values ("
                    + VALUES + ")";

    /** The one statement that lets a worker see the jobs; those of a duplicate key have no row, and so get no task. */
    private static final String TASKS = "insert into telnyx4j_outbox_tasks"
            + " (task_name, task_instance, execution_time, picked, version, priority)"
            + " select ?, cast(id as varchar(36)), next_at, false, 1, priority from telnyx4j_outbox where id = any(?)";

    private static final String RELEASE_KEYS =
            "update telnyx4j_outbox set active_key = null where active_key = any(?) and key_until <= ?";

    private final DatabaseProduct product;

    JobInserts(DatabaseProduct product) {
        this.product = product;
    }

    /** A job with the id that it gets. */
    private record NewJob(JobId id, OutboxJob job) {}

    EnqueueResult insert(Connection connection, OutboxJob job, Instant now) throws SQLException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            NewJob added = new NewJob(NewIds.next(), job);
            if (insert(connection, List.of(added), now) == 1) {
                return new EnqueueResult(added.id, true);
            }
            JobId earlier = withKey(connection, job);
            if (earlier != null) {
                return new EnqueueResult(earlier, false);
            }
            // The earlier one was deleted in between.
        }
        throw new OutboxException("A job with the same key appeared and disappeared again and again", null, null);
    }

    EnqueueSummary insertAll(Connection connection, List<OutboxJob> jobs, Instant now) throws SQLException {
        List<NewJob> added = new ArrayList<>(jobs.size());
        for (OutboxJob job : jobs) {
            added.add(new NewJob(NewIds.next(), job));
        }
        // Two transactions that add the same keys wait for each other in the same order, and not crosswise.
        added.sort(Comparator.comparing(one -> one.job.key().orElse("")));
        int inserted = insert(connection, added, now);
        return new EnqueueSummary(inserted, (long) jobs.size() - inserted);
    }

    private int insert(Connection connection, List<NewJob> jobs, Instant now) throws SQLException {
        releaseKeys(connection, jobs, now);
        if (product == DatabaseProduct.POSTGRESQL) {
            insertRows(connection, POSTGRESQL, jobs, now);
        } else {
            List<NewJob> keyed =
                    jobs.stream().filter(job -> job.job.key().isPresent()).toList();
            List<NewJob> others =
                    jobs.stream().filter(job -> job.job.key().isEmpty()).toList();
            insertRows(connection, H2, keyed, now);
            insertRows(connection, INSERT, others, now);
        }
        Object[] ids = jobs.stream().map(job -> job.id.value()).toArray();
        Array array = connection.createArrayOf("uuid", ids);
        return JobRows.update(connection, TASKS, Tasks.NAME, array);
    }

    private void insertRows(Connection connection, String sql, List<NewJob> jobs, Instant now) throws SQLException {
        if (jobs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (NewJob job : jobs) {
                JobRows.set(statement, parameters(job, now));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void releaseKeys(Connection connection, List<NewJob> jobs, Instant now) throws SQLException {
        Object[] keys = jobs.stream()
                .map(job -> job.job.key().orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toArray();
        if (keys.length > 0) {
            JobRows.update(connection, RELEASE_KEYS, connection.createArrayOf("varchar", keys), now);
        }
    }

    private @Nullable Object[] parameters(NewJob added, Instant now) {
        OutboxJob job = added.job;
        Instant notBefore = job.notBefore().map(JobInserts::micros).orElse(now);
        String key = job.key().orElse(null);
        String tenant = job.tenant().orElse("");
        Duration countsFor = job.keyCountsFor().orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        if (product == DatabaseProduct.H2 && key != null) {
            values.add(key);
            values.add(tenant);
        }
        values.add(added.id);
        values.add(tenant);
        values.add(job.kind());
        values.add(job.type().operation());
        values.add(job.target().orElse(null));
        values.add(job.request().toJson());
        values.add(key);
        values.add(key);
        values.add(JobRows.orNull(countsFor == null ? null : now.plus(countsFor)));
        values.add(job.priority());
        values.add(job.isAtAnyTime());
        values.add(notBefore);
        values.add(JobRows.orNull(job.expiresAt().map(JobInserts::micros).orElse(null)));
        values.add(JobState.READY);
        values.add(now);
        values.add(now);
        values.add(notBefore.isBefore(now) ? now : notBefore);
        return values.toArray();
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable JobId withKey(Connection connection, OutboxJob job) throws SQLException {
        try (PreparedStatement statement = JobRows.prepare(
                        connection,
                        "select id from telnyx4j_outbox where active_key = ? and tenant = ?",
                        job.key().orElse(null),
                        job.tenant().orElse(""));
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new JobId(row.getObject(1, UUID.class)) : null;
        }
    }
}
