package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** An outbox, its database and a Telnyx to send to, for one test. */
final class Fixture implements AutoCloseable {
    /** Nobody listens there: the sandbox's webhooks go nowhere, and their URL is in the detail records. */
    private static final String WEBHOOK_URL = "http://127.0.0.1:1/hooks";

    /** Long enough for a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(10);

    final TestDatabase database;
    final FaultyDataSource faulty;
    final DataSource pool;
    final TelnyxSandbox sandbox = TelnyxSandbox.start();
    final Telnyx telnyx;
    private final Outbox observer;
    private final List<Runnable> closing = new ArrayList<>();

    private Fixture(TestDatabase database) {
        this.database = database;
        this.faulty = FaultyDataSource.of(database.dataSource());
        this.pool = database.pool(faulty, 20);
        this.telnyx = client().webhookUrl(WEBHOOK_URL).build();
        closing.add(telnyx::close);
        OutboxSchema.apply(pool);
        observer = Outbox.builder(database.pool(2)).build();
    }

    static Fixture on(TestDatabase.Kind kind) {
        return new Fixture(TestDatabase.of(kind));
    }

    Telnyx.Builder client() {
        return Telnyx.builder()
                .baseUrl(sandbox.baseUrl().toString())
                .apiKey(sandbox.apiKey())
                .from("+14165550199");
    }

    /**
     * Returns the settings of a worker process. With the usual heartbeat none is taken for dead, however slow the machine is;
     * see {@link #silence}.
     */
    Outbox.Builder outbox() {
        return Outbox.builder(pool)
                .telnyx(telnyx)
                .workers(4)
                .pollingInterval(Duration.ofMillis(50))
                .settleInterval(Duration.ofMillis(100))
                .settleFor(Duration.ofMinutes(5));
    }

    Outbox started(Outbox.Builder builder) {
        Outbox outbox = builder.build();
        closing.add(0, () -> outbox.close(Duration.ofSeconds(1)));
        outbox.start();
        return outbox;
    }

    static OutboxJob.Builder hello() {
        return hello("+14165550123");
    }

    static OutboxJob.Builder hello(String to) {
        return OutboxJob.of(OutgoingMessage.builder().to(to).text("Hello!").build());
    }

    /**
     * Makes the workers that have picked something now look as if they had shown no heartbeat for long. Who starts afterwards
     * takes them for dead at once.
     */
    void silence() throws Exception {
        execute("update telnyx4j_outbox_tasks set last_heartbeat = timestamp with time zone '2020-01-01 00:00:00+00:00'"
                + " where picked");
    }

    JobInfo await(JobId id, JobState state) {
        return await(id, job -> job.state() == state);
    }

    /** Waits for a job that Telnyx has accepted, and that may have arrived since. */
    JobInfo awaitSent(JobId id) {
        return await(id, job -> job.state() == JobState.SENT || job.state() == JobState.DELIVERED);
    }

    /** Returns a job as it is, also while the workers' database fails. */
    JobInfo find(JobId id) {
        return observer.find(id).orElseThrow();
    }

    JobInfo await(JobId id, Predicate<JobInfo> condition) {
        long start = System.nanoTime();
        while (true) {
            JobInfo job = find(id);
            if (condition.test(job)) {
                return job;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("still " + job);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Waits until no job is in one of some states. */
    void awaitNone(JobState... states) {
        awaitTrue(() -> Stream.of(states).allMatch(state -> observer.status().count(state) == 0), "still such jobs");
    }

    /** Waits until Telnyx has got so many requests. */
    void awaitRequests(int number) {
        awaitTrue(() -> sandbox.requests().size() >= number, "too few requests");
    }

    void awaitTrue(BooleanSupplier condition, String otherwise) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Changes the row of a job as no worker of this edition would. */
    void change(JobId id, String assignments) throws Exception {
        execute("update telnyx4j_outbox set " + assignments + " where id = '" + id + "'");
    }

    long count(String table) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the messages that Telnyx has sent: its books. */
    List<SandboxMessage> sent() {
        return sandbox.messages().all().stream()
                .filter(message -> message.direction().equals("outbound"))
                .toList();
    }

    void assertSentOnce(JobInfo job) {
        assertThat(sent()).hasSize(1);
        assertThat(job.messageId()).contains(sent().get(0).id());
    }

    void execute(String sql) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        faulty.heal();
        closing.forEach(Runnable::run);
        sandbox.close();
        database.close();
    }
}
