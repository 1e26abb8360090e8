package org.telnyx4j.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.json.JsonModel;

/**
 * Does what is next for one job: sends it, or finds out what became of it. Which of the two is in the job's row alone. Safe
 * for use by any number of threads.
 */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);
    private static final Duration AGAIN_LATER = Duration.ofMinutes(1);
    private static final Duration NEWER_EDITION_COMES = Duration.ofHours(1);

    private final Database database;
    private final OutboxSettings settings;
    private final Telnyx telnyx;
    private final JobSender sender;
    private final JobSettler settler;
    private final AtomicBoolean hasLogged = new AtomicBoolean();

    JobRunner(Database database, OutboxSettings settings, Telnyx telnyx, Persistence persistence, Seams seams) {
        this.database = database;
        this.settings = settings;
        this.telnyx = telnyx;
        this.sender = new JobSender(database, settings, persistence, seams);
        this.settler = new JobSettler(database, settings, persistence, sender);
    }

    /** Takes the next step of a job that db-scheduler has picked. */
    void run(JobId id, long version) throws SQLException {
        Optional<JobInfo> found = database.statement(connection -> JobQueries.find(connection, id));
        if (found.isEmpty()) {
            removeTask(id, version);
            return;
        }
        JobInfo job = found.get();
        switch (job.row().state()) {
            case "READY" -> runReady(job);
            case "SENDING" -> runOrGiveBack(job, version, settler::lost);
            case "UNKNOWN" -> runOrGiveBack(job, version, this::runUnknown);
            case "SENT", "DELIVERED", "DELIVERY_FAILED", "DISCARDED", "PARKED" -> removeTask(id, version);
            // A newer edition's. It is left to its workers.
            default -> giveBack(id, version, AGAIN_LATER);
        }
    }

    /** One of the steps of a job. */
    @FunctionalInterface
    private interface Step {
        void of(JobInfo job) throws SQLException;
    }

    /** Only a newer edition knows what may be done for a kind of its own that may have been sent. */
    private void runOrGiveBack(JobInfo job, long version, Step step) throws SQLException {
        if (job.kind() != JobKind.OTHER) {
            step.of(job);
        } else {
            giveBack(job.id(), version, AGAIN_LATER);
        }
    }

    /** Decides on a job whose worker is taken for dead, or whose step has failed unexpectedly. It is never sent from here. */
    void lost(JobId id, long version) throws SQLException {
        lost(id, version, Duration.ZERO);
    }

    /** As {@link #lost}, with a pause, so that what fails each time does not fail all the time. */
    void failed(JobId id, long version) throws SQLException {
        lost(id, version, AGAIN_SOON);
    }

    private void lost(JobId id, long version, Duration pause) throws SQLException {
        Optional<JobInfo> found = database.statement(connection -> JobQueries.find(connection, id));
        if (found.isEmpty()) {
            giveBack(id, version, AGAIN_SOON);
        } else if (found.get().row().state().equals("SENDING")) {
            runOrGiveBack(found.get(), version, settler::lost);
        } else {
            giveBack(id, version, pause);
        }
    }

    private void removeTask(JobId id, long version) throws SQLException {
        database.transaction(connection -> JobWrites.deleteTask(connection, id, version));
    }

    private void giveBack(JobId id, long version, Duration delay) throws SQLException {
        database.transaction(connection -> JobWrites.unpick(
                connection,
                id,
                version,
                database.clock(connection).now(connection).plus(delay)));
    }

    private void runReady(JobInfo job) throws SQLException {
        Instant now = database.now();
        if (job.expiresAt().isPresent() && !job.expiresAt().get().isAfter(now)) {
            end(job, JobState.DISCARDED, JobReason.EXPIRED);
            return;
        }
        JobType<?> type = typeOf(job);
        if (type == null) {
            if (job.notBefore().plus(NEWER_EDITION_COMES).isBefore(now)) {
                end(job, JobState.PARKED, JobReason.UNKNOWN_OPERATION);
            } else {
                postpone(job, job.row().reason(), now.plus(AGAIN_LATER));
            }
            return;
        }
        JsonModel request = read(type, job);
        if (request == null) {
            end(job, JobState.PARKED, JobReason.UNREADABLE);
        } else if (!isQuiet(job, type, request, now)) {
            TelnyxOperations operations = operationsOrEnd(job, now);
            if (operations != null) {
                sender.send(job, type, request, operations);
            }
        }
    }

    private void runUnknown(JobInfo job) throws SQLException {
        JobType<?> type = typeOf(job);
        JsonModel request = type == null ? null : read(type, job);
        Optional<TelnyxOperations> operations = Optional.empty();
        try {
            operations = operations(job);
        } catch (RuntimeException e) {
            logOnce("The code that finds tenants failed", e);
        }
        if (type == null || request == null || operations.isEmpty()) {
            settler.checkLater(job);
        } else {
            settler.settle(job, type, request, operations.get());
        }
    }

    /** Returns how a job is carried out, or null where only a newer edition knows, by the operation or by the kind. */
    private static @Nullable JobType<?> typeOf(JobInfo job) {
        JobType<?> type = JobTypes.ofOperation(job.operation());
        return type != null && type.kind() == job.kind() ? type : null;
    }

    private static @Nullable JsonModel read(JobType<?> type, JobInfo job) {
        try {
            return type.parser().parse(job.payload());
        } catch (RuntimeException notReadable) {
            return null;
        }
    }

    /** Puts the job off if the recipients' quiet hours want it, and returns whether nothing is to be sent now. */
    private boolean isQuiet(JobInfo job, JobType<?> type, JsonModel request, Instant now) throws SQLException {
        QuietHours quietHours = settings.quietHours();
        if (quietHours == null || type.kind() != JobKind.MESSAGE || job.row().atAnyTime()) {
            return false;
        }
        Instant earliest = now;
        try {
            for (String recipient : Recipients.of(request)) {
                Instant time = quietHours.earliest(recipient, now);
                earliest = time.isAfter(earliest) ? time : earliest;
            }
        } catch (RuntimeException e) {
            logOnce("The quiet hours could not be determined", e);
            end(job, JobState.PARKED, JobReason.QUIET_HOURS_FAILED);
            return true;
        }
        if (earliest.isAfter(now)) {
            postpone(job, JobReason.QUIET_HOURS, earliest);
            return true;
        }
        return false;
    }

    private @Nullable TelnyxOperations operationsOrEnd(JobInfo job, Instant now) throws SQLException {
        try {
            Optional<TelnyxOperations> operations = operations(job);
            if (operations.isEmpty()) {
                end(job, JobState.PARKED, JobReason.UNKNOWN_TENANT);
            }
            return operations.orElse(null);
        } catch (RuntimeException e) {
            logOnce("The code that finds tenants failed", e);
            postpone(job, JobReason.TENANT_FAILED, now.plus(AGAIN_LATER));
            return null;
        }
    }

    private Optional<TelnyxOperations> operations(JobInfo job) {
        String name = job.row().tenant();
        if (name.isEmpty()) {
            return Optional.of(telnyx);
        }
        Tenant tenant = settings.tenants().apply(name);
        return Optional.ofNullable(tenant).map(telnyx::withTenant);
    }

    private void end(JobInfo job, JobState state, String reason) throws SQLException {
        database.transaction(connection -> JobWrites.endUnclaimed(
                connection, job.id(), state, reason, database.clock(connection).now(connection)));
    }

    /** What has expired by then is discarded in time. */
    private void postpone(JobInfo job, @Nullable String reason, Instant at) throws SQLException {
        Instant next = job.expiresAt().isPresent() && job.expiresAt().get().isBefore(at)
                ? job.expiresAt().get()
                : at;
        database.transaction(connection -> JobWrites.postpone(
                connection, job.id(), reason, next, database.clock(connection).now(connection)));
    }

    /** The application's exceptions can have anything in their messages, so only their class is logged. */
    private void logOnce(String what, RuntimeException e) {
        if (hasLogged.compareAndSet(false, true)) {
            LOG.warn("{}: {}. Further ones are not logged.", what, e.getClass().getName());
        }
    }

    /** Whom a message goes to. */
    static final class Recipients {
        private Recipients() {}

        static List<String> of(JsonModel request) {
            Object to = request.get("to");
            if (to instanceof String one) {
                return List.of(one);
            }
            return to instanceof List<?> all
                    ? all.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList()
                    : List.of();
        }
    }
}
