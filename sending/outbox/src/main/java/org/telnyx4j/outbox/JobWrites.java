package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What workers change. Each change holds only where the row is as its caller believes, which is what makes it right for two
 * workers at once, for one that was paused, and for a commit whose answer was lost. What lets a worker take the job follows in
 * the same transaction, for which the connection must be without auto-commit; a claim is one statement. Stateless.
 */
final class JobWrites {
    private JobWrites() {}

    /**
     * Claims a job: from here on it may have been sent.
     *
     * @return whether this claim is the one; false where another worker was quicker, or the job was cancelled
     */
    static boolean claim(Connection connection, JobId id, String token, boolean findable, String worker, Instant now)
            throws SQLException {
        return update(
                connection,
                "update telnyx4j_outbox set state = 'SENDING', reason = null, token = ?, findable = ?, claimed_by = ?,"
                        + " claimed_at = ?, attempts = attempts + 1, next_at = null, changed_at = ?"
                        + " where id = ? and state = 'READY'",
                token,
                findable,
                worker,
                now,
                now,
                id);
    }

    /** Claims an unknown call command again, with the same command id and the same beginning. */
    static boolean claimAgain(Connection connection, JobId id, String token, String worker, Instant now)
            throws SQLException {
        return update(
                connection,
                "update telnyx4j_outbox set state = 'SENDING', claimed_by = ?, attempts = attempts + 1, next_at = null,"
                        + " changed_at = ? where id = ? and token = ? and state = 'UNKNOWN' and kind = 'CALL_COMMAND'",
                worker,
                now,
                id,
                token);
    }

