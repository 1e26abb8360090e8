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
 * order, as often as they like, before the response and from several processes at once: what is further on stays. A message to
 * a group is delivered once it is to each member, and has failed where it has for one. Stateless.
 */
final class JobEvents {
    private static final String OPTED_OUT_CODE = "40300";

    private JobEvents() {}

    /** What is known with one more event. */
    private record News(JobState state, MessageResult message, DeliveryReports reports) {}

    /**
     * The job that an event is about, locked.
     *
     * @param recipients to how many numbers it goes
     */
    private record LockedJob(JobId id, String kind, String stateName, int recipients, DeliveryReports reports) {
        JobState state() {
            return JobState.of(stateName);
        }
    }

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
        requireKnown(job.id, job.kind, job.stateName);
        DeliveryReports reports = job.reports.with(message, event.occurredAt().orElse(null));
        News news = new News(state(reports.folded(), job.recipients), message, reports);
        if (isFurtherOn(job, news)) {
            write(connection, job, news, now);
        } else {
            complete(connection, job, message);
        }
        return Optional.of(job.id);
    }

    private static JobState state(MessageResult folded, int recipients) {
        if (folded.isDelivered() && folded.recipients().size() >= recipients) {
            return JobState.DELIVERED;
        }
        return folded.isFinal() && folded.isFailed() ? JobState.DELIVERY_FAILED : JobState.SENT;
    }

    private static boolean isFurtherOn(LockedJob job, News news) {
        boolean isNew = news.reports != job.reports;
        return switch (job.state()) {
            // That it was sent is news in itself, and that it is final is so for what was sent.
            case READY, SENDING, UNKNOWN, PARKED, DISCARDED -> true;
            case SENT -> news.state != JobState.SENT || isNew;
            case DELIVERED, DELIVERY_FAILED -> news.state != JobState.SENT && isNew;
            case OTHER -> false;
        };
    }

    /** Where the event belongs only the newer edition knows, which gets it when Telnyx sends it again. */
    static void requireKnown(JobId id, String kind, String state) {
        boolean isKindKnown = JobKind.of(kind) != JobKind.OTHER;
        if (!isKindKnown || JobState.of(state) == JobState.OTHER) {
            throw new OutboxException(
                    "Job " + id + " has the " + (isKindKnown ? "state " + state : "kind " + kind)
                            + ", which only a newer edition of telnyx4j-outbox knows: let the webhook fail, and Telnyx"
                            + " sends the event again",
                    null,
                    null);
        }
    }

    /** Returns whether it was not known, or not believed, that a job in this state was sent. */
    static boolean wasSettled(JobState before) {
        return before != JobState.SENT && !before.isFinal() && before != JobState.SENDING;
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
        String sql = "select id, kind, state, operation, payload, delivery_reports from telnyx4j_outbox where " + column
                + " = ? and kind not in ('CALL_COMMAND', 'NUMBER_ORDER') for update";
        try (PreparedStatement statement = JobRows.prepare(connection, sql, value);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new LockedJob(
                            new JobId(row.getObject("id", UUID.class)),
                            row.getString("kind"),
                            row.getString("state"),
                            recipients(row.getString("operation"), row.getString("payload")),
                            DeliveryReports.read(row.getString("delivery_reports")))
                    : null;
        }
    }

    /** Telnyx may report on the members of a group one by one. */
    private static int recipients(String operation, String payload) {
        JobType<?> type = JobTypes.ofOperation(operation);
        try {
            return type == null
                    ? 1
                    : (int) JobRunner.Recipients.of(type.parser().parse(payload)).stream()
                            .distinct()
                            .count();
        } catch (RuntimeException notReadable) {
            return 1;
        }
    }

    private static void write(Connection connection, LockedJob job, News news, Instant now) throws SQLException {
        SendResult result = SendResult.of(news.message);
        JobState before = job.state();
        boolean optedOut = OPTED_OUT_CODE.equals(result.errorCode());
        String reason = optedOut ? JobReason.OPTED_OUT : wasSettled(before) ? JobReason.SETTLED : null;
        JobWrites.update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = coalesce(?, reason), error_code = "
                        + (news.state == JobState.DELIVERY_FAILED ? "coalesce(?, error_code)," : "?,")
                        + " message_id = coalesce(message_id, ?), delivery_status = coalesce(?, delivery_status),"
                        + " delivery_reports = ?, cost = coalesce(?, cost),"
                        + " cost_currency = coalesce(?, cost_currency), parts = coalesce(?, parts),"
                        + " sent_at = coalesce(sent_at, ?), finished_at = ?, next_at = null, changed_at = ? where id = ?",
                news.state,
                reason,
                result.errorCode(),
                result.id(),
                SendResult.status(news.reports.folded()),
                news.reports.stored(),
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
