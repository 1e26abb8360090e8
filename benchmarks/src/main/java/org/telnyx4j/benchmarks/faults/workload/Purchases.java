package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.NumberBooks.Order;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.benchmarks.faults.server.Twist;
import org.telnyx4j.generated.model.ListAvailablePhoneNumbersQuery;
import org.telnyx4j.numbers.PurchaseOptions;
import org.telnyx4j.numbers.PurchasedNumber;

/**
 * Buys numbers with {@code searchAndBuyFirst}, all of one inventory, so that buyers are in each other's way. The order
 * has the fault; what only looks has one of its own in every third purchase.
 *
 * @param server what they are bought from
 * @param clients what they are bought with
 * @param count how many
 * @param twists what becomes of the orders, in turn
 */
public record Purchases(ProofServer server, Clients clients, int count, List<Twist> twists) implements Workload {
    /** One purchase is some four calls, and each order gets no more than half of what is left. */
    private static final int DEADLINES = 4;

    private static final List<Fault> READS = List.of(
            Fault.NONE,
            Fault.NONE,
            Fault.UNAVAILABLE_TWICE,
            Fault.NONE,
            Fault.NONE,
            Fault.READ_CLOSED,
            Fault.NONE,
            Fault.NONE,
            Fault.LIMITED_BARE);

    @Override
    public String title() {
        return twists.equals(Twist.COPIES)
                ? "Search and buy a number behind a gateway that sends each order twice"
                : "Search and buy a number (searchAndBuyFirst)";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        // Turns on with each round through the faults, so that each fault meets each twist.
        int turn = number / 2 + number / 2 / Fault.general().size();
        Twist twist = twists.get(turn % twists.size());
        String token = "purchase " + number;
        Duration deadline = clients.deadline(Fault.NONE).multipliedBy(DEADLINES);
        Ticket ticket = new Ticket(token, fault, READS.get(turn % READS.size()), twist, deadline.dividedBy(2));
        PurchaseOptions purchase =
                PurchaseOptions.builder().customerReference(token).build();
        return new LogicalCall(
                token,
                fault,
                deadline,
                () -> Outcomes.withReference(() -> {
                    Optional<PurchasedNumber> bought = clients.of(fault)
                            .phoneNumbers()
                            .searchAndBuyFirst(
                                    ListAvailablePhoneNumbersQuery.builder()
                                            .nationalDestinationCode("416")
                                            .build(),
                                    purchase,
                                    Clients.options(ticket, deadline));
                    return bought.map(Purchases::said).orElseGet(() -> Said.of(Report.NOT_DONE));
                }));
    }

    /** A purchase that is still pending says so, which is true of every order that was placed. */
    static Said said(PurchasedNumber bought) {
        String what = claim(bought.order().id(), bought.phoneNumber(), bought.customerReference());
        return new Said(Report.DONE, bought.isComplete() ? what : "pending " + what);
    }

    @Override
    public Truth truth(String token) {
        return truth(server, token);
    }

    /** Returns what the books say of a purchase. */
    static Truth truth(ProofServer server, String token) {
        List<Order> orders = server.books().numbers().orders(token);
        List<String> bought = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Order order : orders) {
            String what = claim(order.id(), order.number(), order.reference());
            claims.add("pending " + what);
            claims.add(order.reference());
            if (order.bought()) {
                bought.add(order.id());
                claims.add(what);
            }
        }
        return Truth.of(bought, server.attempts().of(token), claims);
    }

    static String claim(String order, String number, String reference) {
        return order + " of " + number + " by " + reference;
    }
}