    /**
     * Writes that a claim was carried out.
     *
     * @param state sent, delivered or failed
     */
    static boolean sent(
            Connection connection,
            JobId id,
            String token,
            JobState state,
            @Nullable String reason,
            SendResult result,
            Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = ?, error_code = ?, message_id = coalesce(?, message_id),"
                        + " delivery_status = coalesce(?, delivery_status), cost = coalesce(?, cost),"
                        + " cost_currency = coalesce(?, cost_currency), parts = coalesce(?, parts),"
                        + " sent_at = coalesce(sent_at, ?), finished_at = ?, next_at = null, changed_at = ?"
                        + " where id = ? and token = ? and state in ('READY', 'SENDING', 'UNKNOWN', 'PARKED')",
                state,
                reason,
                result.errorCode(),
                result.id(),
                result.status(),
                JobRows.orNull(result.cost()),
                result.currency(),
                JobRows.orNull(result.parts()),
                now,
                now,
                now,
                id,
                token);
        if (won) {
            deleteTask(connection, id);
        } else {
            // An event was quicker than the response: what only the response has is added.
            update(
                    connection,
                    "update telnyx4j_outbox set message_id = coalesce(message_id, ?), cost = coalesce(cost, ?),"
                            + " cost_currency = coalesce(cost_currency, ?), parts = coalesce(parts, ?)"
                            + " where id = ? and token = ?",
                    result.id(),
                    JobRows.orNull(result.cost()),
                    result.currency(),
                    JobRows.orNull(result.parts()),
                    id,
                    token);
        }
        return won;
    }

    /**
     * Writes that a claim had certainly no effect, and that the job is to be sent again.
     *
     * @param failed whether it counts as a failure
     */
    static boolean ready(
            Connection connection,
            JobId id,
            String token,
            @Nullable String reason,
            @Nullable String errorCode,
            boolean failed,
            Instant nextAt,
            Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = 'READY', reason = ?, error_code = ?, failures = failures + ?,"
                        + " next_at = ?, settle_until = null, changed_at = ?"
                        + " where id = ? and token = ? and state in ('SENDING', 'UNKNOWN')",
                reason,
                errorCode,
                failed ? 1 : 0,
                nextAt,
                now,
                id,
                token);
        if (won) {
            scheduleTask(connection, id, nextAt);
        }
        return won;
    }

    /** Lets a job wait that nobody has claimed. */
    static boolean postpone(Connection connection, JobId id, @Nullable String reason, Instant nextAt, Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set reason = ?, next_at = ?, changed_at = ? where id = ? and state = 'READY'",
                reason,
                nextAt,
                now,
                id);
        if (won) {
            scheduleTask(connection, id, nextAt);
        }
        return won;
    }

    /** Ends a job that nobody has claimed. */
    static boolean endUnclaimed(Connection connection, JobId id, JobState state, String reason, Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = ?, next_at = null, finished_at = ?, changed_at = ?"
                        + " where id = ? and state = 'READY'",
                state,
                reason,
                finishedAt(state, now),
                now,
                id);
        if (won) {
            deleteTask(connection, id);
        }
        return won;
    }

    /** Ends a job whose claim had certainly no effect, or of which nothing more can be found out. */
    static boolean endClaimed(
            Connection connection,
            JobId id,
            String token,
            JobState state,
            String reason,
            @Nullable String errorCode,
            Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = ?, error_code = coalesce(?, error_code), next_at = null,"
                        + " finished_at = ?, changed_at = ? where id = ? and token = ? and state in ('SENDING', 'UNKNOWN')",
                state,
                reason,
                errorCode,
                finishedAt(state, now),
                now,
                id,
                token);
        if (won) {
            deleteTask(connection, id);
        }
        return won;
    }

    /** Carries out what a person has decided on a parked job. */
    static boolean resolve(Connection connection, JobId id, ParkedDecision decision, Instant now) throws SQLException {
        JobState state = switch (decision) {
            case SENT -> JobState.SENT;
            case DISCARD -> JobState.DISCARDED;
            case SEND_AGAIN -> JobState.READY;
        };
        boolean again = decision == ParkedDecision.SEND_AGAIN;
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = ?, reason = ?, failures = 0, next_at = ?, sent_at = ?,"
                        + " finished_at = ?, changed_at = ? where id = ? and state = 'PARKED'",
                state,
                decision == ParkedDecision.DISCARD ? JobReason.CANCELLED : JobReason.DECIDED,
                JobRows.orNull(again ? now : null),
                JobRows.orNull(decision == ParkedDecision.SENT ? now : null),
                JobRows.orNull(again ? null : now),
                now,
                id);
        if (won && again) {
            scheduleTask(connection, id, now);
        }
        return won;
    }

    /** Writes that it is not known whether a claim was carried out. */
    static boolean unknown(
            Connection connection,
            JobId id,
            String token,
            String reason,
            @Nullable String errorCode,
            Instant settleUntil,
            Instant nextAt,
            Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set state = 'UNKNOWN', reason = ?, error_code = ?, settle_until = ?, next_at = ?,"
                        + " changed_at = ? where id = ? and token = ? and state = 'SENDING'",
                reason,
                errorCode,
                settleUntil,
                nextAt,
                now,
                id,
                token);
        if (won) {
            scheduleCheck(connection, id, nextAt);
        }
        return won;
    }

    /** Lets an unknown job be checked again later. */
    static boolean checkAgain(Connection connection, JobId id, String token, Instant nextAt, Instant now)
            throws SQLException {
        boolean won = update(
                connection,
                "update telnyx4j_outbox set next_at = ?, changed_at = ? where id = ? and token = ? and state = 'UNKNOWN'",
                nextAt,
                now,
                id,
                token);
        if (won) {
            scheduleCheck(connection, id, nextAt);
        }
        return won;
    }

    /** A check has its time; behind all that waits to be sent it would come after it. */
    private static void scheduleCheck(Connection connection, JobId id, Instant at) throws SQLException {
        scheduleTask(connection, id, at);
        update(
                connection,
                "update telnyx4j_outbox_tasks set priority = ? where task_name = ? and task_instance = ?",
                Tasks.PRIORITY_OF_CHECKS,
                Tasks.NAME,
                id.toString());
    }

    /** Removes what lets a worker take a job, such as one that has ended. */
    static void deleteTask(Connection connection, JobId id) throws SQLException {
        update(
                connection,
                "delete from telnyx4j_outbox_tasks where task_name = ? and task_instance = ?",
                Tasks.NAME,
                id.toString());
    }

    /** As {@link #deleteTask(Connection, JobId)}, unless somebody has let a worker take the job again in the meantime. */
    static boolean deleteTask(Connection connection, JobId id, long version) throws SQLException {
        return update(
                connection,
                "delete from telnyx4j_outbox_tasks where task_name = ? and task_instance = ? and version = ?",
                Tasks.NAME,
                id.toString(),
                version);
    }

    /** Lets a worker take a job from a time on. The job's own row is locked by this transaction, so nobody else does so. */
    static void scheduleTask(Connection connection, JobId id, Instant at) throws SQLException {
        boolean there = update(
                connection,
                "update telnyx4j_outbox_tasks set execution_time = ?, picked = false, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1 where task_name = ? and task_instance = ?",
                at,
                Tasks.NAME,
                id.toString());
        if (!there) {
            update(
                    connection,
                    "insert into telnyx4j_outbox_tasks"
                            + " (task_name, task_instance, execution_time, picked, version, priority)"
                            + " select ?, ?, ?, false, 1, priority from telnyx4j_outbox where id = ?",
                    Tasks.NAME,
                    id.toString(),
                    at,
                    id);
        }
    }

    /**
     * Gives back what a worker that is taken for dead had picked.
     *
     * @param version of the task when it was found dead
     */
    static boolean unpick(Connection connection, JobId id, long version, Instant at) throws SQLException {
        return update(
                connection,
                "update telnyx4j_outbox_tasks set execution_time = ?, picked = false, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1"
                        + " where task_name = ? and task_instance = ? and version = ?",
                at,
                Tasks.NAME,
                id.toString(),
                version);
    }

    private static Object finishedAt(JobState state, Instant now) {
        return JobRows.orNull(state == JobState.PARKED ? null : now);
    }

    static boolean update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return JobRows.update(connection, sql, values) > 0;
    }
}
