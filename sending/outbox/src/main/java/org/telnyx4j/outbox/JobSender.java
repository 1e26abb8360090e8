package org.telnyx4j.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonModel;

/**
 * Claims a job, sends it, and writes what became of it, in this order. Safe for use by any number of threads.
 *
 * <p>The claim is committed before anything goes out, and each later write holds only for that claim. So whatever ends the
 * worker in between, the job is not sent a second time.
 */
final class JobSender {
    private static final Logger LOG = LoggerFactory.getLogger(JobSender.class);
    private static final String WEBHOOK_URL = "webhook_url";

    /** Of the heartbeats after which a worker is taken for dead: one that was paused for longer after its claim sends nothing. */
    private static final int HEARTBEATS_OF_CLAIM = Workers.MISSED_HEARTBEATS - 1;

    private final Database database;
    private final OutboxSettings settings;
    private final Persistence persistence;
    private final Seams seams;

    /** Tenants whose messages have no webhook URL unless they bring one; empty for the client itself. */
    private final Set<String> withoutWebhookUrl = ConcurrentHashMap.newKeySet();

    JobSender(Database database, OutboxSettings settings, Persistence persistence, Seams seams) {
        this.database = database;
        this.settings = settings;
        this.persistence = persistence;
        this.seams = seams;
    }

    /**
     * A claim, as it goes through its steps.
     *
     * @param isRepeat whether the same was sent before, and it is not known what became of that
     */
    record Claim(JobInfo job, JobType<?> type, String token, boolean findable, boolean isRepeat) {}

    /** Sends a job that is ready. */
    void send(JobInfo job, JobType<?> type, JsonModel request, TelnyxOperations operations) throws SQLException {
        boolean findable = type.kind() != JobKind.MESSAGE
                || request.has(WEBHOOK_URL)
                || !withoutWebhookUrl.contains(job.row().tenant());
        Claim claim = new Claim(job, type, JobType.newToken(), findable, false);
        seams.reached(Seams.Point.BEFORE_CLAIM);
        Elapsed sinceClaim = new Elapsed();
        boolean won;
        try {
            won = database.statement(connection -> JobWrites.claim(
                    connection,
                    job.id(),
                    claim.token(),
                    findable,
                    settings.name(),
                    database.clock(connection).now(connection)));
        } catch (SQLException answerLost) {
            // The claim may have been committed. Nothing was sent, so it can be taken back.
            release(claim, Duration.ofSeconds(1));
            return;
        }
        if (won) {
            seams.reached(Seams.Point.AFTER_CLAIM);
            if (sinceClaim.isLongerThan(settings.heartbeat().multipliedBy(HEARTBEATS_OF_CLAIM))) {
                release(claim, Duration.ZERO);
            } else {
                sendClaimed(claim, request, operations, settings.sendTimeout());
            }
        }
    }

