package org.telnyx4j.benchmarks.faults;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.telnyx4j.benchmarks.faults.ledger.Row;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Table;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.workload.Outage;
import org.telnyx4j.testing.Certificates;

/**
 * The fault-injection run: sends through every fault, and compares what callers were told with what the server carried
 * out. Ends with 0 if all that must be zero is, with 1 if not, and with 2 if the command line is wrong.
 */
public final class ProveNeverTwice {
    private final PrintStream out;
    private boolean good = true;

    private ProveNeverTwice(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs.
     *
     * @param arguments see {@code scripts/prove-never-twice}
     */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(ProofOptions.USAGE);
            return;
        }
        ProofOptions options;
        try {
            options = ProofOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(ProofOptions.USAGE);
            System.exit(2);
            return;
        }
        // What is left of the run, such as a thread of a client that hangs, must not keep it from ending.
        System.exit(new ProveNeverTwice(System.out).run(options) ? 0 : 1);
    }

    private boolean run(ProofOptions options) throws Exception {
        out.printf(
                Locale.ROOT,
                "%d texts and more, %d callers, deadline %d ms, seed %d, %d processors, Java %s%n%n",
                options.sends(),
                options.threads(),
                options.deadline().toMillis(),
                options.seed(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        Proof proof = new Proof(options, Certificates.selfSigned());
        ours(proof.messages());
        ours(proof.dials(false));
        ours(proof.dials(true));
        ours(proof.commands(false));
        ours(proof.commands(true));
        ours(proof.purchases());
        ours(proof.profiles());
        outage("answers 503", proof.outage(Fault.UNAVAILABLE_ALWAYS));
        outage("closes every connection", proof.outage(Fault.READ_CLOSED));
        if (options.baseline()) {
            baseline(proof.naiveHttpClient());
            baseline(proof.naiveUrlConnection());
        }
        out.println(good ? "All that must be zero is zero." : "NOT all that must be zero is zero.");
        return good;
    }

    private void ours(Proof.Outcome outcome) {
        print(outcome);
        Row total = outcome.verdict().total();
        out.printf(Locale.ROOT, "Duplicates: %d%n", total.duplicates());
        out.printf(Locale.ROOT, "Reported as not carried out, but were: %d%n", total.falselyNotDone());
        out.printf(Locale.ROOT, "Reported as carried out, but were not: %d%n", total.falselyDone());
        out.printf(Locale.ROOT, "Lost without a report: %d%n", total.told(Said.Report.NOTHING));
        if (total.falselyUnknown() > 0) {
            out.printf(Locale.ROOT, "Reported as unknown with a wrong reference: %d%n", total.falselyUnknown());
        }
        outcome.verdict().surprises().stream().limit(3).forEach(what -> out.println("Instead of a report: " + what));
        mistakes(outcome);
        out.println();
        good &= outcome.verdict().isClean() && outcome.mistakes().isEmpty();
    }

    /** Of a baseline nothing is demanded, except that the run itself was sound. */
    private void baseline(Proof.Outcome outcome) {
        print(outcome);
        Row total = outcome.verdict().total();
        out.printf(
                Locale.ROOT,
                "Duplicates: %d; reported as failed, but were sent: %d%n",
                total.duplicates(),
                total.falselyNotDone());
        mistakes(outcome);
        out.println();
        good &= outcome.mistakes().isEmpty();
    }

    private void mistakes(Proof.Outcome outcome) {
        outcome.mistakes().stream().distinct().limit(10).forEach(mistake -> out.println("Worthless: " + mistake));
    }

    private void print(Proof.Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "== %s (%.0f s; longest pause of this machine %d ms)%n",
                outcome.title(),
                outcome.took().toMillis() / 1000.0,
                outcome.pause().toMillis());
        Table.of(outcome.verdict()).forEach(out::println);
    }

    private void outage(String how, Outage.Result result) {
        out.printf(Locale.ROOT, "== Outage: a server that only %s, and then works again%n", how);
        out.printf(
                Locale.ROOT,
                "%d idempotent calls became %d requests: %.1f %% extra load, must be less than %.0f %%%n",
                result.calls(),
                result.requests(),
                result.extraPercent(),
                Outage.MOST_EXTRA);
        out.printf(Locale.ROOT, "After it %d of %d calls got through%n%n", result.throughAfter(), result.callsAfter());
        good &= result.isGood();
    }
}
