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
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/**
 * Sends texts. Telnyx has nothing that keeps a repeated one from going out twice.
 *
 * @param server what they are sent to
 * @param clients what they are sent with
 * @param count how many
 * @param overHttp2 whether it is done over HTTP/2, with its faults
 */
public record Messages(ProofServer server, Clients clients, int count, boolean overHttp2) implements Workload {
    /** Over HTTP/1.1, with all faults. */
    public Messages(ProofServer server, Clients clients, int count) {
        this(server, clients, count, false);
    }

    @Override
    public String title() {
        return overHttp2 ? "Send a text over HTTP/2" : "Send a text";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = overHttp2 ? Fault.ofNumberOverHttp2(number) : Fault.ofNumber(number);
        String token = "text " + number;
        Duration deadline = clients.deadline(fault);
        Ticket ticket = Ticket.of(token, fault, deadline);
        OutgoingMessage message =
                OutgoingMessage.builder().to("+14165550123").text(token).build();
        return new LogicalCall(
                token,
                fault,
                deadline,
                () -> Outcomes.of(() -> {
                    MessageResult result =
                            clients.of(fault).messages().send(message, Clients.options(ticket, deadline));
                    return new Said(Report.DONE, result.id());
                }));
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().messages().sent(token), server.attempts().of(token));
    }
}
