package org.telnyx4j.benchmarks.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.telnyx4j.benchmarks.faults.ledger.Row;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Table;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.workload.Outage;
import org.telnyx4j.benchmarks.faults.workload.UnknownTexts;
import org.telnyx4j.testing.Certificates;

/**
 * The fault-injection run: sends through every fault, and compares what callers were told with what the server carried
 * out. Ends with 0 if all that must be zero is, with 1 if not, and with 2 if the command line is wrong.
 */
public final class ProveNeverTwice {
    private final PrintStream out;
    private final List<Promise> promises = new ArrayList<>();
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
        ours("A text is sent once", "all faults", proof.messages());
        unasked(proof.idleConnections());
        ours("A text is sent once", "all faults, HttpClients.createDefault()", proof.plainHttpClient());
        ours("A text is sent once", "all faults of HTTP/2", proof.messagesOverHttp2());
        unknown(proof.unknownTexts());
        ours("A text is sent once", "a source of API keys that blocks", proof.blockedKeys());
        ours("A call is placed once", "all faults", proof.dials(false));
        ours("A call is placed once", "all faults, hedged", proof.dials(true));
        ours("A command is carried out once", "all faults", proof.commands(false));
        ours("A command is carried out once", "all faults, hedged", proof.commands(true));
        ours("One number is bought, or none", "all faults", proof.purchases());
        ours("One number is bought, or none", "a gateway that repeats orders", proof.copiedPurchases());
        ours("One number is bought, or none", "a gateway that repeats orders, buy", proof.copiedPlainPurchases());
        ours("One number is bought, or none", "close() meanwhile", proof.closings());
        ours("One profile has the name", "all faults", proof.profiles());
        ours("One profile has the name", "all faults, late lists", proof.lateProfiles());
        ProcessFaults processes = new ProcessFaults(Certificates.selfSigned());
        processes(processes);
        outage("answers 503", proof.outage(Fault.UNAVAILABLE_ALWAYS));
        outage("closes every connection", proof.outage(Fault.READ_CLOSED));
        if (options.baseline()) {
            baseline(proof.naiveHttpClient());
            baseline(proof.naiveUrlConnection());
        }
        Promise.table(promises).forEach(out::println);
        good &= promises.stream().allMatch(promise -> promise.failures() == 0);
        out.println();
        out.println(good ? "All that must be zero is zero." : "NOT all that must be zero is zero.");
        return good;
    }

    /** Each kind of what a server may write has a line of its own in the table of promises. */
    private void unasked(Proof.Outcome outcome) {
        outcome.verdict().rows().forEach(row -> promises.addAll(Promise.of("A text is sent once", row.name(), row)));
        judged(outcome);
    }

    private void ours(String done, String fault, Proof.Outcome outcome) {
        promises.addAll(Promise.of(done, fault, outcome.verdict().total()));
        judged(outcome);
    }

    private void judged(Proof.Outcome outcome) {
        print(outcome);
        Row total = outcome.verdict().total();
        out.printf(Locale.ROOT, "Duplicates: %d%n", total.duplicates());
        out.printf(Locale.ROOT, "Reported as not carried out, but were: %d%n", total.falselyNotDone());
        out.printf(Locale.ROOT, "Reported as carried out, but were not: %d%n", total.falselyDone());
        out.printf(Locale.ROOT, "Lost without a report: %d%n", total.told(Said.Report.NOTHING));
        out.printf(Locale.ROOT, "More than 250 ms after their deadline: %d%n", total.late());
        if (total.falselyUnknown() > 0) {
            out.printf(Locale.ROOT, "Reported as unknown with a wrong reference: %d%n", total.falselyUnknown());
        }
        outcome.verdict().surprises().stream().limit(3).forEach(what -> out.println("Instead of a report: " + what));
        mistakes(outcome);
        out.println();
        good &= outcome.verdict().isClean() && outcome.mistakes().isEmpty();
    }

    private void unknown(UnknownTexts.Result result) {
        out.println("== Settle texts whose outcome is unknown");
        result.lines().forEach(out::println);
        result.mistakes().stream().distinct().limit(10).forEach(mistake -> out.println("Worthless: " + mistake));
        out.println();
        String fault = "late, missing, repeated and foreign records, forged webhooks";
        promises.add(new Promise("What is settled is settled rightly", fault, result.settled(), result.wrong()));
        promises.add(new Promise("What shows is found", fault, result.shown(), result.missed()));
        good &= result.mistakes().isEmpty() && result.settled() > 0;
    }

    private void processes(ProcessFaults faults) throws Exception {
        String texts = "a process that is frozen for 3 s";
        process(texts, faults.frozenTexts(Duration.ofSeconds(3)), result -> {
            // Its own freeze makes each report late.
            promises.addAll(withoutLateness("A text is sent once", texts, result));
            promises.add(new Promise(
                    "Nothing leaves after the deadline",
                    texts,
                    result.verdict().total().sends(),
                    result.late()));
        });
        expiredCommands(faults);
        String addresses = "a name with 3 dead addresses of 4";
        process(addresses, faults.deadAddresses(Duration.ofSeconds(10)), result -> {
            promises.addAll(Promise.of(
                    "A text is sent once", addresses, result.verdict().total()));
            promises.add(new Promise(
                    "The address that works is found",
                    addresses,
                    result.verdict().total().sends(),
                    result.notDone()));
        });
        for (boolean own : new boolean[] {false, true}) {
            String none = "a name with 3 dead addresses" + (own ? ", HttpClients.createDefault()" : "");
            process(
                    none,
                    faults.noAddress(own),
                    result -> promises.addAll(Promise.of(
                            "A text is sent once", none, result.verdict().total())));
        }
        String log = "7 faults, everything is logged (TRACE)";
        process(log, faults.logged(), result -> {
            promises.addAll(
                    Promise.of("A text is sent once", log, result.verdict().total()));
            promises.add(new Promise(
                    "No key, number or text is in a log line or stack trace",
                    log,
                    result.verdict().total().sends(),
                    result.late()));
        });
    }

    /** These wait for a minute each, so they do so together. */
    private void expiredCommands(ProcessFaults faults) throws Exception {
        Duration expired = Duration.ofSeconds(62);
        ExecutorService together = Executors.newCachedThreadPool();
        try {
            Map<String, Future<Optional<ProcessFaults.Result>>> runs = new LinkedHashMap<>();
            runs.put("a process that is frozen for 62 s", together.submit(() -> faults.frozenCommands(expired)));
            runs.put("a process that is frozen for 62 s, hedged", together.submit(() -> faults.frozenHedges(expired)));
            runs.put(
                    "hedges that wait for a connection for 63 s",
                    together.submit(() -> faults.waitingHedges(expired.plusSeconds(1))));
            for (Map.Entry<String, Future<Optional<ProcessFaults.Result>>> run : runs.entrySet()) {
                process(run.getKey(), run.getValue().get(), result -> {
                    promises.addAll(withoutLateness("A command is carried out once", run.getKey(), result));
                    promises.add(new Promise(
                            "Nothing is sent again when its command_id has expired",
                            run.getKey(),
                            result.verdict().total().sends(),
                            result.late()));
                });
            }
        } finally {
            together.shutdownNow();
        }
    }

    private static List<Promise> withoutLateness(String done, String fault, ProcessFaults.Result result) {
        return Promise.of(done, fault, result.verdict().total()).stream()
                .filter(promise -> !promise.promise().equals(Promise.IN_TIME))
                .toList();
    }

    private void process(
            String fault, Optional<ProcessFaults.Result> result, Consumer<ProcessFaults.Result> promising) {
        out.println("== Send with " + fault);
        if (result.isEmpty()) {
            out.printf("SKIPPED: this machine has no kill -STOP, or no addresses 127.0.0.2 and on%n%n");
            return;
        }
        Table.of(result.get().verdict()).forEach(out::println);
        result.get().mistakes().stream().distinct().limit(10).forEach(mistake -> out.println("Worthless: " + mistake));
        out.println();
        good &= result.get().mistakes().isEmpty();
        promising.accept(result.get());
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
        promises.add(new Promise(
                "An outage costs less than 10 % more requests",
                "a server that only " + how,
                result.calls(),
                result.extraPercent() < Outage.MOST_EXTRA ? 0 : (int) (result.requests() - result.calls())));
    }
}
