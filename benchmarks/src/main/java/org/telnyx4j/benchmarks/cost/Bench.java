package org.telnyx4j.benchmarks.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.telnyx4j.webhooks.WebhookSigner;

/**
 * Compares what calls cost: by hand without a JSON library (raw), by hand with Jackson (floor), with this library, and with
 * other companies' SDKs where they are on the class path. The ways take turns, each measurement in a JVM of its own,
 * against one server in a process of its own.
 */
public final class Bench {
    private static final Figure START =
            Figure.atMost("start", "JVM start to first text", "ms", 1.25).comparedTo(Ways.RAW);
    private static final Figure LIST_TIME = Figure.atMost("list.time", "10,000 numbers listed, time", "ms", 1);
    private static final Figure LIST_BYTES = Figure.atMost("list.bytes", "10,000 numbers listed, allocation", "MB", 0)
            .limitedTo(16);
    private static final Figure SLOW_RATE =
            Figure.atLeast("slow.rate", "50 ms server, 256 callers: texts/s", "/s", 0.98);
    private static final Figure SLOW_P99 = Figure.atMost("slow.p99", "50 ms server, 256 callers: p99", "ms", 1.1);
    private static final Figure WEBHOOK_ALL = Figure.atMost("webhook.all", "Verifier built, and first webhook", "ms", 0)
            .limitedTo(150);
    private static final Figure WEBHOOK = Figure.atMost("webhook.first", "First webhook verified and parsed", "ms", 0)
            .limitedTo(150);
    private static final List<Integer> THREADS = List.of(1, 16, 256);

    private final BenchOptions options;
    private final List<String> ways = new ArrayList<>(Ways.OWN);
    private final Results results = new Results();
    private String address = "";

    private Bench(BenchOptions options) {
        this.options = options;
        ways.addAll(Ways.peers());
    }

    /** Takes what {@link BenchOptions#USAGE} shows. */
    public static void main(String[] args) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(BenchOptions.USAGE);
            System.exit(2);
            return;
        }
        new Bench(options).run();
    }

    private void run() throws Exception {
        Machine machine = new Machine();
        Process server = java(BenchServer.class).redirectErrorStream(true).start();
        try (BufferedReader out = reader(server)) {
            address = "http://localhost:" + out.readLine();
            for (int round = 1; round <= options.rounds(); round++) {
                round();
                System.out.println("Round " + round + " of " + options.rounds() + " is done");
            }
        } finally {
            server.destroy();
        }
        Report report = new Report(results, System.out);
        report.print(machine);
        report.write(options.json(), machine);
        if (options.compare() != null) {
            report.compare(options.compare());
        }
        if (options.parts().contains("jmh")) {
            java(org.openjdk.jmh.Main.class, "org.telnyx4j.benchmarks", "-prof", "gc", "-f", "1")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private void round() throws IOException, InterruptedException {
        for (String way : ways) {
            start(way);
        }
        for (int threads : THREADS) {
            send(Ways.SOCKET, threads);
            for (String way : ways) {
                send(way, threads);
            }
        }
        for (String way : Ways.OWN) {
            list(way);
        }
        for (String way : ways) {
            slow(way);
        }
        for (String way : List.of(Ways.FLOOR, Ways.LIBRARY)) {
            webhook(way);
        }
    }

    private void start(String way) throws IOException, InterruptedException {
        if (options.parts().contains("start")) {
            results.add(START, way, measured(BenchRun.class, "first", way, address + "/v2")[1]);
        }
    }

    private void send(String way, int threads) throws IOException, InterruptedException {
        if (!options.parts().contains("send")) {
            return;
        }
        double[] values =
                measured(BenchRun.class, "warm", way, address + "/v2", "" + threads, "" + options.sends() / threads);
        String with = threads + (threads == 1 ? " thread: " : " threads: ");
        String key = "send." + threads;
        Figure rate = Figure.atLeast(key + ".rate", with + "texts/s", "/s", threads == 1 ? 0 : 0.95);
        if (way.equals(Ways.SOCKET)) {
            results.add(rate, way, values[1]);
            return;
        }
        results.add(Figure.atMost(key + ".cpu", with + "CPU for 10,000", "s", threads == 1 ? 1 : 1.1), way, values[0]);
        results.add(rate, way, values[1]);
        results.add(Figure.atMost(key + ".bytes", with + "allocated for a text", "bytes", 1), way, values[2]);
    }

    private void list(String way) throws IOException, InterruptedException {
        if (options.parts().contains("list")) {
            double[] values = measured(BenchRun.class, "list", way, address + "/v2");
            results.add(LIST_TIME, way, values[0]);
            results.add(LIST_BYTES, way, values[1] / 1e6);
        }
    }

    private void slow(String way) throws IOException, InterruptedException {
        if (options.parts().contains("slow")) {
            double[] values = measured(BenchRun.class, "slow", way, address + "/slow/v2", "256", "40");
            results.add(SLOW_RATE, way, values[0]);
            results.add(SLOW_P99, way, values[1]);
        }
    }

    private void webhook(String way) throws IOException, InterruptedException {
        if (options.parts().contains("webhook")) {
            WebhookSigner signer = WebhookSigner.generate();
            String timestamp = Long.toString(Instant.now().getEpochSecond());
            String signature = signer.signature(WebhookRun.BODY, timestamp);
            double[] values = measured(WebhookRun.class, way, signer.publicKey(), signature, timestamp);
            results.add(WEBHOOK_ALL, way, values[0]);
            results.add(WEBHOOK, way, values[1]);
        }
    }

    /** Runs a program that prints its figures on one line. Adds the milliseconds until then. */
    private static double[] measured(Class<?> main, String... args) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process run = java(main, args).start();
        try (BufferedReader out = reader(run)) {
            String line = out.readLine();
            double millis = (System.nanoTime() - start) / 1e6;
            if (line == null || run.waitFor() != 0) {
                throw new IOException("Failed: " + String.join(" ", args));
            }
            double[] values = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] all = Arrays.copyOf(values, values.length + 1);
            all[values.length] = millis;
            return all;
        }
    }

    private static ProcessBuilder java(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
