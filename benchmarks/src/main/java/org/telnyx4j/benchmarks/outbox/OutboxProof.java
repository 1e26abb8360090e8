package org.telnyx4j.benchmarks.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.RecordBooks;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Sent;
import org.telnyx4j.benchmarks.faults.server.WebhookDeliveries;
import org.telnyx4j.benchmarks.outbox.OutboxVerdict.Shown;
import org.telnyx4j.benchmarks.outbox.OutboxVerdict.Truth;
import org.telnyx4j.databases.PostgresServer;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxJob;
import org.telnyx4j.outbox.OutboxSchema;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Puts texts into an outbox while worker processes send them to a server that fails on purpose, and kills the workers, and
 * once the database, meanwhile. Then it compares the database with the server's books.
 */
final class OutboxProof {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(2);
    /** A worker that has not shown itself for four heartbeats is taken for dead. */
    private static final Duration FROZEN = HEARTBEAT.multipliedBy(4).plusSeconds(3);

    private static final Duration WRONG_BY = Duration.ofHours(1);
    private static final Duration STUCK = Duration.ofSeconds(90);
    private static final int CHUNK = 500;

    private final OutboxProofOptions options;
    private final boolean naive;
    private final PrintStream out;
    private final Random random;
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> events = Collections.synchronizedMap(new LinkedHashMap<>());
    private final long start = System.nanoTime();
    private volatile @Nullable Fleet fleet;
    private volatile @Nullable DataSource pool;
    private volatile boolean enqueued;

    /**
     * Prepares a run.
     *
     * @param options its size and its choices
     * @param naive whether the workers are {@link NaiveWorker}s
     * @param out gets what happens
     */
    OutboxProof(OutboxProofOptions options, boolean naive, PrintStream out) {
        this.options = options;
        this.naive = naive;
        this.out = out;
        this.random = new Random(options.seed());
    }

    /**
     * What came of it.
     *
     * @param verdict the comparison
     * @param events what was done to the workers, and how often
     * @param findings what else must not be
     * @param took how long it took
     */
    record Result(OutboxVerdict verdict, Map<String, Integer> events, List<String> findings, Duration took) {
        boolean isClean() {
            return verdict.isClean() && findings.isEmpty();
        }
    }

    /**
     * Runs.
     *
     * @param postgres where the outbox is; it is killed meanwhile
     */
    Result run(PostgresServer postgres) throws Exception {
        WrongClock clock = WrongClock.build().orElse(null);
        OutboxTicketing ticketing =
                new OutboxTicketing(SEND_TIMEOUT, options.slowFaults(), deadly(), this::killSenderOf);
        try (ProofServer server = ProofServer.start(Certificates.selfSigned(), ticketing);
                WebhookDeliveries deliveries =
                        WebhookDeliveries.start(server.books().messages().records(), options.seed());
                TestDatabase database = postgres.createDatabase()) {
            server.books()
                    .messages()
                    .records()
                    .showLateOnesAfter(options.settleFor().dividedBy(4));
            return run(server, deliveries, postgres, database, clock);
        } finally {
            if (clock != null) {
                clock.close();
            }
        }
    }

    private Result run(
            ProofServer server,
            WebhookDeliveries deliveries,
            PostgresServer postgres,
            TestDatabase database,
            @Nullable WrongClock clock)
            throws Exception {
        WorkerOrder order = new WorkerOrder(
                naive,
                database.url(),
                database.user(),
                server.baseUrl(Door.SHARED),
                options.threads(),
                HEARTBEAT,
                SEND_TIMEOUT,
                options.settleFor());
        RecordBooks records = server.books().messages().records();
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(records.publicKey()).build();
        try (HikariDataSource source = new HikariDataSource(OutboxWorker.pool(order))) {
            pool = source;
            OutboxSchema.apply(source);
            Outbox outbox = Outbox.builder(source).name("web").build();
            EventRouter router =
                    EventRouter.builder().on(MessageEvent.class, outbox::record).build();
            try (WebhookEndpoint endpoint = WebhookEndpoint.start(verifier, router::handle);
                    Fleet workers = new Fleet(order, environments(clock))) {
                fleet = workers;
                say("PostgreSQL " + postgres.version() + ", " + options.processes() + " workers"
                        + (clock == null
                                ? "; none with a wrong clock: this machine has no C compiler (cc)"
                                : ", the first with a clock that is an hour ahead"));
                Thread enqueueing = new Thread(() -> enqueue(outbox, endpoint.url()), "enqueueing");
                enqueueing.start();
                torment(workers, postgres);
                enqueueing.join();
                awaitEnd(STUCK.plus(options.settleFor()));
                deliveries.drain(Duration.ofSeconds(30));
                awaitEnd(Duration.ofSeconds(5));
                int killed = workers.stop(Duration.ofSeconds(40));
                if (killed > 0) {
                    findings.add(killed + " workers did not end within 40 s of SIGTERM");
                }
                say(workers.started() + " worker processes were started, " + deliveries.posted()
                        + " webhooks were posted, " + deliveries.givenUp() + " given up");
            }
            if (!server.settle(Duration.ofMinutes(1))) {
                findings.add("Some connections are still open, so the books are not final");
            }
            findings.addAll(server.books().mistakes());
            return new Result(judge(server, deliveries, source), events, List.copyOf(findings), elapsed());
        }
    }

