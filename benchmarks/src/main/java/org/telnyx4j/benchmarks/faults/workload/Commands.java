package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.ids.CallControlId;

/**
 * Hangs calls up: a command with a {@code command_id}, one for each call.
 *
 * @param title what the table is called
 * @param server what they are sent to
 * @param clients what they are sent with
 * @param count how many
 */
public record Commands(String title, ProofServer server, Clients clients, int count) implements Workload {
    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        String token = "leg-" + number;
        Duration deadline = clients.deadline(fault);
        Ticket ticket = Ticket.of(token, fault, deadline);
        return new LogicalCall(
                token,
                fault,
                deadline,
                () -> Outcomes.of(() -> {
                    clients.of(fault)
                            .calls()
                            .hangUp(
                                    CallControlId.of(token),
                                    HangupCallRequest.builder().build(),
                                    Clients.options(ticket, deadline));
                    return Said.of(Report.DONE);
                }));
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().calls().taken(token), server.attempts().of(token));
    }
}
