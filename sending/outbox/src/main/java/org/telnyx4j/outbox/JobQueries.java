package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads jobs. Stateless. */
final class JobQueries {
    private JobQueries() {}

    static Optional<JobInfo> find(Connection connection, JobId id) throws SQLException {
        List<JobInfo> found = select(connection, "id = ?", List.of(id), 1);
        return found.stream().findFirst();
    }

    /** Returns the job whose key counts, or else the newest one that had it. */
    static Optional<JobInfo> find(Connection connection, String tenant, String key) throws SQLException {
        List<JobInfo> counting = select(connection, "active_key = ? and tenant = ?", List.of(key, tenant), 1);
        return counting.stream().findFirst();
    }

    static List<JobInfo> select(Connection connection, JobQuery query) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        add(conditions, values, "tenant = ?", query.tenant().orElse(null));
        query.kind().ifPresent(kind -> conditions.add(oneOf("kind", List.of(kind), JobKind.OTHER, values)));
        add(conditions, values, "unique_key = ?", query.key().orElse(null));
        add(conditions, values, "message_id = ?", query.messageId().orElse(null));
        add(conditions, values, "token = ?", query.token().orElse(null));
        add(conditions, values, "reason = ?", query.reason().orElse(null));
        add(conditions, values, "created_at >= ?", query.createdFrom().orElse(null));
        add(conditions, values, "created_at < ?", query.createdBefore().orElse(null));
        add(conditions, values, "id > ?", query.after().orElse(null));
        List<JobState> states = query.states();
        if (!states.isEmpty()) {
            conditions.add(oneOf("state", states, JobState.OTHER, values));
        }
        return select(connection, String.join(" and ", conditions), values, query.limit());
    }

    /** What this edition does not know is none of what it does. */
    private static <E extends Enum<E>> String oneOf(String column, List<E> some, E other, List<Object> values) {
        Set<E> listed = EnumSet.copyOf(some);
        boolean others = listed.contains(other);
        if (others) {
            listed = EnumSet.complementOf(EnumSet.copyOf(some));
        }
        values.addAll(listed);
        return listed.isEmpty()
                ? "1 = 1"
                : column + (others ? " not in (" : " in (") + "?, ".repeat(listed.size() - 1) + "?)";
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static List<JobInfo> select(Connection connection, String condition, List<?> values, int limit)
            throws SQLException {
        String sql = "select " + JobRows.COLUMNS + " from telnyx4j_outbox where " + condition + " order by id limit "
                + limit;
        try (PreparedStatement statement = JobRows.prepare(connection, sql, values.toArray());
                ResultSet rows = statement.executeQuery()) {
            List<JobInfo> found = new ArrayList<>();
            while (rows.next()) {
                found.add(JobRows.read(rows));
            }
            return found;
        }
    }

    static OutboxStatus status(Connection connection, Instant now) throws SQLException {
        Map<String, Map<String, Long>> tenants = new TreeMap<>();
        try (PreparedStatement statement = JobRows.prepare(
                        connection, "select tenant, state, count(*) from telnyx4j_outbox group by tenant, state");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.computeIfAbsent(rows.getString(1), name -> new TreeMap<>())
                        .put(rows.getString(2), rows.getLong(3));
            }
        }
        try (PreparedStatement statement = JobRows.prepare(
                        connection,
                        "select count(*) as due, min(next_at) as oldest from telnyx4j_outbox where state = 'READY'"
                                + " and finished_at is null and next_at <= ?",
                        now);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<OutboxStatus.TenantStatus> counts = tenants.entrySet().stream()
                    .map(tenant -> status(tenant.getKey(), tenant.getValue()))
                    .toList();
            return new OutboxStatus(now, counts, row.getLong("due"), JobRows.instant(row, "oldest"));
        }
    }

    private static OutboxStatus.TenantStatus status(String tenant, Map<String, Long> byName) {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        Map<String, Long> others = new TreeMap<>();
        byName.forEach((name, number) -> {
            JobState state = JobState.of(name);
            counts.merge(state, number, Long::sum);
            if (state == JobState.OTHER) {
                others.put(name, number);
            }
        });
        return new OutboxStatus.TenantStatus(tenant, counts, others);
    }
}
