package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CallControlId;

/** A process of its own that sends, for faults that hit a process as a whole. It reports on its standard output. */
public final class ChildSender {
    /** Printed when every caller is about to send. */
    static final String BEGUN = "BEGUN";

    static final String SAID = "SAID";
    static final String KEY = "KEY_OF_NO_ACCOUNT";
    static final String SENDER = "+14165550199";
    static final String RECIPIENT = "+14165550123";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HEDGE = Duration.ofSeconds(1);

    private final ChildOrder order;
    private final Telnyx client;
    private final PauseMeter pauses = PauseMeter.measure();

    private ChildSender(ChildOrder order) {
        this.order = order;
        this.client = client(order, order.url());
    }

    /**
     * Sends.
     *
     * @param arguments a {@link ChildOrder}
     */
    public static void main(String[] arguments) throws InterruptedException {
        ChildOrder order = ChildOrder.parse(List.of(arguments));
        warmUp(order);
        new ChildSender(order).run();
        System.exit(0);
    }

    private static Telnyx client(ChildOrder order, String url) {
        Telnyx.Builder client = Telnyx.builder()
                .apiKey(KEY)
                .from(SENDER)
                .baseUrl(url)
                .timeout(order.deadline())
                .http(HttpOptions.builder().maxConnections(order.connections()).build());
        if (order.setup() == ChildOrder.Setup.HEDGED) {
            client.retries(RetryOptions.builder().hedgeCallCommands(HEDGE).build());
        }
        if (order.setup() == ChildOrder.Setup.OWN_CLIENT) {
            client.httpClient(HttpClients.createDefault());
        }
        return client.build();
    }

    /** What a JVM does for the first time takes long, and would show as lateness. */
    private static void warmUp(ChildOrder order) {
        Ticket ticket = Ticket.of("warm-up", Fault.NONE, PATIENCE);
        // Where the name has dead addresses, this one works.
        String url = order.url().replace("localhost", "127.0.0.1");
        try (Telnyx client = client(order, url)) {
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
        pauses.close();
    }

    private void report(String token) {
        Ticket ticket = Ticket.of(token, order.fault(), order.patience());
        Said said;
        long start = System.nanoTime();
        try {
            said = Outcomes.of(() -> send(token, ticket));
        } catch (Exception | Error e) {
            said = new Said(Report.NOTHING, e.toString());
        }
        long end = System.nanoTime();
        print(String.join(
                "\t",
                SAID,
                token,
                said.report().name(),
                Objects.requireNonNullElse(said.claim(), ""),
                "" + (end - start),
                "" + Runner.isLate(order.deadline(), start, end, pauses)));
    }

    private Said send(String token, Ticket ticket) {
        try {
            return sendOne(token, ticket);
        } catch (TelnyxException e) {
            if (order.setup() == ChildOrder.Setup.LOGGED) {
                e.printStackTrace();
            }
            throw e;
        }
    }

    private Said sendOne(String token, Ticket ticket) {
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
        return OutgoingMessage.builder().to(RECIPIENT).text(text).build();
    }

    private static void print(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
