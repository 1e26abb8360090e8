package org.telnyx4j.benchmarks.pacing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.pacing.Limit;
import org.telnyx4j.pacing.Pacer;
import org.telnyx4j.pacing.PacingLimits;
import org.telnyx4j.pacing.PacingSchema;
import org.telnyx4j.sandbox.TelnyxSandbox;

/**
 * Sends as fast as possible to a sandbox with limits: without a pacer, with one for 16 threads, and with four that share a
 * database. {@code scripts/show-pacing} runs it. Ends with 1 if a pacer uses less than 95 % of the limit, or if more than one in
 * a hundred of its texts was refused.
 */
public final class ShowPacing {
    private static final String SENDER = "12345";
    private static final int THREADS = 16;
    private static final int QUEUE_SECONDS = 2;
    private static final double LEAST_USED = 95;
    private static final double MOST_REFUSED = 0.01;
    private static final int FEW_SECONDS = 3;

    private final int perSecond;
    private final int seconds;
    private final @Nullable String databaseUrl;

    private ShowPacing(int perSecond, int seconds, @Nullable String databaseUrl) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.databaseUrl = databaseUrl;
    }

    /**
     * Runs it.
     *
     * @param arguments texts per second (50), seconds for each run (15), JDBC URL of a PostgreSQL (H2 in memory without one)
     */
    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        boolean good = new ShowPacing(perSecond, seconds, arguments.length > 2 ? arguments[2] : null).run();
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws Exception {
        System.out.printf("The account sends %d texts a second; %d s for each run.%n", perSecond, seconds);
        System.out.println(
                "\"queue\" accepts faster ones and refuses with 40318 when its queue is full (as Telnyx documents);"
                        + " \"window\" refuses with 429.");
        System.out.printf("%n%-32s %8s %8s %8s %8s %12s%n", "", "accepted", "used", "40318", "429", "longest wait");
        boolean good = true;
        for (boolean queue : new boolean[] {true, false}) {
            String server = queue ? "queue" : "window";
            report(server + ", without a pacer", measure(queue, List.of(), FEW_SECONDS), FEW_SECONDS);
            Pacer one = pacer(null);
            good &= report(server + ", one pacer, 16 threads", measure(queue, List.of(one), seconds), seconds);
            DataSource database = database();
            PacingSchema.apply(database);
            List<Pacer> four = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                four.add(pacer(database));
            }
            good &= report(server + ", four pacers, one database", measure(queue, four, seconds), seconds);
            four.forEach(Pacer::close);
        }
        return good;
    }

    private DataSource database() {
        if (databaseUrl == null) {
            return JdbcConnectionPool.create("jdbc:h2:mem:pacing;DB_CLOSE_DELAY=-1", "sa", "");
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(databaseUrl);
        return postgres;
    }

    private Pacer pacer(@Nullable DataSource database) {
        Pacer.Builder builder = Pacer.builder()
                .limits(PacingLimits.builder()
                        .account(Limit.perSecond(perSecond))
                        .shortCode(Limit.none())
                        .build());
        return database == null ? builder.build() : builder.sharedBy(database).build();
    }

    /** What became of the texts. */
    private static final class Outcome {
        private final List<Instant> accepted = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger queueFull = new AtomicInteger();
        private final AtomicInteger rateLimited = new AtomicInteger();
        private double longestWait;

        synchronized void waited(BigDecimal wait) {
            longestWait = Math.max(longestWait, wait.doubleValue());
        }
    }

    private Outcome measure(boolean queue, List<Pacer> pacers, int length) throws Exception {
        TelnyxSandbox.Builder settings =
                TelnyxSandbox.builder().acceptAnySender().automatic(false);
        try (TelnyxSandbox sandbox = (queue
                        ? settings.accountThroughput(perSecond, Duration.ofSeconds(1), perSecond * QUEUE_SECONDS)
                        : settings.accountRateLimit(perSecond, Duration.ofSeconds(1)))
                .start()) {
            List<Telnyx> clients = new ArrayList<>();
            if (pacers.isEmpty()) {
                clients.add(client(sandbox, null));
            }
            pacers.forEach(pacer -> clients.add(client(sandbox, pacer)));
            // Until the classes are loaded and the shares are settled.
            send(clients, Duration.ofSeconds(pacers.isEmpty() ? 0 : FEW_SECONDS + 1), new Outcome());
            Outcome outcome = new Outcome();
            send(clients, Duration.ofSeconds(length), outcome);
            clients.forEach(Telnyx::close);
            return outcome;
        }
    }

    private static Telnyx client(TelnyxSandbox sandbox, @Nullable Pacer pacer) {
        Telnyx.Builder builder = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .allowInsecureHttp(true)
                .retries(RetryOptions.off());
        return pacer == null ? builder.build() : builder.sendGuard(pacer).build();
    }

    private static void send(List<Telnyx> clients, Duration length, Outcome outcome)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Telnyx client = clients.get(i % clients.size());
            all.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    send(client, outcome);
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("threads did not end");
        }
    }

    private static void send(Telnyx client, Outcome outcome) {
        try {
            Object wait = client.messages()
                    .send(OutgoingMessage.builder()
                            .from(SENDER)
                            .to("+12125550123")
                            .text("Hello")
                            .build())
                    .toMap()
                    .get("wait_seconds");
            outcome.accepted.add(Instant.now());
            if (wait instanceof Number seconds) {
                outcome.waited(new BigDecimal(seconds.toString()));
            }
        } catch (TelnyxRateLimitException e) {
            boolean full = e.errors().stream().anyMatch(error -> "40318".equals(error.code()));
            if (full) {
                outcome.queueFull.incrementAndGet();
            } else if (e.httpStatus().isPresent()) {
                outcome.rateLimited.incrementAndGet();
            }
        } catch (TelnyxException e) {
            throw new IllegalStateException("A text was refused for another reason", e);
        }
    }

    private boolean report(String name, Outcome outcome, int length) {
        int accepted = outcome.accepted.size();
        double used = 100.0 * accepted / ((double) perSecond * length);
        int refused = outcome.queueFull.get() + outcome.rateLimited.get();
        System.out.printf(
                "%-32s %8d %7.1f%% %8d %8d %10.2f s%n",
                name, accepted, used, outcome.queueFull.get(), outcome.rateLimited.get(), outcome.longestWait);
        return used >= LEAST_USED && refused <= MOST_REFUSED * accepted;
    }
}