    /** Sends what this worker has claimed, and writes what became of it. */
    void sendClaimed(Claim claim, JsonModel request, TelnyxOperations operations, Duration timeout)
            throws SQLException {
        SendResult result;
        try {
            result = claim.type()
                    .send(operations, request, claim.job().row().target(), claim.token(), options(claim, timeout));
        } catch (TelnyxException e) {
            seams.reached(Seams.Point.AFTER_RESPONSE);
            if (hasNoWebhookUrl(claim, request, e)) {
                // Found by the check before the send. The next claim is one without a token on the wire.
                withoutWebhookUrl.add(claim.job().row().tenant());
                release(claim, Duration.ZERO);
            } else {
                failed(claim, e);
            }
            return;
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "A send ended with {}; it is found out whether it was carried out.",
                    unexpected.getClass().getName());
            unknown(claim, null);
            return;
        }
        seams.reached(Seams.Point.AFTER_RESPONSE);
        sent(claim, result, null);
        seams.reached(Seams.Point.AFTER_COMMIT);
    }

    private static boolean hasNoWebhookUrl(Claim claim, JsonModel request, TelnyxException error) {
        return claim.type().kind() == JobKind.MESSAGE
                && claim.findable()
                && !request.has(WEBHOOK_URL)
                && error.attempts() == 0
                && error instanceof TelnyxValidationException refused
                && WEBHOOK_URL.equals(refused.field().orElse(""));
    }

    /** A claim of a message or an order is one request. A command's client may repeat it, as its id keeps it single. */
    private static RequestOptions options(Claim claim, Duration timeout) {
        RequestOptions.Builder options = RequestOptions.builder().timeout(timeout);
        JobKind kind = claim.type().kind();
        if (kind != JobKind.CALL_COMMAND) {
            options.retries(RetryOptions.off());
        }
        if (kind == JobKind.MESSAGE && claim.findable()) {
            options.correlationToken(CorrelationToken.of(claim.token()));
        }
        return options.build();
    }

    private void failed(Claim claim, TelnyxException error) throws SQLException {
        if (error.outcome() == Outcome.CARRIED_OUT) {
            sent(claim, SendResult.ofId(null), JobReason.RESPONSE_UNREADABLE);
            return;
        }
        String code = error.errors().isEmpty() ? null : error.errors().get(0).code();
        String errorCode = code == null || code.length() > 50 ? null : code;
        // That the second one was refused says nothing about the first one.
        OutboxDecision decision = claim.isRepeat() ? OutboxDecision.findOut() : decide(claim, error);
        switch (decision.action()) {
            case SNOOZE, RETRY -> ready(claim, decision, errorCode);
            case DISCARD -> end(claim, JobState.DISCARDED, decision.reason(), errorCode);
            case PARK -> end(claim, JobState.PARKED, decision.reason(), errorCode);
            case FIND_OUT -> unknown(claim, errorCode);
        }
    }

    private OutboxDecision decide(Claim claim, TelnyxException error) {
        int failures = claim.job().failures() + 1;
        OutboxDecision suggestion = ErrorTable.decide(error, failures);
        OutboxDecision decision;
        try {
            decision = settings.policy().decide(new OutboxFailure(claim.job(), error, failures, suggestion));
        } catch (RuntimeException e) {
            LOG.warn("The application's policy failed with {}.", e.getClass().getName());
            decision = OutboxDecision.park(JobReason.APPLICATION_FAILED);
        }
        boolean mayHaveBeenCarriedOut = error.mayHaveBeenCarriedOut();
        OutboxDecision.Action action = decision.action();
        if (mayHaveBeenCarriedOut && action != OutboxDecision.Action.PARK) {
            return OutboxDecision.findOut();
        }
        return !mayHaveBeenCarriedOut && action == OutboxDecision.Action.FIND_OUT ? suggestion : decision;
    }

    void sent(Claim claim, SendResult result, @Nullable String reason) throws SQLException {
        JobState state = result.state();
        persistence.write(connection -> JobWrites.sent(
                connection,
                claim.job().id(),
                claim.token(),
                state,
                reason,
                result,
                database.clock(connection).now(connection)));
    }

    private void ready(Claim claim, OutboxDecision decision, @Nullable String errorCode) throws SQLException {
        Duration delay = decision.delay().orElse(Duration.ZERO);
        boolean counts = decision.action() == OutboxDecision.Action.RETRY;
        persistence.write(connection -> {
            Instant now = database.clock(connection).now(connection);
            Instant next = notAfterExpiry(claim.job(), now.plus(delay));
            return JobWrites.ready(
                    connection, claim.job().id(), claim.token(), decision.reason(), errorCode, counts, next, now);
        });
    }

    /** Takes a claim back with which nothing was sent. */
    private void release(Claim claim, Duration delay) throws SQLException {
        persistence.write(connection -> {
            Instant now = database.clock(connection).now(connection);
            return JobWrites.ready(
                    connection, claim.job().id(), claim.token(), null, null, false, now.plus(delay), now);
        });
    }

    private static Instant notAfterExpiry(JobInfo job, Instant next) {
        Instant expiry = job.expiresAt().orElse(next);
        return expiry.isBefore(next) ? expiry : next;
    }

    void end(Claim claim, JobState state, String reason, @Nullable String errorCode) throws SQLException {
        persistence.write(connection -> JobWrites.endClaimed(
                connection,
                claim.job().id(),
                claim.token(),
                state,
                reason,
                errorCode,
                database.clock(connection).now(connection)));
    }

    private void unknown(Claim claim, @Nullable String errorCode) throws SQLException {
        persistence.write(connection -> JobSettler.unknown(
                connection,
                settings,
                new JobSettler.Unknown(
                        claim.job().id(),
                        claim.type().kind(),
                        claim.token(),
                        claim.findable(),
                        JobReason.NO_RESPONSE,
                        errorCode),
                database.clock(connection).now(connection)));
    }
}
