package org.telnyx4j.benchmarks.outbox;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.telnyx4j.databases.PostgresServer;

/**
 * The proof that the outbox sends each text once, whatever is killed: see {@code scripts/prove-outbox}. Ends with 0 if all
 * that must be zero is, with 1 if not, and with 2 if the command line is wrong.
 */
public final class ProveOutbox {
    private ProveOutbox() {}

    /**
     * Runs.
     *
     * @param arguments see {@code scripts/prove-outbox}
     */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(OutboxProofOptions.USAGE);
            return;
        }
        OutboxProofOptions options;
        try {
            options = OutboxProofOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(OutboxProofOptions.USAGE);
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        out.printf(
                Locale.ROOT,
                "%d texts, %d worker processes with %d threads, %d kills, seed %d, unknown sends are found out for %d s, "
                        + "%d processors, Java %s%n%n",
                options.texts(),
                options.processes(),
                options.threads(),
                options.kills(),
                options.seed(),
                options.settleFor().toSeconds(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        boolean good;
        try (PostgresServer postgres = PostgresServer.create()) {
            out.println("== The outbox");
            OutboxProof.Result result = new OutboxProof(options, false, out).run(postgres);
            print(result, out);
            good = result.isClean();
            if (options.baseline()) {
                out.printf(
                        "%n== A worker as it is often written by hand, with fewer texts: nothing is demanded of it%n");
                print(new OutboxProof(options.forBaseline(), true, out).run(postgres), out);
            }
        }
        out.printf("%n%s%n", good ? "Proved: all that must be 0 is 0" : "FAILED");
        System.exit(good ? 0 : 1);
    }

    private static void print(OutboxProof.Result result, PrintStream out) {
        out.println();
        result.events().forEach((event, times) -> out.printf("%5d times %s%n", times, event));
        out.println();
        result.verdict().lines().forEach(out::println);
        result.findings().forEach(finding -> out.println("Must not be: " + finding));
        out.printf("It took %d s%n", result.took().toSeconds());
    }
}
