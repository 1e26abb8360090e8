package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.generated.model.OutgoingMessage;

/** Sends texts with a source of API keys that takes three deadlines to return every fourth of them. */
public final class BlockedKeys implements Workload, AutoCloseable {
    private final ProofServer server;
    private final Duration deadline;
    private final int count;
    private final AtomicInteger asked = new AtomicInteger();
    private final Telnyx client;

    /** Creates the workload with a client of its own. */
    public BlockedKeys(ProofServer server, Duration deadline, int count) {
        this.server = server;
        this.deadline = deadline;
        this.count = count;
        this.client = Telnyx.builder()
                .apiKey(this::key)
                .from("+14165550199")
                .baseUrl(server.baseUrl(Door.SHARED))
                .timeout(deadline)
                .build();
    }

    private String key() {
        if (asked.incrementAndGet() % 4 == 0) {
            try {
                Thread.sleep(3 * deadline.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return "KEY_OF_NO_ACCOUNT";
    }

    @Override
    public String title() {
        return "Send a text with a source of API keys that blocks";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        String token = "text " + number;
        Ticket ticket = Ticket.of(token, Fault.NONE, deadline);
        OutgoingMessage message =
                OutgoingMessage.builder().to("+14165550123").text(token).build();
        return new LogicalCall(
                token,
                Fault.NONE,
                deadline,
                () -> Outcomes.of(() -> new Said(
                        Report.DONE,
                        client.messages()
                                .send(message, Clients.options(ticket, deadline))
                                .id())));
    }

    @Override
    public Truth truth(String token) {
        return Truth.of(server.books().messages().sent(token), server.attempts().of(token));
    }

    @Override
    public void close() {
        client.close();
    }
}
