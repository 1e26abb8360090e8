package org.telnyx4j.benchmarks.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.telnyx4j.benchmarks.cost.BenchRun;
import org.telnyx4j.benchmarks.cost.BenchServer;
import org.telnyx4j.databases.PostgresServer;
import org.telnyx4j.databases.PostgresServer.Durability;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxJob;
import org.telnyx4j.outbox.OutboxSchema;

/**
 * What sending through the outbox costs: 1, 2 and 4 worker processes against a server that takes 50 ms, beside sending
 * directly with as many threads; and how fast texts get into it, beside plain inserts. The ways take turns in one run, the
 * database waits for the disk at each commit, and medians are printed, ratios first.
 */
public final class OutboxBenchmark {
    private static final int THREADS = 16;
    /** What {@link BenchServer} takes below {@code /slow}. */
    private static final int DELAY_MILLIS = 50;

    private static final List<Integer> PROCESSES = List.of(1, 2, 4);
    private static final String TEXT = "Your order has left the warehouse and will be with you tomorrow before noon.";
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final int rounds;
    private final int texts;
    private final Map<String, List<Double>> figures = new TreeMap<>();
    private String baseUrl = "";

    private OutboxBenchmark(int rounds, int texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    /** Takes the number of rounds (3 unless given) and the texts of one worker process in each (2,000 unless given). */
    public static void main(String[] args) throws Exception {
        if (args.length > 2 || Arrays.stream(args).anyMatch(arg -> !arg.matches("[1-9][0-9]{0,6}"))) {
            System.err.println("Usage: bench-outbox [ROUNDS [TEXTS]]");
            System.exit(2);
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int texts = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        new OutboxBenchmark(rounds, texts).run();
        System.exit(0);
    }

    static OutboxJob job(String key) {
        return OutboxJob.of(OutgoingMessage.builder()
                        .to("+14165550123")
                        .text(TEXT)
                        .webhookUrl("https://example.com/telnyx")
                        .build())
                .key(key)
                .build();
    }

    private void run() throws Exception {
        Process server = java(BenchServer.class).start();
        try (BufferedReader out = server.inputReader();
                PostgresServer postgres = PostgresServer.create(Durability.MACHINE)) {
            baseUrl = "http://localhost:" + out.readLine() + "/slow/v2";
            System.out.println("JVM " + System.getProperty("java.vm.version") + ", " + postgres.version() + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, load " + load() + ", medians of "
                    + rounds
                    + " rounds, " + THREADS + " threads a process, server takes " + DELAY_MILLIS + " ms");
            for (int round = 0; round < rounds; round++) {
                for (int processes : PROCESSES) {
                    direct(processes);
                    throughOutbox(postgres, processes);
                }
                enqueueing(postgres);
            }
            print();
        } finally {
            server.destroy();
        }
    }

    private void direct(int processes) throws IOException, InterruptedException {
        int threads = processes * THREADS;
        Process run = java(
                        BenchRun.class,
                        "slow",
                        "telnyx4j",
                        baseUrl,
                        "" + threads,
                        "" + processes * texts / threads,
                        "" + texts / THREADS / 2)
                .start();
        try (BufferedReader out = run.inputReader()) {
            String line = out.readLine();
            if (line == null || run.waitFor() != 0) {
                throw new IOException("Sending directly failed");
            }
            String[] parts = line.split(" ", -1);
            note("direct rate " + processes, Double.parseDouble(parts[0]));
            note("direct cpu " + processes, Double.parseDouble(parts[2]) / 10);
        }
    }

    private void throughOutbox(PostgresServer postgres, int processes) throws Exception {
        List<WorkerProcess> workers = new ArrayList<>();
        try (TestDatabase database = postgres.createDatabase()) {
            WorkerOrder order = new WorkerOrder(
                    false,
                    database.url(),
                    database.user(),
                    baseUrl,
                    THREADS,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofHours(24));
            try (HikariDataSource source = new HikariDataSource(OutboxWorker.pool(order))) {
                OutboxSchema.apply(source);
                Outbox outbox = Outbox.builder(source).build();
                for (int i = 0; i < processes; i++) {
                    workers.add(WorkerProcess.start("worker-" + i, order, List.of(), Map.of()));
                }
                send(outbox, source, "warm-up", processes * texts / 2);
                settleDown(source);
                Duration workersBefore = cpu(workers);
                Duration databaseBefore = postgres.cpu();
                int count = processes * texts;
                double seconds = send(outbox, source, "text", count);
                note("outbox rate " + processes, count / seconds);
                note("outbox cpu " + processes, millis(cpu(workers).minus(workersBefore)) / count);
                note("database cpu " + processes, millis(postgres.cpu().minus(databaseBefore)) / count);
            } finally {
                for (WorkerProcess worker : workers) {
                    worker.stop(Duration.ofSeconds(40));
                }
            }
        }
    }

    /** Puts all into the outbox at one moment; returns after how many seconds all were sent. */
    private static double send(Outbox outbox, DataSource source, String name, int count) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            outbox.enqueueAll(connection, IntStream.range(0, count).mapToObj(number -> job(name + "-" + number)));
            connection.commit();
        }
        long start = System.nanoTime();
        while (true) {
            Map<String, Integer> counts = JobRow.counts(source);
            if (counts.getOrDefault("READY", 0) + counts.getOrDefault("SENDING", 0) == 0) {
                if (counts.keySet().stream().anyMatch(state -> !state.equals("SENT"))) {
                    throw new IllegalStateException("Not all were sent: " + counts);
                }
                return (System.nanoTime() - start) / 1e9;
            }
            if (System.nanoTime() - start > STUCK.toNanos()) {
                throw new IllegalStateException("Nothing is sent any more: " + counts);
            }
            Thread.sleep(25);
        }
    }

