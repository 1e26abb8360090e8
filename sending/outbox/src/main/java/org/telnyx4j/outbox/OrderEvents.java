package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * Writes what events show of the number orders of jobs: that they were placed, and how they ended. Events may come in any order,
 * as often as they like, and before the response; of two that contradict each other the success counts, since numbers were
 * bought. Stateless.
 */
final class OrderEvents {
    private static final String SELECT =
            "select id, kind, state, payload, delivery_status, claimed_at from telnyx4j_outbox where ";

    /** Of a newer edition's kind, it could be an order as well. */
    private static final String IS_ORDER = " and kind not in ('MESSAGE', 'CALL_COMMAND')";

    /** Orders whose id is not known yet: few, and in the index of open jobs. */
    private static final String PENDING =
            "state in ('SENDING', 'UNKNOWN', 'PARKED') and kind = 'NUMBER_ORDER' and message_id is null";

    /** By how much Telnyx's clock may be behind. The application's reference may be that of an earlier order as well. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private OrderEvents() {}

    /** The job that an event is about, locked. */
    private record LockedJob(
            JobId id,
            String kind,
            String stateName,
            String payload,
            @Nullable String status,
            @Nullable Instant claimedAt) {
        JobState state() {
            return JobState.of(stateName);
        }
    }

    /**
     * Records an event.
     *
     * @return the job that it is about, or empty if there is none
     */
    static Optional<JobId> record(Connection connection, NumberOrderEvent event, Instant now) throws SQLException {
        if (!(event instanceof NumberOrderEvent.Complete complete)) {
            return Optional.empty();
        }
        NumberOrderResult order = new NumberOrderResult(complete.payload(), null);
        LockedJob job = find(connection, order);
        if (job == null) {
            return Optional.empty();
        }
        JobEvents.requireKnown(job.id, job.kind, job.stateName);
        SendResult result = SendResult.of(order);
        JobState state = result.state();
        if (isFurtherOn(job, state, result.status())) {
            write(connection, job, state, result, now);
        }
        return Optional.of(job.id);
    }

    private static boolean isFurtherOn(LockedJob job, JobState state, @Nullable String status) {
        return switch (job.state()) {
            // That it was placed is news in itself.
            case READY, SENDING, UNKNOWN, PARKED, DISCARDED -> true;
            case SENT -> state != JobState.SENT || (status != null && !status.equals(job.status));
            case DELIVERY_FAILED -> state == JobState.DELIVERED;
            case DELIVERED, OTHER -> false;
        };
    }

    /** By the reference that the outbox gave, by the id, and by the reference that the application gave, in this order. */
    private static @Nullable LockedJob find(Connection connection, NumberOrderResult order) throws SQLException {
        String reference = order.customerReference().orElse("");
        LockedJob job = reference.isEmpty() ? null : first(connection, "token = ?" + IS_ORDER, reference);
        if (job == null && !order.id().isEmpty()) {
            job = first(connection, "message_id = ?" + IS_ORDER, order.id());
        }
        return job == null && !reference.isEmpty() ? withOwnReference(connection, order, reference) : job;
    }

    private static @Nullable LockedJob first(Connection connection, String condition, String value)
            throws SQLException {
        List<LockedJob> found = lock(connection, condition, value);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Returns the one order that is without a response so far and can be this one; none where there are several. */
    private static @Nullable LockedJob withOwnReference(
            Connection connection, NumberOrderResult order, String reference) throws SQLException {
        List<LockedJob> found = lock(connection, PENDING).stream()
                .filter(job -> reference.equals(reference(job.payload)) && isAfterClaim(job, order))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static @Nullable String reference(String payload) {
        try {
            return CreateNumberOrderRequest.fromJson(payload).getCustomerReference();
        } catch (RuntimeException notReadable) {
            return null;
        }
    }

    private static boolean isAfterClaim(LockedJob job, NumberOrderResult order) {
        return job.claimedAt != null && JobSettler.isAfter(order, job.claimedAt.minus(CLOCK_SKEW));
    }

    private static List<LockedJob> lock(Connection connection, String condition, String... values) throws SQLException {
        String sql = SELECT + condition + " order by id for update";
        try (PreparedStatement statement = JobRows.prepare(connection, sql, (Object[]) values);
                ResultSet row = statement.executeQuery()) {
            List<LockedJob> found = new ArrayList<>();
            while (row.next()) {
                found.add(new LockedJob(
                        new JobId(row.getObject("id", UUID.class)),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("payload"),
                        row.getString("delivery_status"),
                        JobRows.instant(row, "claimed_at")));
            }
            return found;
        }
    }

    private static void write(Connection connection, LockedJob job, JobState state, SendResult result, Instant now)
            throws SQLException {
        JobWrites.update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = coalesce(?, reason), error_code = null,"
                        + " message_id = coalesce(message_id, ?), delivery_status = ?, sent_at = coalesce(sent_at, ?),"
                        + " finished_at = ?, next_at = null, changed_at = ? where id = ?",
                state,
                JobEvents.wasSettled(job.state()) ? JobReason.SETTLED : null,
                result.id(),
                result.status(),
                now,
                now,
                now,
                job.id);
        JobWrites.deleteTask(connection, job.id);
    }
}
