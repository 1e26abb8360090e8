package org.telnyx4j.benchmarks.outbox;

import java.time.Duration;
import java.util.List;

/**
 * What a worker process is to do.
 *
 * @param naive whether it goes about it as {@link NaiveWorker} does
 * @param jdbcUrl the database
 * @param user whom to connect as
 * @param baseUrl where to send to
 * @param threads how many are sent at once
 * @param heartbeat how often it shows that it is alive
 * @param sendTimeout the deadline of a send
 * @param settleFor for how long unknown sends are found out
 */
record WorkerOrder(
        boolean naive,
        String jdbcUrl,
        String user,
        String baseUrl,
        int threads,
        Duration heartbeat,
        Duration sendTimeout,
        Duration settleFor) {
    List<String> arguments(String name) {
        return List.of(
                name,
                "" + naive,
                jdbcUrl,
                user,
                baseUrl,
                "" + threads,
                "" + heartbeat.toMillis(),
                "" + sendTimeout.toMillis(),
                "" + settleFor.toMillis());
    }

    static WorkerOrder parse(List<String> arguments) {
        return new WorkerOrder(
                Boolean.parseBoolean(arguments.get(1)),
                arguments.get(2),
                arguments.get(3),
                arguments.get(4),
                Integer.parseInt(arguments.get(5)),
                Duration.ofMillis(Long.parseLong(arguments.get(6))),
                Duration.ofMillis(Long.parseLong(arguments.get(7))),
                Duration.ofMillis(Long.parseLong(arguments.get(8))));
    }
}
