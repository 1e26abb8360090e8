package org.telnyx4j.benchmarks.faults;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Verdict;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Step;
import org.telnyx4j.benchmarks.faults.server.Twist;
import org.telnyx4j.benchmarks.faults.workload.BlockedKeys;
import org.telnyx4j.benchmarks.faults.workload.Clients;
import org.telnyx4j.benchmarks.faults.workload.Closings;
import org.telnyx4j.benchmarks.faults.workload.Commands;
import org.telnyx4j.benchmarks.faults.workload.Dials;
import org.telnyx4j.benchmarks.faults.workload.IdleConnections;
import org.telnyx4j.benchmarks.faults.workload.Messages;
import org.telnyx4j.benchmarks.faults.workload.NaiveMessages;
import org.telnyx4j.benchmarks.faults.workload.Outage;
import org.telnyx4j.benchmarks.faults.workload.PauseMeter;
import org.telnyx4j.benchmarks.faults.workload.PlainPurchases;
import org.telnyx4j.benchmarks.faults.workload.Profiles;
import org.telnyx4j.benchmarks.faults.workload.Purchases;
import org.telnyx4j.benchmarks.faults.workload.Runner;
import org.telnyx4j.benchmarks.faults.workload.UnknownTexts;
import org.telnyx4j.benchmarks.faults.workload.WarmUp;
import org.telnyx4j.benchmarks.faults.workload.Workload;
import org.telnyx4j.testing.Certificates;

/** The runs, each with a server and clients of its own. */
final class Proof {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int DURING_OUTAGE = 1_000;
    private static final int WARM_UP = 200;
    /** An outage is about how many requests there are, so it need not depend on how fast the machine is. */
    private static final Duration DEADLINE_IN_OUTAGE = Duration.ofSeconds(10);

    private final ProofOptions options;
    private final Certificates certificate;
    private final Runner runner;

    Proof(ProofOptions options, Certificates certificate) {
        this.options = options;
        this.certificate = certificate;
        this.runner = new Runner(options.threads(), options.seed());
    }

    /**
     * What a run was, and what came of it.
     *
     * @param title what it was
     * @param verdict the comparison of reports and books
     * @param mistakes what makes it worthless, none if all is well
     * @param took how long it took
     * @param pause the longest pause of the machine meanwhile
     */
    record Outcome(String title, Verdict verdict, List<String> mistakes, Duration took, Duration pause) {}

    Outcome messages() throws Exception {
        return prove(false, (server, clients) -> new Messages(server, clients, part(1)));
    }

    Outcome dials(boolean hedged) throws Exception {
        String title = hedged ? "Place a call (dial), hedged" : "Place a call (dial)";
        return prove(hedged, (server, clients) -> new Dials(title, server, clients, part(5)));
    }

    Outcome commands(boolean hedged) throws Exception {
        String title = hedged ? "Hang a call up (a call command), hedged" : "Hang a call up (a call command)";
        return prove(hedged, (server, clients) -> new Commands(title, server, clients, part(5)));
    }

    Outcome purchases() throws Exception {
        return prove(false, (server, clients) -> new Purchases(server, clients, part(10), Twist.USUAL));
    }

    /** Buys behind a gateway that sends each order twice. */
    Outcome copiedPurchases() throws Exception {
        return prove(false, (server, clients) -> new Purchases(server, clients, part(20), Twist.COPIES));
    }

    /** The same, with plain orders. */
    Outcome copiedPlainPurchases() throws Exception {
        return prove(false, (server, clients) -> new PlainPurchases(server, clients, part(20)));
    }

    /** Sends texts with a source of API keys that blocks. */
    Outcome blockedKeys() throws Exception {
        return prove(false, (server, clients) -> new BlockedKeys(server, options.deadline(), part(100)));
    }

    /** Buys with clients that are closed meanwhile. */
    Outcome closings() throws Exception {
        Duration deadline = options.deadline().multipliedBy(4);
        return prove(false, (server, clients) -> new Closings(server, deadline, part(20), options.seed()));
    }

    /** Sends texts to a server that writes what nobody has asked for. */
    Outcome idleConnections() throws Exception {
        return prove(false, (server, clients) -> new IdleConnections(server, options.deadline(), part(20)));
    }

