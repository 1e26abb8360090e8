package org.telnyx4j.benchmarks.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.telnyx4j.benchmarks.faults.workload.ChildOrder.Setup;
import org.telnyx4j.testing.Certificates;
import org.telnyx4j.testing.FullBacklog;

/** Faults that hit a process as a whole, so a child process sends: it is frozen, or has its own table of host names. */
final class ProcessFaults {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Time for a child with one connection to be where it is to be frozen: one request is sent, the others wait. */
    private static final long UNDER_WAY_MILLIS = 300;

    private static final long FROZEN_MILLIS = 500;
    private static final int CALLERS = 32;
    private static final int DEAD_ADDRESSES = 3;
    private static final List<Fault> LOGGED = List.of(
            Fault.NONE,
            Fault.DONE_CLOSED,
            Fault.DONE_HALF_BODY,
            Fault.DONE_SILENT,
            Fault.DONE_PAGE,
            Fault.UNAVAILABLE_ALWAYS,
            Fault.LIMITED_TOO_LONG);
    private static final List<String> ALL_IS_LOGGED = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace");

    private final Certificates certificate;

    ProcessFaults(Certificates certificate) {
        this.certificate = certificate;
    }

    /**
     * What came of it.
     *
     * @param verdict the comparison of reports and books
     * @param late how many requests left too late, or lines were private
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
                    true, server.baseUrl(Door.SHARED), CALLERS, PATIENCE, 1, Fault.POOL_BUSY, PATIENCE, Setup.USUAL);
            return freeze(server, order, frozen, server.books().messages()::sent);
        }
    }

    /**
     * Freezes a process whose hang-ups are carried out and get no response, until their command ids have expired.
     *
     * @return empty where processes cannot be frozen
     */
    Optional<Result> frozenCommands(Duration frozen) throws Exception {
        return frozenCommands(frozen, Setup.USUAL);
    }

    /**
     * Freezes a process whose hang-ups would be hedged in a moment, until their command ids have expired.
     *
     * @return empty where processes cannot be frozen
     */
    Optional<Result> frozenHedges(Duration frozen) throws Exception {
        return frozenCommands(frozen, Setup.HEDGED);
    }

    private Optional<Result> frozenCommands(Duration frozen, Setup setup) throws Exception {
        try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
            Duration deadline = frozen.multipliedBy(2);
            ChildOrder order = new ChildOrder(
                    false, server.baseUrl(Door.SHARED), CALLERS, deadline, CALLERS, Fault.DONE_SILENT, PATIENCE, setup);
            return freeze(server, order, frozen, server.books().calls()::taken);
        }
    }

    /**
     * Lets hedges of hang-ups wait for a connection, as the response to each is that long in coming, until their command
     * ids have expired.
     *
     * @param held how long the server takes for each response
     */
    Optional<Result> waitingHedges(Duration held) throws Exception {
        try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
            // The server takes six tenths of it.
            Duration patience = held.multipliedBy(10).dividedBy(6);
            ChildOrder order = new ChildOrder(
                    false,
                    server.baseUrl(Door.SHARED),
                    CALLERS,
                    held.multipliedBy(2),
                    CALLERS,
                    Fault.POOL_BUSY,
                    patience,
                    Setup.HEDGED);
            try (Child child = Child.start(order, List.of(), order.deadline().plus(SETTLING))) {
                child.awaitBegun();
                List<Entry> entries = child.entries();
                // One of each caller, and one to warm up.
                return Optional.of(result(server, entries, server.books().calls()::taken, CALLERS + 1));
            }
        }
    }

    /** Sends with everything logged, and counts the lines with something private in them as late requests are. */
    Optional<Result> logged() throws Exception {
        List<Entry> entries = new ArrayList<>();
        Map<String, Truth> truths = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        int lines = 0;
        int leaks = 0;
        for (Fault fault : LOGGED) {
            try (ProofServer server = ProofServer.start(certificate, 1, 1)) {
                ChildOrder order = new ChildOrder(
                        true,
                        server.baseUrl(Door.SHARED),
                        CALLERS,
                        PATIENCE.multipliedBy(2),
                        CALLERS,
                        fault,
                        PATIENCE.multipliedBy(2),
                        Setup.LOGGED);
                try (Child child = Child.start(order, ALL_IS_LOGGED, SETTLING)) {
                    entries.addAll(child.entries());
                    awaitEnd(server);
                    for (int i = 0; i < CALLERS; i++) {
                        String token = order.token(i);
                        truths.put(token, truth(server, server.books().messages()::sent, token));
                    }
                    mistakes.addAll(server.books().mistakes());
                    lines += child.log().size();
                    leaks += (int) child.log().stream()
                            .filter(line -> Child.privateValues().stream().anyMatch(line::contains))
                            .count();
                }
            }
        }
        if (lines < CALLERS) {
            mistakes.add("hardly anything was logged");
        }
        return Optional.of(new Result(Verdict.of(List.of(), entries, truths::get), leaks, mistakes));
    }

    private static Optional<Result> freeze(
            ProofServer server, ChildOrder order, Duration frozen, Function<String, List<String>> books)
            throws Exception {
        Duration atMost = order.deadline().plus(frozen).plusSeconds(60);
        try (Child child = Child.start(order, List.of(), atMost)) {
            child.awaitBegun();
            if (order.connections() == 1) {
                Thread.sleep(UNDER_WAY_MILLIS);
            } else {
                // All are carried out, so that each further request is one too many; and the one to warm up.
                awaitRequests(server, order.count() + 1);
            }
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

    private static void awaitRequests(ProofServer server, long count) throws InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (server.attempts().all() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    /**
     * Sends texts to a name with three addresses that drop every packet, and a fourth that works.
     *
     * @param deadline the time of each text
     * @return empty where this machine has no such addresses
     */
    Optional<Result> deadAddresses(Duration deadline) throws Exception {
        return addresses(true, deadline, Setup.USUAL);
    }

    /**
     * Sends texts to a name with three addresses that drop every packet, and no other.
     *
     * @param ownClient whether with an HTTP client of the application's own
     * @return empty where this machine has no such addresses
     */
    Optional<Result> noAddress(boolean ownClient) throws Exception {
        return addresses(false, PATIENCE, ownClient ? Setup.OWN_CLIENT : Setup.USUAL);
    }

    private Optional<Result> addresses(boolean oneWorks, Duration deadline, Setup setup) throws Exception {
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
            if (oneWorks) {
                lines.add("127.0.0.1 localhost");
            }
            Files.write(hosts, lines);
            ChildOrder order = new ChildOrder(
                    true, "http://localhost:" + port + "/v2", CALLERS, deadline, CALLERS, Fault.NONE, PATIENCE, setup);
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
        awaitEnd(server);
        Verdict verdict = Verdict.of(List.of(), entries, token -> truth(server, books, token));
        return new Result(
                verdict,
                (int) (server.attempts().all() - before),
                server.books().mistakes());
    }

    private static void awaitEnd(ProofServer server) throws InterruptedException {
        if (!server.settle(SETTLING)) {
            throw new IllegalStateException("Some connections are still open, so the books are not final");
        }
    }

    private static Truth truth(ProofServer server, Function<String, List<String>> books, String token) {
        return Truth.of(books.apply(token), server.attempts().of(token));
    }
}
