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
import org.telnyx4j.benchmarks.faults.server.Twist;
import org.telnyx4j.numbers.AvailableNumber;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.numbers.PurchaseOptions;

/**
 * Buys numbers with {@code buy}, behind a gateway that sends each order twice. Two buyers may have found the same number,
 * so some refusals are true ones.
 *
 * @param server what they are bought from
 * @param clients what they are bought with
 * @param count how many
 */
public record PlainPurchases(ProofServer server, Clients clients, int count) implements Workload {
    /** One purchase is a search, an order and its lookups. */
    private static final int DEADLINES = 2;

    @Override
    public String title() {
        return "Buy a number behind a gateway that sends each order twice";
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, count).mapToObj(this::call).toList();
    }

    private LogicalCall call(int number) {
        Fault fault = Fault.ofNumber(number);
        int turn = number / 2 + number / 2 / Fault.general().size();
        String token = "plain purchase " + number;
        Duration deadline = clients.deadline(fault).multipliedBy(DEADLINES);
        Ticket ticket = new Ticket(
                token, fault, Fault.NONE, Twist.COPIES.get(turn % Twist.COPIES.size()), deadline.dividedBy(2));
        return new LogicalCall(
                token,
                fault,
                deadline.multipliedBy(2),
                () -> Outcomes.withReference(() -> buy(fault, ticket, deadline)));
    }

    /** The billing group has the token, as the client chooses the reference. */
    private Said buy(Fault fault, Ticket ticket, Duration deadline) {
        Ticket search = Ticket.of(ticket.token(), Fault.NONE, deadline);
        List<AvailableNumber> found =
                clients.of(Fault.NONE).phoneNumbers().searchByAreaCode("416", Clients.options(search, deadline));
        NumberOrderResult order = clients.of(fault)
                .phoneNumbers()
                .buy(
                        found.get(0).phoneNumber(),
                        PurchaseOptions.builder().billingGroupId(ticket.token()).build(),
                        Clients.options(ticket, deadline));
        String what = Purchases.claim(
                order.id(),
                order.phoneNumbers().get(0).phoneNumber(),
                order.customerReference().orElse(""));
        return new Said(Report.DONE, order.isSuccess() ? what : "pending " + what);
    }

    @Override
    public Truth truth(String token) {
        return Purchases.truth(server, token);
    }
}