    /** Sends texts with an HTTP client of the application's own. */
    Outcome plainHttpClient() throws Exception {
        return prove(Mode.PLAIN, (server, clients) -> new Messages(server, clients, part(10)));
    }

    /** Sends texts over HTTP/2. */
    Outcome messagesOverHttp2() throws Exception {
        return prove(Mode.HTTP_2, (server, clients) -> new Messages(server, clients, part(1), true));
    }

    Outcome profiles() throws Exception {
        return prove(false, (server, clients) -> new Profiles(server, clients, part(100), Twist.AT_ONCE));
    }

    /** Creates profiles that lists show late. */
    Outcome lateProfiles() throws Exception {
        return prove(false, (server, clients) -> new Profiles(server, clients, part(100), Twist.SHOWS_LATE));
    }

    Outcome naiveHttpClient() throws Exception {
        return prove(false, (server, clients) -> NaiveMessages.withHttpClient(server, options.deadline(), part(1)));
    }

    Outcome naiveUrlConnection() throws Exception {
        return prove(false, (server, clients) -> NaiveMessages.withUrlConnection(server, options.deadline(), part(1)));
    }

    /** Sends texts with correlation tokens through all faults, and settles those whose outcome is unknown. */
    UnknownTexts.Result unknownTexts() throws Exception {
        try (ProofServer server = server()) {
            UnknownTexts texts;
            List<Entry> entries;
            try (Clients clients = clients(server, options.deadline(), Mode.USUAL)) {
                runner.run(new WarmUp(clients, WARM_UP));
                texts = new UnknownTexts(server, clients, part(4));
                entries = runner.run(texts);
            }
            if (!server.settle(SETTLING)) {
                throw new IllegalStateException("Some connections are still open, so the books are not final");
            }
            try (Clients clients = clients(server, DEADLINE_IN_OUTAGE, Mode.USUAL)) {
                return texts.settle(clients.of(Fault.NONE), entries);
            }
        }
    }

    /** Runs an outage in which each request fares the same. */
    Outage.Result outage(Fault fault) throws Exception {
        Step failing = fault.step(0);
        try (ProofServer server = server();
                Clients clients = clients(server, DEADLINE_IN_OUTAGE, Mode.USUAL)) {
            return new Outage(server, clients, runner, DURING_OUTAGE).run(failing);
        }
    }

    private enum Mode {
        USUAL,
        HEDGED,
        PLAIN,
        HTTP_2
    }

    private Outcome prove(boolean hedged, BiFunction<ProofServer, Clients, Workload> kind) throws Exception {
        return prove(hedged ? Mode.HEDGED : Mode.USUAL, kind);
    }

    private Outcome prove(Mode mode, BiFunction<ProofServer, Clients, Workload> kind) throws Exception {
        long start = System.nanoTime();
        try (ProofServer server = server();
                PauseMeter pauses = PauseMeter.measure()) {
            Workload workload;
            List<Entry> entries;
            try (Clients clients = clients(server, options.deadline(), mode)) {
                runner.run(new WarmUp(clients, WARM_UP));
                workload = kind.apply(server, clients);
                entries = runner.run(workload);
                if (workload instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            }
            // Some requests are carried out after their callers have given up. The books count them as well.
            if (!server.settle(SETTLING)) {
                throw new IllegalStateException("Some connections are still open, so the books are not final");
            }
            List<String> faults =
                    Arrays.stream(Fault.values()).map(Fault::words).toList();
            Verdict verdict = Verdict.of(faults, entries, workload::truth);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome(workload.title(), verdict, server.books().mistakes(), took, pauses.longest());
        }
    }

    private ProofServer server() throws IOException, GeneralSecurityException {
        return ProofServer.start(certificate, part(1), options.seed());
    }

    private Clients clients(ProofServer server, Duration deadline, Mode mode) {
        return new Clients(
                server,
                new Clients.Setup(
                        deadline, 2 * options.threads(), mode == Mode.HEDGED, mode == Mode.PLAIN, mode == Mode.HTTP_2));
    }

    /** At least one of each fault; and as many healthy ones beside them. */
    private int part(int of) {
        return 2 * Math.max(Fault.general().size(), options.sends() / of);
    }
}
