package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.benchmarks.faults.ledger.Truth;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.ProfileBooks.Made;
import org.telnyx4j.benchmarks.faults.server.ProofServer;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.benchmarks.faults.server.Twist;
import org.telnyx4j.generated.model.CreateMessagingProfileRequest;
import org.telnyx4j.messaging.profiles.MessagingProfileChange;
import org.telnyx4j.messaging.profiles.MessagingProfileChange.Kind;

/**
 * Makes profiles with {@code createOrUpdate}: several callers want one of the same name at the same moment, one of them
 * with other settings than the rest.
 *
 * @param server where they are made
 * @param clients what they are made with
 * @param names how many different names
 * @param twist whether lists show profiles late
 */
public record Profiles(ProofServer server, Clients clients, int names, Twist twist) implements Workload {
    private static final int CALLERS = 4;

    private static final List<Fault> READS =
            List.of(Fault.NONE, Fault.NONE, Fault.UNAVAILABLE_TWICE, Fault.NONE, Fault.READ_CLOSED);

    @Override
    public String title() {
        return "Make a profile (createOrUpdate), " + CALLERS + " callers for each name"
                + (twist == Twist.SHOWS_LATE ? ", lists show it late" : "");
    }

    @Override
    public List<LogicalCall> calls() {
        return IntStream.range(0, names * CALLERS).mapToObj(this::call).toList();
    }

    @Override
    public int together() {
        return CALLERS;
    }

    private LogicalCall call(int number) {
        int name = number / CALLERS;
        Fault ofName = Fault.ofNumber(name);
        // Those who come after a failure find things as they are, or the next fault. Both matter.
        Fault writes = number % CALLERS < CALLERS / 2 ? ofName : Fault.NONE;
        String token = name(number) + "/" + number % CALLERS;
        Duration deadline = clients.deadline(ofName);
        Ticket ticket = new Ticket(token, writes, READS.get(number % READS.size()), twist, deadline);
        CreateMessagingProfileRequest wanted = CreateMessagingProfileRequest.builder()
                .name(name(number))
                .whitelistedDestinations(number % CALLERS == 0 ? List.of("US", "CA") : List.of("US"))
                .build();
        return new LogicalCall(
                token,
                ofName,
                deadline,
                () -> Outcomes.of(() -> {
                    MessagingProfileChange change = clients.of(ofName)
                            .messagingProfiles()
                            .createOrUpdate(wanted, Clients.options(ticket, deadline));
                    String id = change.profile().id();
                    return new Said(Report.DONE, change.kind() == Kind.CREATED ? "created " + id : id);
                }));
    }

    private static String name(int number) {
        return "profile " + number / CALLERS;
    }

    /** A second profile of a name is the duplicate of the first, whoever made it: it counts for the first caller. */
    @Override
    public Truth truth(String token) {
        String[] parts = token.split("/", 2);
        List<Made> all = server.books().profiles().named(parts[0]);
        List<String> claims = new ArrayList<>();
        int mine = 0;
        for (Made made : all) {
            claims.add(made.id());
            if (made.maker().equals(token)) {
                claims.add("created " + made.id());
                mine++;
            }
        }
        int duplicates = parts[1].equals("0") ? Math.max(0, all.size() - 1) : 0;
        return new Truth(mine, duplicates, server.attempts().of(token), Set.copyOf(claims));
    }
}
