package org.telnyx4j.benchmarks.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Compares what sending a text costs: by hand without a JSON library (raw), by hand with Jackson (floor), and with this
 * library. The ways take turns, each in a JVM of its own, against one server; medians are printed, and ratios to the floor.
 */
public final class SendingBenchmark {
    private static final List<String> WAYS = List.of("raw", "floor", "telnyx4j");

    private final int rounds;
    private final int sends;
    private String baseUrl = "";

    private SendingBenchmark(int rounds, int sends) {
        this.rounds = rounds;
        this.sends = sends;
    }

    /** Takes the number of rounds (11 unless given) and the texts of one thread in a warm run (20,000 unless given). */
    public static void main(String[] args) throws Exception {
        if (args.length > 2 || Arrays.stream(args).anyMatch(arg -> !arg.matches("[1-9][0-9]{0,6}"))) {
            System.err.println("Usage: bench-sending [ROUNDS [SENDS]]");
            System.exit(2);
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
        int sends = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        new SendingBenchmark(rounds, sends).run();
    }

    private void run() throws Exception {
        Process server = java(SendingServer.class).redirectErrorStream(true).start();
        try (BufferedReader out = reader(server)) {
            baseUrl = "http://localhost:" + out.readLine() + "/v2";
            System.out.println("JVM " + System.getProperty("java.vm.version") + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, medians of " + rounds + " rounds");
            print("JVM start to first text sent, ms", 0, turns(this::cold));
            for (int threads : List.of(1, 16)) {
                Map<String, List<double[]>> warm = turns(way -> warm(way, threads));
                print("CPU s for 10,000 texts, " + threads + (threads == 1 ? " thread" : " threads"), 0, warm);
                print("Texts per second", 1, warm);
                print("Bytes allocated for a text", 2, warm);
            }
        } finally {
            server.destroy();
        }
    }

    private Map<String, List<double[]>> turns(Measurement measurement) throws Exception {
        Map<String, List<double[]>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String way : WAYS) {
                all.computeIfAbsent(way, unused -> new ArrayList<>()).add(measurement.of(way));
            }
        }
        return all;
    }

    private double[] cold(String way) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process run = java(SendingRun.class, way, baseUrl).start();
        try (BufferedReader out = reader(run)) {
            String line = out.readLine();
            double millis = (System.nanoTime() - start) / 1e6;
            if (line == null || !line.startsWith("sent ") || run.waitFor() != 0) {
                throw new IOException(way + " did not send: " + line);
            }
            return new double[] {millis};
        }
    }

    private double[] warm(String way, int threads) throws IOException, InterruptedException {
        String each = Integer.toString(sends / threads);
        Process run = java(SendingRun.class, way, baseUrl, Integer.toString(threads), each)
                .start();
        try (BufferedReader out = reader(run)) {
            String line = out.readLine();
            if (line == null || run.waitFor() != 0) {
                throw new IOException(way + " did not send");
            }
            return Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static void print(String title, int column, Map<String, List<double[]>> measured) {
        double floor = median(Objects.requireNonNull(measured.get("floor")), column);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-40s", title));
        measured.forEach((way, values) -> {
            double median = median(values, column);
            String figure = median < 10 ? "%10.3f" : "%10.0f";
            line.append(String.format(Locale.ROOT, "  %s" + figure + " (%4.2f)", way, median, median / floor));
        });
        System.out.println(line);
    }

    private static double median(List<double[]> values, int column) {
        double[] sorted =
                values.stream().mapToDouble(each -> each[column]).sorted().toArray();
        return sorted[sorted.length / 2];
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

    /** Measures one way to send, once. */
    private interface Measurement {
        double[] of(String way) throws IOException, InterruptedException;
    }
}
