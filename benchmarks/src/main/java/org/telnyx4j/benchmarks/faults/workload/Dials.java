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
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.voice.PlacedCall;

/**
 * Places calls, which carry a {@code command_id}.
 *
 * @param title what the table is called
 * @param server what they are sent to
 * @param clients what they are sent with
 * @param count how many
 */
public record Dials(String title, ProofServer server, Clients clients, int count) implements Workload {
    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        String token = "dial " + number;
        Duration deadline = clients.deadline(fault);
        Ticket ticket = Ticket.of(token, fault, deadline);
        OutgoingCall call = OutgoingCall.builder()
                .to("+14165550123")
                .connectionId("1684641123236054244")
                .from("+14165550199")
                .clientState(token)
                .build();
        return new LogicalCall(
                token,
                fault,
                deadline,
                () -> Outcomes.of(() -> {
                    PlacedCall placed = clients.of(fault).calls().dial(call, Clients.options(ticket, deadline));
                    return new Said(Report.DONE, placed.callControlId().value());
                }));
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().calls().placed(token), server.attempts().of(token));
    }
}
