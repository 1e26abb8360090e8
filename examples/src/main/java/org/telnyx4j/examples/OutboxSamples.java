package org.telnyx4j.examples;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.outbox.JobInfo;
import org.telnyx4j.outbox.JobQuery;
import org.telnyx4j.outbox.JobState;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxDecision;
import org.telnyx4j.outbox.OutboxJob;
import org.telnyx4j.outbox.OutboxSchema;
import org.telnyx4j.outbox.ParkedDecision;

/** The README's samples on the outbox. What stands between two marks is in the README word for word; a test holds that. */
final class OutboxSamples {
    private OutboxSamples() {}

    static Outbox start(DataSource dataSource, Telnyx telnyx, Map<String, Tenant> tenants) {
        // [outbox]
        OutboxSchema.apply(dataSource); // or its scripts, by your migration tool

        Outbox outbox = Outbox.builder(dataSource)
                .telnyx(telnyx) // with a webhook URL: what is unknown is found by a token in it
                .tenants(tenants::get) // by the name that a job has
                .workers(20) // of this process; the pool has two connections more
                .keepFor(Duration.ofDays(90))
                .build();
        outbox.start();
        // [/outbox]
        return outbox;
    }

    static void enqueue(Outbox outbox, OutgoingMessage message, Instant delivery, Connection connection)
            throws SQLException {
        // [enqueue]
        outbox.enqueue(OutboxJob.of(message)
                .tenant("acme")
                .key("order-17-shipped") // a second one with this key is not enqueued
                .expiresAt(delivery) // of no use afterwards
                .build());

        // Together with your own rows, and gone with their rollback:
        outbox.enqueue(connection, OutboxJob.of(message).build());
        connection.commit();
        outbox.wake(); // at once, and not within a second
        // [/enqueue]
    }

    /** A customer of the application's own. */
    record Customer(String id, OutgoingMessage reminder) {}

    static void enqueueMany(Outbox outbox, Stream<Customer> customers) {
        // [enqueueMany]
        outbox.enqueueAll(customers.map(customer -> OutboxJob.of(customer.reminder())
                .key("reminder-" + customer.id(), Duration.ofDays(1)) // once a day
                .priority(-1) // after what somebody waits for
                .build()));
        // [/enqueueMany]
    }

    static EventRouter events(Outbox outbox) {
        // [outboxEvents]
        EventRouter router = EventRouter.builder()
                .before(MessageEvent.class, outbox::record) // sent, delivered or failed, and what it cost
                .before(NumberOrderEvent.class, outbox::record) // how an order of numbers ended
                .build();
        // [/outboxEvents]
        return router;
    }

    static void decide(Outbox outbox, Consumer<String> person) {
        // [parked]
        for (JobInfo job :
                outbox.query(JobQuery.builder().states(JobState.PARKED).build())) {
            person.accept(job.id() + ": " + job.reason().orElse("") + ", token "
                    + job.token().orElse("none"));
            outbox.resolve(job.id(), ParkedDecision.DISCARD); // or SENT, or SEND_AGAIN
        }
        // [/parked]
    }

    static Outbox.Builder policy(DataSource dataSource) {
        // [policy]
        return Outbox.builder(dataSource)
                .policy(failure -> failure.error().hasCode("40310")
                        ? OutboxDecision.park("number_is_our_own")
                        : failure.suggestion());
        // [/policy]
    }
}
