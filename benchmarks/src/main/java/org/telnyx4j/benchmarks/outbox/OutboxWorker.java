package org.telnyx4j.benchmarks.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;

/** A process that sends what is in the outbox, as an application's worker does. It ends with its standard input. */
public final class OutboxWorker {
    /** Printed when it has started. */
    static final String UP = "UP";

    private static final String KEY = "KEY_OF_NO_ACCOUNT";
    static final String SENDER = "+14165550199";

    private static final Duration POLLING = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(20);
    private static final long AGAIN_MILLIS = 250;
    private static final int CHECKS = 20;

    private OutboxWorker() {}

    /**
     * Sends.
     *
     * @param arguments its name and a {@link WorkerOrder}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkerOrder order = WorkerOrder.parse(List.of(arguments));
        HikariDataSource pool = new HikariDataSource(pool(order));
        Telnyx telnyx = client(order);
        Outbox outbox = Outbox.builder(pool)
                .telnyx(telnyx)
                .name(arguments[0])
                .workers(order.threads())
                .pollingInterval(POLLING)
                .heartbeat(order.heartbeat())
                .sendTimeout(order.sendTimeout())
                .settleFor(order.settleFor())
                .settleInterval(order.settleFor().dividedBy(CHECKS))
                .build();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            outbox.close(CLOSING);
                            telnyx.close();
                            pool.close();
                        },
                        "closing"));
        start(outbox);
        System.out.println(UP);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
        System.exit(0);
    }

    /** An application that starts while its database is away is started again by whatever runs it. */
    private static void start(Outbox outbox) throws InterruptedException {
        while (true) {
            try {
                outbox.start();
                return;
            } catch (OutboxException databaseIsAway) {
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    static Telnyx client(WorkerOrder order) {
        return Telnyx.builder()
                .apiKey(KEY)
                .from(SENDER)
                .baseUrl(order.baseUrl())
                .timeout(order.sendTimeout())
                .http(HttpOptions.builder().maxConnections(order.threads() + 4).build())
                .build();
    }

    static HikariConfig pool(WorkerOrder order) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(order.jdbcUrl());
        config.setUsername(order.user());
        config.setPassword("");
        config.setMaximumPoolSize(order.threads() + 4);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