    /** So that what the warm-up left to be cleaned up is not counted. */
    private static void settleDown(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void enqueueing(PostgresServer postgres) throws SQLException {
        try (TestDatabase database = postgres.createDatabase()) {
            DataSource source = database.pool(4);
            OutboxSchema.apply(source);
            EnqueueRates rates = new EnqueueRates(source, Outbox.builder(source).build());
            int inBatches = texts * 5;
            int oneByOne = Math.max(100, texts / 4);
            rates.outboxInBatches(inBatches / 2);
            rates.bareInBatches(inBatches / 2);
            note("enqueue batch outbox", rates.outboxInBatches(inBatches));
            note("enqueue batch bare", rates.bareInBatches(inBatches));
            note("enqueue one outbox", rates.outboxOneByOne(oneByOne));
            note("enqueue one bare", rates.bareOneByOne(oneByOne));
        }
    }

    private void print() {
        System.out.println();
        for (int processes : PROCESSES) {
            int threads = processes * THREADS;
            double rate = median("outbox rate " + processes);
            double direct = median("direct rate " + processes);
            double cpu = median("outbox cpu " + processes);
            double database = median("database cpu " + processes);
            double directCpu = median("direct cpu " + processes);
            System.out.printf(
                    Locale.ROOT,
                    "%d worker%s: %.2f of the rate of sending directly with %d threads (%.0f, %.0f texts/s; the server allows "
                            + "%.0f); CPU %.1f times (%.2f ms a text + %.2f ms in the database, %.2f ms)%n",
                    processes,
                    processes == 1 ? " " : "s",
                    rate / direct,
                    threads,
                    rate,
                    direct,
                    threads * 1_000.0 / DELAY_MILLIS,
                    (cpu + database) / directCpu,
                    cpu,
                    database,
                    directCpu);
        }
        for (String way : List.of("batch", "one")) {
            double outbox = median("enqueue " + way + " outbox");
            double bare = median("enqueue " + way + " bare");
            System.out.printf(
                    Locale.ROOT,
                    "Enqueueing %s: %.2f of the rate of plain inserts (%.0f, %.0f rows/s)%n",
                    way.equals("batch") ? "in batches of 1,000" : "one in each transaction",
                    outbox / bare,
                    outbox,
                    bare);
        }
        System.out.println("Load at the end " + load());
    }

    private void note(String figure, double value) {
        figures.computeIfAbsent(figure, unused -> new ArrayList<>()).add(value);
    }

    private double median(String figure) {
        List<Double> sorted = figures.getOrDefault(figure, List.of(Double.NaN)).stream()
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Duration cpu(List<WorkerProcess> workers) {
        return workers.stream().map(WorkerProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    private static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
