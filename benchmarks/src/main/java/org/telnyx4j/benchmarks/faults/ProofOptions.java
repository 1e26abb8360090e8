package org.telnyx4j.benchmarks.faults;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What the run is told on the command line.
 *
 * @param sends how many texts go through the faults; the other runs are parts of it
 * @param threads how many callers there are at once
 * @param seed of all choices
 * @param deadline the total deadline of a call
 * @param baseline whether the naive clients are run as well
 */
record ProofOptions(int sends, int threads, long seed, Duration deadline, boolean baseline) {
    static final String USAGE = """
            usage: scripts/prove-never-twice [--sends N] [--threads N] [--seed N] [--deadline MILLIS] [--no-baseline]
              --sends     how many texts go through the faults, 100 or more; 10000 unless set.
                          As many healthy ones are sent beside them
              --threads   how many callers there are at once, 1 to 512; 64 unless set
              --seed      of the order of the sends and the server's choices; 1 unless set
              --deadline  the total deadline of each call in milliseconds, 300 to 10000; 1000 unless set
              --no-baseline  leaves out the naive clients""";

    static final ProofOptions DEFAULT = new ProofOptions(10_000, 64, 1, Duration.ofSeconds(1), true);

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not as the usage says
     */
    static ProofOptions parse(List<String> arguments) {
        ProofOptions options = DEFAULT;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (name.equals("--no-baseline")) {
                options = new ProofOptions(options.sends, options.threads, options.seed, options.deadline, false);
            } else if (rest.hasNext()) {
                options = options.with(name, rest.next());
            } else {
                throw new IllegalArgumentException(name + " is not known, or lacks a value");
            }
        }
        return options;
    }

    private ProofOptions with(String name, String value) {
        return switch (name) {
            case "--sends" ->
                new ProofOptions((int) within(name, value, 100, 1_000_000), threads, seed, deadline, baseline);
            case "--threads" -> new ProofOptions(sends, (int) within(name, value, 1, 512), seed, deadline, baseline);
            case "--seed" ->
                new ProofOptions(sends, threads, within(name, value, 0, Long.MAX_VALUE), deadline, baseline);
            case "--deadline" ->
                new ProofOptions(sends, threads, seed, Duration.ofMillis(within(name, value, 300, 10_000)), baseline);
            default -> throw new IllegalArgumentException(name + " is not known");
        };
    }

    private static long within(String name, String value, long least, long most) {
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, but is " + value, e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", but is " + value);
        }
        return number;
    }
}
