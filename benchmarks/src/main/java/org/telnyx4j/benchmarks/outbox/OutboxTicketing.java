package org.telnyx4j.benchmarks.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.telnyx4j.benchmarks.faults.server.Fault;
import org.telnyx4j.benchmarks.faults.server.Ticket;
import org.telnyx4j.benchmarks.faults.server.Ticketing;
import org.telnyx4j.benchmarks.faults.server.Twist;

/**
 * How the texts of the outbox fare: every second one is healthy, the others go through the faults in turn. Every tenth
 * request that only reads fares badly too. Thread-safe.
 */
final class OutboxTicketing implements Ticketing {
    private static final String PREFIX = "text ";
    private static final List<Fault> READS = List.of(
            Fault.READ_CLOSED, Fault.UNAVAILABLE_TWICE, Fault.DONE_HALF_BODY, Fault.DONE_SILENT, Fault.DONE_PAGE);
    private static final int EVERY = 10;
    private static final Set<Fault> SLOW = Set.of(Fault.LIMITED_TOO_LONG, Fault.LIMITED_RESET);

    private final Duration patience;
    private final List<Fault> faults;
    private final AtomicInteger reads = new AtomicInteger();
    private final Set<String> deadly = ConcurrentHashMap.newKeySet();
    private final Consumer<String> killer;

    /**
     * Creates it.
     *
     * @param patience how long a worker waits for a response
     * @param slow whether there are rate limits that ask for half a minute
     * @param deadly the numbers of the texts whose sender is killed once they are carried out
     * @param killer kills the sender of a text, by its key, and returns when it is dead
     */
    OutboxTicketing(Duration patience, boolean slow, Set<Integer> deadly, Consumer<String> killer) {
        this.patience = patience;
        this.killer = killer;
        this.faults = Fault.ofOrdinaryPort().stream()
                // They never end, and neither does a durable outbox.
                .filter(fault -> fault != Fault.LIMITED_ALWAYS)
                .filter(fault -> slow || !SLOW.contains(fault))
                .toList();
        deadly.forEach(number -> this.deadly.add(text(number)));
    }

    static String text(int number) {
        return PREFIX + number;
    }

    static String key(int number) {
        return "text-" + number;
    }

    /** Returns the number of a key. */
    static int number(String key) {
        return Integer.parseInt(key.substring(key.indexOf('-') + 1));
    }

    /** Returns whom a text is for: each for somebody else, so that its record can be told from the others. */
    static String recipient(int number) {
        return String.format("+1416%07d", 2_000_000 + number);
    }

    Fault fault(int number) {
        return number % 2 == 0 ? Fault.NONE : faults.get(number / 2 % faults.size());
    }

    @Override
    public Ticket ticket(boolean isRead, String text) {
        if (isRead) {
            int number = reads.incrementAndGet();
            Fault fault = number % EVERY == 0 ? READS.get(number / EVERY % READS.size()) : Fault.NONE;
            return new Ticket("search " + number, Fault.NONE, fault, Twist.AT_ONCE, patience);
        }
        int number = text.startsWith(PREFIX) ? Integer.parseInt(text.substring(PREFIX.length())) : 0;
        return Ticket.of(text, fault(number), patience);
    }

    @Override
    public void carriedOut(Ticket ticket) {
        if (deadly.remove(ticket.token())) {
            killer.accept(key(Integer.parseInt(ticket.token().substring(PREFIX.length()))));
        }
    }
}
