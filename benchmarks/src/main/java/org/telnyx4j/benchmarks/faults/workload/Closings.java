package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Door;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.benchmarks.faults.server.Twist;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;

/**
 * Buys numbers with clients that are closed meanwhile: the buyers of a client begin at about the same moment, and one of
 * them closes it a random time later.
 *
 * @param server what they are bought from
 * @param deadline of each purchase
 * @param count how many
 * @param seed of the times
 */
public record Closings(ProofServer server, Duration deadline, int count, long seed) implements Workload {
    private static final int BUYERS = 8;
    private static final int LATEST_MILLIS = 300;
    private static final List<Fault> FAULTS = List.of(
            Fault.NONE,
            Fault.DONE_CLOSED,
            Fault.DONE_SLOW_BODY,
            Fault.DONE_SILENT,
            Fault.READ_CLOSED,
            Fault.DONE_SLOW_HEAD,
            Fault.DONE_BAD_GATEWAY);
    private static final List<Twist> TWISTS =
            List.of(Twist.PENDING, Twist.AT_ONCE, Twist.FAILS_ONCE, Twist.SHOWS_LATE, Twist.COPIED);

    @Override
    public String title() {
        return "Search and buy a number with a client that is closed meanwhile";
    }

    @Override
    public int together() {
        return BUYERS;
    }

    @Override
    public List<LogicalCall> calls() {
        Random random = new Random(seed);
        List<LogicalCall> calls = new ArrayList<>();
        while (calls.size() < count) {
            Telnyx client = Telnyx.builder()
                    .apiKey("KEY_OF_NO_ACCOUNT")
                    .baseUrl(server.baseUrl(Door.SHARED))
                    .timeout(deadline)
                    .build();
            int millis = random.nextInt(LATEST_MILLIS);
            calls.add(call(calls.size(), client, () -> closeIn(millis, client)));
            for (int buyer = 1; buyer < BUYERS; buyer++) {
                calls.add(call(calls.size(), client, () -> {}));
            }
        }
        return calls;
    }

    private LogicalCall call(int number, Telnyx client, Runnable before) {
        Fault fault = FAULTS.get(number % FAULTS.size());
        Twist twist = TWISTS.get(number % TWISTS.size());
        String token = "closing " + number;
        Ticket ticket = new Ticket(token, fault, Fault.NONE, twist, deadline.dividedBy(2));
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference(token).build();
        ListAvailablePhoneNumbersQuery query = ListAvailablePhoneNumbersQuery.builder()
                .nationalDestinationCode("416")
                .build();
        return new LogicalCall(token, fault, deadline, () -> {
            before.run();
            return Outcomes.withReference(() -> {
                Optional<PurchasedNumber> bought =
                        client.phoneNumbers().searchAndBuyFirst(query, purchase, Clients.options(ticket, deadline));
                return bought.map(Purchases::said).orElseGet(() -> Said.of(Report.NOT_DONE));
            });
        });
    }

    private static void closeIn(int millis, Telnyx client) {
        Thread closing = new Thread(
                () -> {
                    try {
                        Thread.sleep(millis);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    client.close();
                },
                "closing");
        closing.setDaemon(true);
        closing.start();
    }

    @Override
    public Truth truth(String token) {
        return Purchases.truth(server, token);
    }
}
