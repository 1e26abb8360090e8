package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.messaging.Cost;
import org.telnyx4j.messaging.MessageResult;

/**
 * Writes what events show of the messages of jobs: that they were sent, and whether they arrived. Events may come in any
 * order, as often as they like, before the response and from several processes at once: what is further on stays. Stateless.
 */
final class JobEvents {
    private static final String OPTED_OUT_CODE = "40300";

    private JobEvents() {}

    /** What one event shows. */
    private record News(
            JobState state, MessageResult message, @Nullable Instant at) {}

    /** The job that an event is about, locked. */
    private record LockedJob(
            JobId id, JobState state, @Nullable Instant deliveryAt) {}

    /**
     * Records an event.
     *
     * @return the job that it is about, or empty if there is none
     */
    static Optional<JobId> record(Connection connection, MessageEvent event, Instant now) throws SQLException {
        if (event instanceof MessageEvent.Received) {
            return Optional.empty();
        }
        MessageResult message = MessageResult.of(event.message());
        LockedJob job = lock(connection, event.correlationToken().orElse(null), message.id());
        if (job == null) {
            return Optional.empty();
        }
        News news = new News(state(message), message, event.occurredAt().orElse(null));
        if (isFurtherOn(job, news)) {
            write(connection, job, news, now);
        } else {
            complete(connection, job, message);
        }
        return Optional.of(job.id);
    }

    private static JobState state(MessageResult message) {
        if (message.isDelivered()) {
            return JobState.DELIVERED;
        }
        return message.isFinal() && message.isFailed() ? JobState.DELIVERY_FAILED : JobState.SENT;
    }

    private static boolean isFurtherOn(LockedJob job, News news) {
        boolean isNewer = job.deliveryAt == null || (news.at != null && !news.at.isBefore(job.deliveryAt));
        return switch (job.state) {
            // That it was sent is news in itself, and that it is final is so for what was sent.
            case READY, SENDING, UNKNOWN, PARKED, DISCARDED -> true;
            case SENT -> news.state != JobState.SENT || isNewer;
            case DELIVERED, DELIVERY_FAILED -> news.state != JobState.SENT && isNewer;
        };
    }

    private static @Nullable LockedJob lock(Connection connection, @Nullable CorrelationToken token, String messageId)
            throws SQLException {
        if (token != null) {
            LockedJob job = lock(connection, "token", token.value());
            if (job != null) {
                return job;
            }
        }
        return messageId.isEmpty() ? null : lock(connection, "message_id", messageId);
    }

    private static @Nullable LockedJob lock(Connection connection, String column, String value) throws SQLException {
        String sql = "select id, state, delivery_at from telnyx4j_outbox where " + column
                + " = ? and kind = 'MESSAGE' for update";
        try (PreparedStatement statement = JobRows.prepare(connection, sql, value);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new LockedJob(
                            new JobId(row.getObject("id", UUID.class)),
                            JobState.valueOf(row.getString("state")),
                            JobRows.instant(row, "delivery_at"))
                    : null;
        }
    }

    private static void write(Connection connection, LockedJob job, News news, Instant now) throws SQLException {
        SendResult result = SendResult.of(news.message);
        boolean wasSettled = job.state != JobState.SENT && !job.state.isFinal() && job.state != JobState.SENDING;
        boolean optedOut = OPTED_OUT_CODE.equals(result.errorCode());
        String reason = optedOut ? JobReason.OPTED_OUT : wasSettled ? JobReason.SETTLED : null;
        JobWrites.update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = coalesce(?, reason), error_code = ?,"
                        + " message_id = coalesce(message_id, ?), delivery_status = coalesce(?, delivery_status),"
                        + " delivery_at = coalesce(?, delivery_at), cost = coalesce(?, cost),"
                        + " cost_currency = coalesce(?, cost_currency), parts = coalesce(?, parts),"
                        + " sent_at = coalesce(sent_at, ?), finished_at = ?, next_at = null, changed_at = ? where id = ?",
                news.state,
                reason,
                result.errorCode(),
                result.id(),
                result.status(),
                JobRows.orNull(news.at),
                JobRows.orNull(result.cost()),
                result.currency(),
                JobRows.orNull(result.parts()),
                now,
                now,
                now,
                job.id);
        JobWrites.deleteTask(connection, job.id);
    }

    /** An event that comes late may have what the others have not. */
    private static void complete(Connection connection, LockedJob job, MessageResult message) throws SQLException {
        SendResult result = SendResult.of(message);
        Cost cost = message.cost().orElse(null);
        if (cost != null || result.parts() != null) {
            JobWrites.update(
                    connection,
                    "update telnyx4j_outbox set cost = coalesce(cost, ?), cost_currency = coalesce(cost_currency, ?),"
                            + " parts = coalesce(parts, ?) where id = ?",
                    JobRows.orNull(result.cost()),
                    result.currency(),
                    JobRows.orNull(result.parts()),
                    job.id);
        }
    }
}
