package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.SettledMessage;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.numbers.NumberOrderResult;

/**
 * Finds out what became of jobs that may have been sent. It sends no message and no order; an unknown call command it sends
 * again, with the same command id, as long as Telnyx is sure to ignore a second one. Safe for use by any number of threads.
 */
final class JobSettler {
    private static final Logger LOG = LoggerFactory.getLogger(JobSettler.class);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Duration LAST_CHECK_IS_REPEATED_FOR = Duration.ofHours(1);

    /** By how much Telnyx's clock may be behind. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /** The same where the application's own reference may be that of an earlier order as well. */
    private static final Duration SHORT_CLOCK_SKEW = Duration.ofMinutes(1);

    /** Telnyx ignores a second command with the same id for 60 seconds. The rest is for the way there and for clocks. */
    private static final Duration COMMAND_ID_COUNTS_FOR = Duration.ofSeconds(50);

    private static final Duration SHORTEST_COMMAND = Duration.ofSeconds(2);
    private static final Duration COMMAND_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final OutboxSettings settings;
    private final Persistence persistence;
    private final JobSender sender;

    JobSettler(Database database, OutboxSettings settings, Persistence persistence, JobSender sender) {
        this.database = database;
        this.settings = settings;
        this.persistence = persistence;
        this.sender = sender;
    }

    /** A claim of which it is not known whether it was carried out. */
    record Unknown(
            JobId id,
            JobKind kind,
            String token,
            boolean findable,
            String reason,
            @Nullable String errorCode) {}

    /** Writes that it is not known whether a claim was carried out, or parks it at once where nothing can be found out. */
    static boolean unknown(Connection connection, OutboxSettings settings, Unknown claim, Instant now)
            throws SQLException {
        if (!claim.findable()) {
            return JobWrites.endClaimed(
                    connection,
                    claim.id(),
                    claim.token(),
                    JobState.PARKED,
                    JobReason.NO_WEBHOOK_URL,
                    claim.errorCode(),
                    now);
        }
        Duration pause = claim.kind() == JobKind.CALL_COMMAND ? COMMAND_PAUSE : settings.settleInterval();
        return JobWrites.unknown(
                connection,
                claim.id(),
                claim.token(),
                claim.reason(),
                claim.errorCode(),
                now.plus(settings.settleFor()),
                now.plus(pause),
                now);
    }

    /** Takes over a job whose worker had claimed it and is gone: it may have been sent. */
    void lost(JobInfo job) throws SQLException {
        Unknown claim =
                new Unknown(job.id(), job.kind(), token(job), job.row().findable(), JobReason.WORKER_LOST, null);
        database.transaction(connection ->
                unknown(connection, settings, claim, database.clock(connection).now(connection)));
    }

    /** Checks a job that is unknown. */
    void settle(JobInfo job, JobType<?> type, JsonModel request, TelnyxOperations operations) throws SQLException {
        switch (type.kind()) {
            case MESSAGE -> settleMessage(job, type, request, operations);
            case NUMBER_ORDER -> settleOrder(job, type, request, operations);
            case CALL_COMMAND -> repeatCommand(job, type, request, operations);
            // No type has it.
            case OTHER -> checkLater(job);
        }
    }

    private void settleMessage(JobInfo job, JobType<?> type, JsonModel request, TelnyxOperations operations)
            throws SQLException {
        Instant now = database.now();
        Instant until = until(job, request, now);
        Settlement settlement;
        try {
            SettlementQuery.Builder query = SettlementQuery.builder()
                    .since(job.claimedAt().orElse(job.createdAt()).minus(CLOCK_SKEW))
                    .until(until);
            RequestOptions options = RequestOptions.timeout(settings.sendTimeout());
            settlement = operations
                    .messages()
                    .settle(CorrelationToken.of(token(job)), forRecipient(query, request), options);
        } catch (TelnyxException e) {
            LOG.debug("What became of job {} could not be checked: {}", job.id(), e.getMessage());
            // A check that failed shows nothing, so the last one is repeated.
            checkLater(job, until.plus(LAST_CHECK_IS_REPEATED_FOR));
            return;
        }
        switch (settlement.kind()) {
            case CARRIED_OUT, CARRIED_OUT_TWICE -> {
                SettledMessage message = settlement.messages().get(0);
                boolean twice = settlement.kind() == Settlement.Kind.CARRIED_OUT_TWICE;
                SendResult result = SendResult.settled(
                        message.id().orElse(null), message.status().orElse(null));
                sender.sent(claim(job, type), result, twice ? JobReason.SENT_TWICE : JobReason.SETTLED);
            }
            case NOT_SEEN, STILL_OPEN -> checkLater(job, until);
        }
    }