    private List<Map<String, String>> environments(@Nullable WrongClock clock) {
        return IntStream.range(0, options.processes())
                .mapToObj(slot -> slot == 0 && clock != null ? clock.environment(WRONG_BY) : Map.<String, String>of())
                .toList();
    }

    /** The texts whose sender is killed between what the server carries out and its response. */
    private Set<Integer> deadly() {
        Random which = new Random(options.seed() + 1);
        Set<Integer> numbers = new HashSet<>();
        while (numbers.size() < Math.min(options.kills(), options.texts() / 4)) {
            numbers.add(which.nextInt(options.texts()));
        }
        return numbers;
    }

    private void killSenderOf(String key) {
        Fleet workers = fleet;
        DataSource source = pool;
        if (workers == null || source == null) {
            return;
        }
        try {
            String sender = JobRow.claimedBy(source, key);
            if (sender == null && naive) {
                workers.anyUp(random).ifPresent(WorkerProcess::close);
                count("killed at a response");
                return;
            }
            if (sender == null) {
                findings.add(key + " was sent, and no claim of it was committed before");
                return;
            }
            WorkerProcess worker = workers.find(sender).orElse(null);
            if (worker != null) {
                worker.kill();
                count("killed between what was carried out and its response");
            }
        } catch (SQLException databaseIsAway) {
            count("not killed at its response, as the database was away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(Outbox outbox, String hook) {
        for (int from = 0; from < options.texts(); from += CHUNK) {
            int first = from;
            int end = Math.min(options.texts(), from + CHUNK);
            boolean done = false;
            while (!done) {
                try {
                    outbox.enqueueAll(IntStream.range(first, end).mapToObj(number -> job(number, hook)));
                    done = true;
                } catch (OutboxException databaseIsAway) {
                    count("enqueued again, as the database was away");
                    pause(500);
                }
            }
        }
        enqueued = true;
        say("All " + options.texts() + " texts are enqueued");
    }

    private static OutboxJob job(int number, String hook) {
        return OutboxJob.of(OutgoingMessage.builder()
                        .to(OutboxTicketing.recipient(number))
                        .text(OutboxTicketing.text(number))
                        .webhookUrl(hook)
                        .build())
                .key(OutboxTicketing.key(number))
                .build();
    }

    /** Kills at random moments as long as enough is left to be sent. */
    private void torment(Fleet workers, PostgresServer postgres) throws InterruptedException {
        await(() -> workers.up() == options.processes(), Duration.ofMinutes(2));
        say("All workers are up");
        int kills = 0;
        boolean frozen = false;
        boolean databaseKilled = false;
        while (remaining() > options.texts() / 20) {
            pause(200 + random.nextInt(1_300));
            double done = 1 - remaining() / (double) options.texts();
            if (!frozen && done > 0.1) {
                frozen = true;
                freeze(workers);
            } else if (!databaseKilled && done > 0.3) {
                databaseKilled = true;
                kill(postgres);
            } else if (kills < options.kills()
                    && kills <= options.kills() * (done + 0.1)
                    && workers.up() > options.processes() / 2) {
                WorkerProcess victim = workers.anyUp(random).orElse(null);
                if (victim != null) {
                    victim.kill();
                    kills++;
                    say("Killed " + victim.name() + " (kill -9)");
                    count("killed at a random moment");
                }
            }
        }
        say("Nearly all texts have been claimed");
    }

    private void freeze(Fleet workers) throws InterruptedException {
        WorkerProcess victim = workers.anyUp(random).orElse(null);
        if (victim == null || !victim.signal("STOP")) {
            count("not frozen: this machine has no kill -STOP");
            return;
        }
        say("Froze " + victim.name() + " (kill -STOP) for " + FROZEN.toSeconds() + " s, longer than its lease");
        Thread thaw = new Thread(() -> {
            pause((int) FROZEN.toMillis());
            try {
                victim.signal("CONT");
                say("Thawed " + victim.name() + " (kill -CONT)");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thaw.start();
        count("frozen for longer than its lease");
    }

    private void kill(PostgresServer postgres) {
        postgres.kill();
        say("Killed PostgreSQL (kill -9)");
        pause(1_000 + random.nextInt(2_000));
        postgres.start();
        say("Started PostgreSQL again, with its data, on the same port");
        count("PostgreSQL killed");
    }

    /** How many texts are not enqueued yet, or wait. */
    private int remaining() {
        DataSource source = pool;
        if (source == null) {
            return options.texts();
        }
        try {
            Map<String, Integer> counts = JobRow.counts(source);
            int rows = counts.values().stream().mapToInt(n -> n).sum();
            return options.texts() - rows + counts.getOrDefault("READY", 0);
        } catch (SQLException databaseIsAway) {
            return options.texts();
        }
    }

    /** Waits until nothing is open, and not longer than this without any change. */
    private void awaitEnd(Duration withoutChange) throws InterruptedException {
        DataSource source = java.util.Objects.requireNonNull(pool);
        Map<String, Integer> last = Map.of();
        long since = System.nanoTime();
        long shown = System.nanoTime();
        while (System.nanoTime() - since < withoutChange.toNanos()) {
            try {
                Map<String, Integer> now = JobRow.counts(source);
                int open =
                        now.getOrDefault("READY", 0) + now.getOrDefault("SENDING", 0) + now.getOrDefault("UNKNOWN", 0);
                if (open == 0 && enqueued) {
                    return;
                }
                if (!now.equals(last)) {
                    since = System.nanoTime();
                    last = now;
                }
                if (System.nanoTime() - shown > Duration.ofSeconds(15).toNanos()) {
                    shown = System.nanoTime();
                    say("Rows: " + now);
                }
            } catch (SQLException databaseIsAway) {
                // It comes back.
            }
            Thread.sleep(250);
        }
        findings.add("Nothing changed for " + withoutChange.toSeconds() + " s: " + last);
    }

    private OutboxVerdict judge(ProofServer server, WebhookDeliveries deliveries, DataSource source)
            throws SQLException {
        List<String> keys = IntStream.range(0, options.texts())
                .mapToObj(OutboxTicketing::key)
                .toList();
        return OutboxVerdict.of(keys, JobRow.all(source), key -> {
            List<String> ids = server.books().messages().sent(OutboxTicketing.text(OutboxTicketing.number(key)));
            RecordBooks records = server.books().messages().records();
            List<String> copies = ids.stream()
                    .flatMap(id -> records.find(id).stream())
                    .filter(sent -> sent.quirk() == RecordBooks.Quirk.COPY)
                    .map(Sent::copyId)
                    .toList();
            List<String> quirks = ids.stream()
                    .flatMap(id -> records.find(id).stream())
                    .map(sent -> sent.quirk().name() + " " + sent.at())
                    .toList();
            return new Truth(ids, copies, quirks, shown(records, deliveries, ids));
        });
    }

    private static Shown shown(RecordBooks records, WebhookDeliveries deliveries, List<String> ids) {
        List<Shown> all = new ArrayList<>();
        for (String id : ids) {
            Sent sent = records.find(id).orElse(null);
            if (sent == null) {
                all.add(Shown.NOTHING);
                continue;
            }
            all.add(
                    switch (sent.quirk()) {
                        case RECORD, RECORD_TWICE, LATE_RECORD, WEBHOOK -> Shown.YES;
                        case WEBHOOK_ALONE -> deliveries.isConfirmed(id) ? Shown.YES : Shown.NOTHING;
                        case NOTHING -> Shown.NOTHING;
                        case COPY -> Shown.TWICE;
                    });
        }
        return all.contains(Shown.TWICE) ? Shown.TWICE : all.contains(Shown.YES) ? Shown.YES : Shown.NOTHING;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.holds() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private void count(String event) {
        events.merge(event, 1, Integer::sum);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void say(String line) {
        synchronized (out) {
            out.printf("%7.1f s  %s%n", elapsed().toMillis() / 1_000.0, line);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
