package org.telnyx4j.benchmarks.cost;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rounds how often each way is measured
 * @param sends how many texts a warm run sends, all threads together
 * @param parts the names of what is measured
 * @param json where the results are written
 * @param compare the results of an earlier run, or null
 */
record BenchOptions(
        int rounds,
        int sends,
        List<String> parts,
        Path json,
        @Nullable Path compare) {
    static final List<String> PARTS = List.of("start", "send", "list", "slow", "webhook", "jmh");
    static final String USAGE = """
            Usage: bench [--rounds 5] [--sends 160000] [--only start,send,list,slow,webhook,jmh]
                         [--json FILE] [--compare FILE] [--peers]
            """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it is none of this program
     */
    static BenchOptions of(String... args) {
        int rounds = 5;
        int sends = 160_000;
        List<String> parts = PARTS;
        Path json = Path.of("benchmarks", "target", "bench.json");
        Path compare = null;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value, or is no option");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--rounds" -> rounds = positive(value);
                case "--sends" -> sends = positive(value);
                case "--only" -> parts = parts(value);
                case "--json" -> json = Path.of(value);
                case "--compare" -> compare = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown option: " + args[i]);
            }
        }
        return new BenchOptions(rounds, sends, parts, json, compare);
    }

    private static int positive(String value) {
        if (!value.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException("Not a positive number: " + value);
        }
        return Integer.parseInt(value);
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>(List.of(value.split(",")));
        List<String> unknown =
                parts.stream().filter(part -> !PARTS.contains(part)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown part: " + unknown);
        }
        return parts;
    }
}
