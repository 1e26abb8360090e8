package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.generated.model.OutgoingMessage;

/**
 * Sends through every client that works, before anything is measured: what a JVM does for the first time takes long, and
 * would show as lateness.
 *
 * @param clients the clients
 * @param count how many sends
 */
public record WarmUp(Clients clients, int count) implements Workload {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String title() {
        return "Warm-up";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault client = number % 4 == 0 ? Fault.DONE_TLS_CLOSED : Fault.NONE;
        Ticket ticket = Ticket.of("warm-up " + number, Fault.NONE, PATIENCE);
        OutgoingMessage message = OutgoingMessage.builder()
                .to("+14165550123")
                .text(ticket.token())
                .build();
        return new LogicalCall(
                ticket.token(),
                client,
                PATIENCE,
                () -> Outcomes.of(() -> {
                    clients.of(client).messages().send(message, Clients.options(ticket, PATIENCE));
                    return Said.of(Report.DONE);
                }));
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(List.of(), 0);
    }
}
