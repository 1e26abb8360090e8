package org.telnyx4j.benchmarks.outbox;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What the run is told on the command line.
 *
 * @param texts how many texts there are
 * @param processes how many worker processes
 * @param threads how many texts each sends at once
 * @param kills how many of them are killed at random moments
 * @param seed of all choices
 * @param slowFaults whether there are rate limits that ask for 30 seconds
 * @param settleFor for how long unknown sends are found out before they are parked
 * @param baseline whether workers as they are often written by hand run too
 */
record OutboxProofOptions(
        int texts,
        int processes,
        int threads,
        int kills,
        long seed,
        boolean slowFaults,
        Duration settleFor,
        boolean baseline) {
    static final String USAGE = """
            usage: scripts/prove-outbox [--texts N] [--processes N] [--threads N] [--kills N] [--seed N] [--settle-for SECONDS] [--no-baseline]
              --texts       how many texts are put into the outbox, 50 to 1000000; 10000 unless set
              --processes   how many worker processes send them, 1 to 16; 4 unless set
              --threads     how many texts each sends at once, 1 to 64; 16 unless set
              --kills       how many of them are killed with SIGKILL at random moments, 0 to 1000; 20 unless set.
                            As many again are killed between what the server carried out and its response
              --seed        of all choices; 1 unless set
              --settle-for  for how long an unknown send is found out before it is parked, in seconds, 5 to 3600;
                            60 unless set
              --no-baseline leaves out the worker as it is often written by hand""";

    static final OutboxProofOptions DEFAULT =
            new OutboxProofOptions(10_000, 4, 16, 20, 1, true, Duration.ofMinutes(1), true);

    /** A size for each build. */
    static final OutboxProofOptions SMALL =
            new OutboxProofOptions(300, 2, 8, 1, 1, false, Duration.ofSeconds(10), false);

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not as the usage says
     */
    static OutboxProofOptions parse(List<String> arguments) {
        OutboxProofOptions options = DEFAULT;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (name.equals("--no-baseline")) {
                options = options.withBaseline(false);
                continue;
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(name + " is not known, or lacks a value");
            }
            options = options.with(name, rest.next());
        }
        return options;
    }

    private OutboxProofOptions with(String name, String value) {
        return switch (name) {
            case "--texts" ->
                with((int) within(name, value, 50, 1_000_000), processes, threads, kills, seed, settleFor);
            case "--processes" -> with(texts, (int) within(name, value, 1, 16), threads, kills, seed, settleFor);
            case "--threads" -> with(texts, processes, (int) within(name, value, 1, 64), kills, seed, settleFor);
            case "--kills" -> with(texts, processes, threads, (int) within(name, value, 0, 1_000), seed, settleFor);
            case "--seed" -> with(texts, processes, threads, kills, within(name, value, 0, Long.MAX_VALUE), settleFor);
            case "--settle-for" ->
                with(texts, processes, threads, kills, seed, Duration.ofSeconds(within(name, value, 5, 3_600)));
            default -> throw new IllegalArgumentException(name + " is not known");
        };
    }

    private OutboxProofOptions with(
            int newTexts, int newProcesses, int newThreads, int newKills, long newSeed, Duration newSettleFor) {
        return new OutboxProofOptions(
                newTexts, newProcesses, newThreads, newKills, newSeed, slowFaults, newSettleFor, baseline);
    }

    private OutboxProofOptions withBaseline(boolean with) {
        return new OutboxProofOptions(texts, processes, threads, kills, seed, slowFaults, settleFor, with);
    }

    /** Returns a smaller size: a worker that knows nothing of unknown sends shows soon what it does. */
    OutboxProofOptions forBaseline() {
        return new OutboxProofOptions(
                Math.max(50, texts / 10),
                processes,
                threads,
                Math.min(kills, 4),
                seed,
                false,
                Duration.ofSeconds(5),
                false);
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
