package org.telnyx4j.benchmarks.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Row;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.ledger.Verdict;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.workload.Child;
import org.telnyx4j.benchmarks.faults.workload.ChildOrder;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.FullBacklog;

/** Faults that hit a process as a whole, so a child process sends: it is frozen, or has its own table of host names. */
final class ProcessFaults {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Time for the child to be where it is to be frozen: the first requests are sent, the others wait. */
    private static final long UNDER_WAY_MILLIS = 300;

    private static final long FROZEN_MILLIS = 500;
    private static final int CALLERS = 32;
    private static final int DEAD_ADDRESSES = 3;

    private final Certificates certificate;

    ProcessFaults(Certificates certificate) {
        this.certificate = certificate;
    }

    /**
     * What came of it.
     *
     * @param verdict the comparison of reports and books
     * @param late how many requests left after the freeze
     * @param mistakes what makes it worthless, none if all is well
     */
    record Result(Verdict verdict, int late, List<String> mistakes) {
        /** Returns how many callers were not told that it was done. */
        int notDone() {
            Row total = verdict.total();
            return total.sends() - total.told(Report.DONE);
        }
    }

    /**
     * Freezes a process (SIGSTOP) that has texts under way and others that wait for its only connection, for longer than
     * their deadline.
     *
     * @return empty where processes cannot be frozen
     */
    Optional<Result> frozenTexts(Duration frozen) throws Exception {
        try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
            ChildOrder order = new ChildOrder(
                    true, server.baseUrl(Door.SHARED), CALLERS, PATIENCE, 1, Fault.POOL_BUSY, PATIENCE, true);
            return freeze(server, order, frozen, server.books().messages()::sent);
        }
    }

    /**
     * Freezes a process whose hang-ups are carried out and get no response, until their command ids have expired.
     *
     * @return empty where processes cannot be frozen
     */
    Optional<Result> frozenCommands(Duration frozen) throws Exception {
        try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
            Duration deadline = frozen.multipliedBy(2);
            ChildOrder order = new ChildOrder(
                    false, server.baseUrl(Door.SHARED), CALLERS, deadline, CALLERS, Fault.DONE_SILENT, PATIENCE, true);
            return freeze(server, order, frozen, server.books().calls()::taken);
        }
    }

    private static Optional<Result> freeze(
            ProofServer server, ChildOrder order, Duration frozen, Function<String, List<String>> books)
            throws Exception {
        Duration atMost = order.deadline().plus(frozen).plusSeconds(60);
        try (Child child = Child.start(order, List.of(), atMost)) {
            child.awaitBegun();
            Thread.sleep(UNDER_WAY_MILLIS);
            if (!child.signal("STOP")) {
                return Optional.empty();
            }
            Thread.sleep(FROZEN_MILLIS);
            long before = server.attempts().all();
            Thread.sleep(frozen.toMillis());
            child.signal("CONT");
            List<Entry> entries = child.entries();
            return Optional.of(result(server, entries, books, before));
        }
    }

    /**
     * Sends texts to a name with three addresses that drop every packet, and a fourth that works.
     *
     * @return empty where this machine has no such addresses
     */
    Optional<Result> deadAddresses() throws Exception {
        List<FullBacklog> dead = new ArrayList<>();
        Path hosts = Files.createTempFile("telnyx4j-proof", ".hosts");
        try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
            int port = URI.create(server.baseUrl(Door.SHARED)).getPort();
            List<String> lines = new ArrayList<>();
            for (int i = 2; i < 2 + DEAD_ADDRESSES; i++) {
                try {
                    dead.add(FullBacklog.start(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) i}), port));
                } catch (IOException e) {
                    return Optional.empty();
                }
                lines.add("127.0.0." + i + " localhost");
            }
            lines.add("127.0.0.1 localhost");
            Files.write(hosts, lines);
            ChildOrder order = new ChildOrder(
                    true,
                    "http://localhost:" + port + "/v2",
                    CALLERS,
                    Duration.ofSeconds(10),
                    CALLERS,
                    Fault.NONE,
                    PATIENCE,
                    false);
            try (Child child = Child.start(order, List.of("-Djdk.net.hosts.file=" + hosts), SETTLING)) {
                List<Entry> entries = child.entries();
                return Optional.of(result(
                        server,
                        entries,
                        server.books().messages()::sent,
                        server.attempts().all()));
            }
        } finally {
            for (FullBacklog each : dead) {
                each.close();
            }
            Files.delete(hosts);
        }
    }

    private static Result result(
            ProofServer server, List<Entry> entries, Function<String, List<String>> books, long before)
            throws InterruptedException {
        if (!server.settle(SETTLING)) {
            throw new IllegalStateException("Some connections are still open, so the books are not final");
        }
        Verdict verdict = Verdict.of(
                List.of(),
                entries,
                token -> Truth.of(books.apply(token), server.attempts().of(token)));
        return new Result(
                verdict,
                (int) (server.attempts().all() - before),
                server.books().mistakes());
    }
}
