package org.telnyx4j.benchmarks.faults.server;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server, in a header, which send a request belongs to and how it is to fare. What the server counts is the
 * token in the body, which must be the same.
 *
 * @param token unique for each send
 * @param writes what happens to requests that have an effect
 * @param reads what happens to requests that only look
 * @param twist what becomes of orders
 * @param patience how long the caller waits for an answer
 */
public record Ticket(String token, Fault writes, Fault reads, Twist twist, Duration patience) {
    /** The header's name. */
    public static final String HEADER = "X-Ticket";

    /** Makes a ticket with one fault for everything that has an effect. */
    public static Ticket of(String token, Fault writes, Duration patience) {
        return new Ticket(token, writes, Fault.NONE, Twist.AT_ONCE, patience);
    }

    /** Returns the header's value. */
    public String header() {
        return String.join(";", token, writes.name(), reads.name(), twist.name(), "" + patience.toMillis());
    }

    static @Nullable Ticket parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        List<String> parts = List.of(header.split(";", -1));
        if (parts.size() != 5) {
            return null;
        }
        return new Ticket(
                parts.get(0),
                Fault.valueOf(parts.get(1)),
                Fault.valueOf(parts.get(2)),
                Twist.valueOf(parts.get(3)),
                Duration.ofMillis(Long.parseLong(parts.get(4))));
    }
}
