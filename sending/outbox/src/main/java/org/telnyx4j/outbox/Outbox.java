package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.internal.database.TimeLimitedDataSource;

/**
 * Keeps messages, call commands and number orders in a database and sends each once, whatever crashes. Any number of
 * processes may put jobs into it, and any number of workers may send them. Safe for use by any number of threads.
 *
 * <pre>{@code
 * OutboxSchema.apply(dataSource);
 * try (Outbox outbox = Outbox.builder(dataSource).telnyx(telnyx).build()) {
 *     outbox.start();
 *     outbox.enqueue(OutboxJob.of(message).key("order-17-shipped").build());
 * }
 * }</pre>
 *
 * <p>A process that only enqueues needs neither {@link Builder#telnyx} nor {@link #start()}.
 */
public final class Outbox implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final Database database;
    private final OutboxSettings settings;
    private final Seams seams;
    private final Object lock = new Object();
    private volatile @Nullable Workers workers;
    private boolean closed;

    private Outbox(Builder builder) {
        this.settings = builder.settings();
        this.database = new Database(new TimeLimitedDataSource(builder.dataSource, settings.statementTimeout()));
        this.seams = builder.seams;
    }

    /**
     * Starts an outbox that is all defaults.
     *
     * @param dataSource the database, such as a pool with a connection for each worker and two more; it stays the
     *     application's to close
     * @return a new builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Starts the workers. Starting again does nothing.
     *
     * @throws IllegalStateException if there is no Telnyx client, or the outbox is closed
     * @throws OutboxException if the database has no tables of the outbox, or others than this edition needs
     */
    public void start() {
        Telnyx telnyx = settings.telnyx();
        if (telnyx == null) {
            throw new IllegalStateException("An outbox that sends needs a client: Outbox.builder(…).telnyx(telnyx)");
        }
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("The outbox is closed");
            }
            if (workers == null) {
                OutboxSchema.check(database.dataSource());
                Workers started = Workers.start(database, settings, telnyx, seams);
                seams.reached(Seams.Point.WORKERS_STARTED);
                workers = started;
                // Who enqueued since their first poll had nobody to wake.
                started.wake();
            }
        }
    }

    /**
     * Puts a job into the outbox, in a transaction of its own. A worker of this process takes it at once.
     *
     * @param job the job
     * @return its id, and whether it is new
     * @throws OutboxException if the database did not confirm it. Then it may be there all the same: with a key, it can
     *     simply be enqueued again
     */
    public EnqueueResult enqueue(OutboxJob job) {
        Objects.requireNonNull(job, "job");
        EnqueueResult result = database.call(connection -> insert(connection, job));
        wake();
        return result;
    }

    /**
     * Puts a job into the outbox in the transaction of a connection: it is there once that is committed, and gone if it is
     * rolled back. A worker takes it within the polling interval of its commit, or at once if {@link #wake()} is called
     * after that.
     *
     * @param connection a connection to the outbox's database, whose transaction stays the caller's
     * @param job the job
     * @return its id, and whether it is new
     * @throws OutboxException if the database refuses it
     */
    public EnqueueResult enqueue(Connection connection, OutboxJob job) {
        Objects.requireNonNull(job, "job");
        try {
            return insert(connection, job);
        } catch (SQLException e) {
            throw OutboxSchema.ERRORS.translate(e);
        }
    }

    /**
     * Puts many jobs into the outbox, in batches of 1,000 with a transaction each, and in constant memory. If it fails, the
     * batches before are there: with keys, all can be enqueued again.
     *
     * @param jobs the jobs; is closed
     * @return how many there are now
     * @throws OutboxException if the database did not confirm a batch
     */
    public EnqueueSummary enqueueAll(Stream<OutboxJob> jobs) {
        EnqueueSummary summary =
                inBatches(jobs, batch -> database.call(connection -> insertAll(connection, batch)), this::wake);
        wake();
        return summary;
    }

    /**
     * Puts many jobs into the outbox in the transaction of a connection, in constant memory.
     *
     * @param connection a connection to the outbox's database, whose transaction stays the caller's
     * @param jobs the jobs; is closed
     * @return how many there will be
     * @throws OutboxException if the database refuses a batch
     */
    public EnqueueSummary enqueueAll(Connection connection, Stream<OutboxJob> jobs) {
        return inBatches(
                jobs,
                batch -> {
                    try {
                        return insertAll(connection, batch);
                    } catch (SQLException e) {
                        throw OutboxSchema.ERRORS.translate(e);
                    }
                },
                () -> {});
    }

    private EnqueueResult insert(Connection connection, OutboxJob job) throws SQLException {
        return inserts(connection)
                .insert(connection, job, database.clock(connection).now(connection));
    }

    private EnqueueSummary insertAll(Connection connection, List<OutboxJob> jobs) throws SQLException {
        return inserts(connection)
                .insertAll(connection, jobs, database.clock(connection).now(connection));
    }

    private JobInserts inserts(Connection connection) throws SQLException {
        return new JobInserts(database.product(connection));
    }

    private static EnqueueSummary inBatches(
            Stream<OutboxJob> jobs, Function<List<OutboxJob>, EnqueueSummary> insert, Runnable afterBatch) {
        long enqueued = 0;
        long duplicates = 0;
        try (jobs) {
            Iterator<OutboxJob> rest = jobs.iterator();
            List<OutboxJob> batch = new ArrayList<>();
            while (rest.hasNext()) {
                batch.add(Objects.requireNonNull(rest.next(), "job"));
                if (batch.size() == BATCH || !rest.hasNext()) {
                    EnqueueSummary inserted = insert.apply(batch);
                    enqueued += inserted.enqueued();
                    duplicates += inserted.duplicates();
                    batch.clear();
                    afterBatch.run();
                }
            }
        }
        return new EnqueueSummary(enqueued, duplicates);
    }

    /** Lets the workers of this process see at once what was committed a moment ago. Does nothing where there are none. */
    public void wake() {
        Workers running = workers;
        if (running != null) {
            running.wake();
        }
    }

    /**
     * Finds a job by its id.
     *
     * @param id the id
     * @return the job, or empty if there is none
     * @throws OutboxException if the database cannot be read
     */
    public Optional<JobInfo> find(JobId id) {
        Objects.requireNonNull(id, "id");
        return database.call(connection -> JobQueries.find(connection, id));
    }

    /**
     * Finds the job without a tenant whose key counts.
     *
     * @param key the key
     * @return the job, or empty if there is none
     * @throws OutboxException if the database cannot be read
     */
    public Optional<JobInfo> find(String key) {
        return find("", key);
    }

    /**
     * Finds the job of a tenant whose key counts.
     *
     * @param tenant the name of the tenant; empty for the jobs without one
     * @param key the key
     * @return the job, or empty if there is none
     * @throws OutboxException if the database cannot be read
     */
    public Optional<JobInfo> find(String tenant, String key) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(key, "key");
        return database.call(connection -> JobQueries.find(connection, tenant, key));
    }

    /**
     * Returns jobs in the order in which they were enqueued, one page at a time.
     *
     * @param query which
     * @return at most as many as the query's limit; the next page is that {@linkplain JobQuery.Builder#after after} the last
     *     one
     * @throws OutboxException if the database cannot be read
     */
    public List<JobInfo> query(JobQuery query) {
        Objects.requireNonNull(query, "query");
        return database.call(connection -> JobQueries.select(connection, query));
    }

    /**
     * Records an event of a verified webhook: that a message was sent, whether it arrived, and what it cost. It settles what
     * is unknown. Events may come in any order, more than once, and to any process:
     *
     * <pre>{@code
     * EventRouter router = EventRouter.builder().before(MessageEvent.class, outbox::record).build();
     * }</pre>
     *
     * @param event any event of a message
     * @return the job that it is about; empty where the message is none of this outbox's
     * @throws OutboxException if the database did not confirm it, or the job has a state or a kind that only a newer edition knows.
     *     Let the webhook fail then: Telnyx sends it again
     */
    public Optional<JobId> record(MessageEvent event) {
        Objects.requireNonNull(event, "event");
        return database.call(connection ->
                JobEvents.record(connection, event, database.clock(connection).now(connection)));
    }

    /**
     * Records an event of a verified webhook: that a number order has ended, with success or without. It settles what is
     * unknown. Events may come in any order, more than once, and to any process:
     *
     * <pre>{@code
     * EventRouter router = EventRouter.builder().before(NumberOrderEvent.class, outbox::record).build();
     * }</pre>
     *
     * @param event any event of a number order
     * @return the job that it is about, found by the order's id or customer reference; empty where the order is none of this
     *     outbox's
     * @throws OutboxException if the database did not confirm it, or only a newer edition knows what to do. Let the webhook
     *     fail then: Telnyx sends it again
     */
    public Optional<JobId> record(NumberOrderEvent event) {
        Objects.requireNonNull(event, "event");
        return database.call(connection ->
                OrderEvents.record(connection, event, database.clock(connection).now(connection)));
    }

    /**
     * Cancels a job that nobody has claimed yet.
     *
     * @param id the job
     * @return whether it is cancelled now; false where it is being sent, was sent, has ended, or there is none
     * @throws OutboxException if the database did not confirm it
     */
    public boolean cancel(JobId id) {
        Objects.requireNonNull(id, "id");
        return database.call(connection -> JobWrites.endUnclaimed(
                connection,
                id,
                JobState.DISCARDED,
                JobReason.CANCELLED,
                database.clock(connection).now(connection)));
    }

    /**
     * Carries out what a person has decided on a parked job.
     *
     * @param id the job
     * @param decision the decision
     * @return whether it was carried out; false where the job is not parked, or there is none
     * @throws OutboxException if the database did not confirm it
     */
    public boolean resolve(JobId id, ParkedDecision decision) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(decision, "decision");
        boolean resolved = database.call(connection -> JobWrites.resolve(
                connection, id, decision, database.clock(connection).now(connection)));
        wake();
        return resolved;
    }

    /**
     * Counts the jobs. It reads the whole table, so it is for people and for metrics once a minute, not for each request.
     *
     * @return the numbers
     * @throws OutboxException if the database cannot be read
     */
    public OutboxStatus status() {
        return database.call(connection ->
                JobQueries.status(connection, database.clock(connection).now(connection)));
    }

    /** Closes as {@link #close(Duration)} does, and waits for 30 seconds at most. */
    @Override
    public void close() {
        close(Duration.ofSeconds(30));
    }

    /**
     * Takes no further job, and waits until those that are being sent now have ended. What has not ended by then is
     * interrupted, which may take some seconds more, and found out later by another worker. Closing again does nothing.
     *
     * @param atMost how long to wait, zero or more
     */
    public void close(Duration atMost) {
        Objects.requireNonNull(atMost, "atMost");
        Workers running;
        synchronized (lock) {
            closed = true;
            running = workers;
            workers = null;
        }
        if (running != null) {
            running.close(atMost);
        }
    }

    /** Shows the settings; none is private. */
    @Override
    public String toString() {
        return "Outbox[" + settings + "]";
    }

    /** Collects the settings of an outbox. Mutable, for one thread. */
    public static final class Builder {
        private final DataSource dataSource;
        private @Nullable Telnyx telnyx;
        private Function<String, @Nullable Tenant> tenants = name -> null;
        private int workers = 10;
        private Duration pollingInterval = Duration.ofSeconds(1);
        private Duration heartbeat = Duration.ofSeconds(10);
        private Duration sendTimeout = Duration.ofSeconds(30);
        private Duration statementTimeout = Duration.ofSeconds(30);
        private Duration settleFor = Duration.ofHours(24);
        private Duration settleInterval = Duration.ofSeconds(30);
        private @Nullable Duration keepFor;
        private OutboxPolicy policy = OutboxFailure::suggestion;
        private @Nullable QuietHours quietHours;
        private @Nullable String name;
        private Seams seams = Seams.NONE;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * Sets what the workers send with.
         *
         * @param telnyx the client, which stays the application's to close, after the outbox; its send guards, such as a
         *     pacer and an opt-out store, apply
         * @return this builder
         */
        public Builder telnyx(Telnyx telnyx) {
            this.telnyx = Objects.requireNonNull(telnyx, "telnyx");
            return this;
        }

        /**
         * Sets how the tenants of jobs are found.
         *
         * @param tenants returns the tenant of a name, or null where there is none: such a job is parked. Must be safe for
         *     use by many threads. Where it throws, the job is tried again later
         * @return this builder
         */
        public Builder tenants(Function<String, @Nullable Tenant> tenants) {
            this.tenants = Objects.requireNonNull(tenants, "tenants");
            return this;
        }

        /**
         * Sets how many jobs are sent at once by this process.
         *
         * @param workers from 1 to 1,000; 10 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder workers(int workers) {
            if (workers < 1 || workers > 1_000) {
                throw new IllegalArgumentException("workers must be from 1 to 1000, was " + workers);
            }
            this.workers = workers;
            return this;
        }

        /**
         * Sets how often a worker checks for jobs that it was not woken for.
         *
         * @param pollingInterval longer than zero; one second unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder pollingInterval(Duration pollingInterval) {
            this.pollingInterval = positive(pollingInterval, "pollingInterval");
            return this;
        }

        /**
         * Sets how often a worker shows that it is alive. One that has not for four times as long is taken for dead: what it
         * has not claimed is sent by another, and what it has claimed is found out.
         *
         * @param heartbeat longer than zero; 10 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder heartbeat(Duration heartbeat) {
            this.heartbeat = positive(heartbeat, "heartbeat");
            return this;
        }

        /**
         * Sets the deadline of one send, retries of the client included.
         *
         * @param sendTimeout longer than zero; 30 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder sendTimeout(Duration sendTimeout) {
            this.sendTimeout = positive(sendTimeout, "sendTimeout");
            return this;
        }

        /**
         * Sets how long one statement may take in PostgreSQL, such as one that waits for a row which somebody has locked, or a
         * server that does not respond. After that {@link Outbox#enqueue(OutboxJob)} throws, and a worker tries again. It
         * holds for the outbox's own transactions; in yours, your own settings do. In H2 its lock timeout counts.
         *
         * @param statementTimeout longer than zero, in full seconds, one at least; 30 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder statementTimeout(Duration statementTimeout) {
            this.statementTimeout = positive(statementTimeout, "statementTimeout");
            return this;
        }

        /**
         * Sets for how long it is checked whether a send was carried out, before the job is parked.
         *
         * @param settleFor longer than zero; 24 hours unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder settleFor(Duration settleFor) {
            this.settleFor = positive(settleFor, "settleFor");
            return this;
        }

        /**
         * Sets how soon it is first checked whether a send was carried out. The pauses between further checks grow with the
         * age of the send, to an hour at most.
         *
         * @param settleInterval longer than zero; 30 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder settleInterval(Duration settleInterval) {
            this.settleInterval = positive(settleInterval, "settleInterval");
            return this;
        }

        /**
         * Sets for how long jobs are kept that were sent or discarded. Their keys count no more once they are gone, and
         * their events find nothing. Parked jobs are kept.
         *
         * @param keepFor longer than zero; for ever unless set
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder keepFor(Duration keepFor) {
            this.keepFor = positive(keepFor, "keepFor");
            return this;
        }

        /**
         * Sets what becomes of jobs that fail, in place of the outbox's own table.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder policy(OutboxPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets when messages may be sent. Holds for all that are not {@linkplain OutboxJob.Builder#atAnyTime for any time}.
         *
         * @param quietHours the hours; none unless set
         * @return this builder
         */
        public Builder quietHours(QuietHours quietHours) {
            this.quietHours = Objects.requireNonNull(quietHours, "quietHours");
            return this;
        }

        /**
         * Sets what this process is called in the database.
         *
         * @param name 1 to 50 characters, different for each process that runs; the host and a random number unless set
         * @return this builder
         * @throws IllegalArgumentException if it is blank or too long
         */
        public Builder name(String name) {
            Texts.require(name, "name");
            if (name.length() > 50) {
                throw new IllegalArgumentException("name must have at most 50 characters, but has " + name.length());
            }
            this.name = name;
            return this;
        }

        /** For tests: lets a worker end between two steps. */
        Builder seams(Seams seams) {
            this.seams = seams;
            return this;
        }

        private static Duration positive(Duration duration, String name) {
            if (Objects.requireNonNull(duration, name).isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(name + " must be longer than zero, was " + duration);
            }
            return duration;
        }

        private OutboxSettings settings() {
            return new OutboxSettings(
                    telnyx,
                    tenants,
                    workers,
                    pollingInterval,
                    heartbeat,
                    sendTimeout,
                    statementTimeout,
                    settleFor,
                    settleInterval,
                    keepFor,
                    policy,
                    quietHours,
                    name == null ? OutboxSettings.defaultName() : name);
        }

        /**
         * Creates the outbox. It connects when it is first used, not before.
         *
         * @return a new outbox
         */
        public Outbox build() {
            return new Outbox(this);
        }
    }
}
