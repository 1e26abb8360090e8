package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CallControlId;

/** A process of its own that sends, for faults that hit a process as a whole. It reports on its standard output. */
public final class ChildSender {
    /** Printed when every caller is about to send. */
    static final String BEGUN = "BEGUN";

    static final String SAID = "SAID";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChildOrder order;
    private final Telnyx client;

    private ChildSender(ChildOrder order) {
        this.order = order;
        this.client = client(order);
    }

    /**
     * Sends.
     *
     * @param arguments a {@link ChildOrder}
     */
    public static void main(String[] arguments) throws InterruptedException {
        ChildOrder order = ChildOrder.parse(List.of(arguments));
        if (order.warmsUp()) {
            warmUp(order);
        }
        new ChildSender(order).run();
        System.exit(0);
    }

    private static Telnyx client(ChildOrder order) {
        return Telnyx.builder()
                .apiKey("KEY_OF_NO_ACCOUNT")
                .from("+14165550199")
                .baseUrl(order.url())
                .timeout(order.deadline())
                .http(HttpOptions.builder().maxConnections(order.connections()).build())
                .build();
    }

    /** What a JVM does for the first time takes long, and would show as lateness. */
    private static void warmUp(ChildOrder order) {
        Ticket ticket = Ticket.of("warm-up", Fault.NONE, PATIENCE);
        try (Telnyx client = client(order)) {
            client.messages().send(text(ticket.token()), Clients.options(ticket, PATIENCE));
        }
    }

    private void run() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(order.count());
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < order.count(); i++) {
            String token = order.token(i);
            Thread caller = new Thread(() -> {
                ready.countDown();
                report(token);
            });
            caller.start();
            callers.add(caller);
        }
        ready.await();
        print(BEGUN);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void report(String token) {
        Ticket ticket = Ticket.of(token, order.fault(), order.patience());
        Said said;
        try {
            said = Outcomes.of(() -> send(token, ticket));
        } catch (Exception | Error e) {
            said = new Said(Report.NOTHING, e.toString());
        }
        print(String.join("\t", SAID, token, said.report().name(), Objects.requireNonNullElse(said.claim(), "")));
    }

    private Said send(String token, Ticket ticket) {
        if (order.isOfTexts()) {
            return new Said(
                    Report.DONE,
                    client.messages()
                            .send(text(token), Clients.options(ticket, order.deadline()))
                            .id());
        }
        client.calls()
                .hangUp(
                        CallControlId.of(token),
                        HangupCallRequest.builder().build(),
                        Clients.options(ticket, order.deadline()));
        return Said.of(Report.DONE);
    }

    private static OutgoingMessage text(String text) {
        return OutgoingMessage.builder().to("+14165550123").text(text).build();
    }

    private static void print(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
