package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.List;
import org.telnyx4j.benchmarks.faults.server.Fault;

/**
 * What a child process is to send.
 *
 * @param isOfTexts true for texts, false for hang-ups
 * @param url the base URL
 * @param count how many, each by a caller of its own, all at the same time
 * @param deadline of each call
 * @param connections how many the client has
 * @param fault how each fares
 * @param patience what the server takes for the time that a caller waits
 * @param setup how it goes about it
 */
public record ChildOrder(
        boolean isOfTexts,
        String url,
        int count,
        Duration deadline,
        int connections,
        Fault fault,
        Duration patience,
        Setup setup) {
    /** How a child process goes about it. */
    public enum Setup {
        /** As any client. */
        USUAL,
        /** Call commands are sent again if no response comes within a second. */
        HEDGED,
        /** With Apache's {@code HttpClients.createDefault()}. */
        OWN_CLIENT,
        /** Writes everything that is logged, and the stack trace of each exception, to its standard error. */
        LOGGED
    }

    /** Returns the token of a send, which no other order has unless it is of the same fault. */
    public String token(int number) {
        return (isOfTexts ? "text of child " : "leg-of-child-") + fault.name() + "-" + number;
    }

    List<String> arguments() {
        return List.of(
                "" + isOfTexts,
                url,
                "" + count,
                "" + deadline.toMillis(),
                "" + connections,
                fault.name(),
                "" + patience.toMillis(),
                setup.name());
    }

    static ChildOrder parse(List<String> arguments) {
        return new ChildOrder(
                Boolean.parseBoolean(arguments.get(0)),
                arguments.get(1),
                Integer.parseInt(arguments.get(2)),
                Duration.ofMillis(Long.parseLong(arguments.get(3))),
                Integer.parseInt(arguments.get(4)),
                Fault.valueOf(arguments.get(5)),
                Duration.ofMillis(Long.parseLong(arguments.get(6))),
                Setup.valueOf(arguments.get(7)));
    }
}
