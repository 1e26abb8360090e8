package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;

/**
 * Sends texts one after the other through clients with one connection each, to a server that writes on it what nobody
 * has asked for. Each client leaves its connection alone for a moment before a send, so that the bytes are there: those
 * that come while a request is on its way cannot be told from its response by anybody.
 */
public final class IdleConnections implements Workload, AutoCloseable {
    private static final int CLIENTS = 16;
    private static final long IDLE_MILLIS = 40;

    private final ProofServer server;
    private final Duration deadline;
    private final int count;
    private final BlockingQueue<Telnyx> free = new LinkedBlockingQueue<>();

    /** Creates the workload with clients of its own. */
    public IdleConnections(ProofServer server, Duration deadline, int count) {
        this.server = server;
        this.deadline = deadline;
        this.count = count;
        for (int i = 0; i < CLIENTS; i++) {
            free.add(Telnyx.builder()
                    .apiKey("KEY_OF_NO_ACCOUNT")
                    .from("+14165550199")
                    .baseUrl(server.baseUrl(Door.IDLE))
                    .timeout(deadline)
                    .http(HttpOptions.builder().maxConnections(1).build())
                    .build());
        }
    }

    @Override
    public String title() {
        return "Send a text where the server writes what nobody has asked for";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        List<Fault> faults = Fault.ofIdleConnections();
        Fault fault = faults.get(number % faults.size());
        String token = "text " + number;
        Ticket ticket = Ticket.of(token, fault, deadline);
        OutgoingMessage message =
                OutgoingMessage.builder().to("+14165550123").text(token).build();
        // It may have to wait for a client first.
        Duration bound = deadline.plusMillis(IDLE_MILLIS * count);
        return new LogicalCall(token, fault, bound, () -> Outcomes.of(() -> send(message, ticket)));
    }

    private Said send(OutgoingMessage message, Ticket ticket) throws InterruptedException {
        Telnyx client = free.take();
        try {
            Thread.sleep(IDLE_MILLIS);
            MessageResult result = client.messages().send(message, Clients.options(ticket, deadline));
            return new Said(Report.DONE, result.id());
        } finally {
            free.add(client);
        }
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().messages().sent(token), server.attempts().of(token));
    }

    @Override
    public void close() {
        free.forEach(Telnyx::close);
    }
}
