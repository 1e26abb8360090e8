package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Step;
import org.telnyx4j.benchmarks.faults.server.Ticket;

/**
 * A server that fails whatever it is asked, and then works again. Each call may be repeated as such, so what keeps the
 * client from making a bad hour worse is its retry budget alone.
 *
 * @param server the server
 * @param clients the clients, new ones
 * @param runner runs the calls
 * @param count how many calls there are during the outage
 */
public record Outage(ProofServer server, Clients clients, Runner runner, int count) {
    /** The extra load that is allowed, in percent. */
    public static final double MOST_EXTRA = 10;

    /**
     * What came of it.
     *
     * @param calls how many calls there were during the outage
     * @param requests how many requests they were
     * @param callsAfter how many calls there were after it
     * @param throughAfter how many of them got through
     */
    public record Result(int calls, long requests, int callsAfter, int throughAfter) {
        /** Returns by how much there were more requests than calls, in percent. */
        public double extraPercent() {
            return 100.0 * (requests - calls) / calls;
        }

        /** Tells whether the load stayed low, and everything got through again. */
        public boolean isGood() {
            return extraPercent() < MOST_EXTRA && throughAfter == callsAfter;
        }
    }

    /** Runs the outage and the time after it. */
    public Result run(Step failing) throws InterruptedException {
        // A client that has fared well has the most to spend on retries, so this is the worst case.
        runner.run(new Looks("before", count));
        long before = server.attempts().all();
        server.attempts().everything(failing);
        runner.run(new Looks("during", count));
        long requests = server.attempts().all() - before;
        server.attempts().everything(null);
        List<Entry> after = runner.run(new Looks("after", count / 2));
        int through = (int) after.stream()
                .filter(entry -> entry.said().report() == Report.DONE)
                .count();
        return new Result(count, requests, after.size(), through);
    }

    /** Looks messages up. */
    private final class Looks implements Workload {
        private final String name;
        private final int calls;

        Looks(String name, int calls) {
            this.name = name;
            this.calls = calls;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public List<LogicalCall> calls() {
            return IntStream.range(0, calls).mapToObj(this::call).toList();
        }

        private LogicalCall call(int number) {
            Duration deadline = clients.deadline(Fault.NONE);
            Ticket ticket = Ticket.of(name + " " + number, Fault.NONE, deadline);
            return new LogicalCall(
                    ticket.token(),
                    Fault.NONE,
                    deadline,
                    () -> Outcomes.of(() -> {
                        clients.of(Fault.NONE).messages().retrieve("any", Clients.options(ticket, deadline));
                        return Said.of(Report.DONE);
                    }));
        }

        @Override
        public Truth truth(String token) {
            return Truth.of(List.of(), server.attempts().of(token));
        }
    }
}