    /** A message that is scheduled is sent, and recorded, only then. */
    private Instant until(JobInfo job, JsonModel request, Instant now) {
        Instant until = job.row().settleUntil() == null ? now : job.row().settleUntil();
        if (request.get("send_at") instanceof OffsetDateTime sendAt) {
            Instant afterwards = sendAt.toInstant().plus(settings.settleFor());
            until = afterwards.isAfter(until) ? afterwards : until;
        }
        return until;
    }

    /** The number makes the search shorter. What is no number is left out. */
    private static SettlementQuery forRecipient(SettlementQuery.Builder query, JsonModel request) {
        List<String> recipients = JobRunner.Recipients.of(request);
        if (!recipients.isEmpty()) {
            try {
                return query.recipient(recipients.get(0)).build();
            } catch (IllegalArgumentException noNumber) {
                return query.build();
            }
        }
        return query.build();
    }

    private void settleOrder(JobInfo job, JobType<?> type, JsonModel request, TelnyxOperations operations)
            throws SQLException {
        Object own = request.get("customer_reference");
        String reference = own instanceof String text ? text : token(job);
        Instant from = job.claimedAt().orElse(job.createdAt()).minus(SHORT_CLOCK_SKEW);
        NumberOrderResult order;
        try {
            RequestOptions options = RequestOptions.timeout(settings.sendTimeout());
            order = operations.numberOrders().findByCustomerReference(reference, options).stream()
                    .filter(found -> own == null || isAfter(found, from))
                    .findFirst()
                    .orElse(null);
        } catch (TelnyxException e) {
            checkLater(job);
            return;
        }
        if (order == null) {
            checkLater(job);
        } else {
            sender.sent(claim(job, type), SendResult.of(order), JobReason.SETTLED);
        }
    }

    static boolean isAfter(NumberOrderResult order, Instant from) {
        OffsetDateTime createdAt = order.raw().getCreatedAt();
        return createdAt != null && createdAt.toInstant().isAfter(from);
    }

    private void repeatCommand(JobInfo job, JobType<?> type, JsonModel request, TelnyxOperations operations)
            throws SQLException {
        Instant now = database.now();
        Duration left = Duration.between(now, job.claimedAt().orElse(now)).plus(COMMAND_ID_COUNTS_FOR);
        if (left.compareTo(SHORTEST_COMMAND) < 0) {
            sender.end(claim(job, type), JobState.PARKED, JobReason.NOT_FOUND_OUT, null);
            return;
        }
        boolean won = database.transaction(connection -> JobWrites.claimAgain(
                connection,
                job.id(),
                token(job),
                settings.name(),
                database.clock(connection).now(connection)));
        if (won) {
            Duration timeout = left.compareTo(settings.sendTimeout()) < 0 ? left : settings.sendTimeout();
            sender.sendClaimed(claim(job, type), request, operations, timeout);
        }
    }

    /** Lets a job be checked again, or parks it if its time is over. */
    void checkLater(JobInfo job) throws SQLException {
        Instant until = job.row().settleUntil();
        checkLater(job, until == null ? database.now() : until);
    }

    private void checkLater(JobInfo job, Instant until) throws SQLException {
        persistence.write(connection -> {
            Instant now = database.clock(connection).now(connection);
            if (!now.isBefore(until)) {
                return JobWrites.endClaimed(
                        connection, job.id(), token(job), JobState.PARKED, JobReason.NOT_FOUND_OUT, null, now);
            }
            Instant next = now.plus(pause(job, now));
            return JobWrites.checkAgain(connection, job.id(), token(job), next.isAfter(until) ? until : next, now);
        });
    }

    private Duration pause(JobInfo job, Instant now) {
        Duration half = Duration.between(job.claimedAt().orElse(now), now).dividedBy(2);
        Duration grown = half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
        return grown.compareTo(settings.settleInterval()) < 0 ? settings.settleInterval() : grown;
    }

    private static JobSender.Claim claim(JobInfo job, JobType<?> type) {
        return new JobSender.Claim(job, type, token(job), job.row().findable(), true);
    }

    /** Every job that was claimed has one. */
    private static String token(JobInfo job) {
        String token = job.row().token();
        return token == null ? "" : token;
    }
}
