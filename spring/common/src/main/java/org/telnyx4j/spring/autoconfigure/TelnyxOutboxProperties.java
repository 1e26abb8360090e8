package org.telnyx4j.spring.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of {@code telnyx.outbox.*}. What is null is not set, and the default of the outbox holds.
 *
 * @param enabled Whether there is an outbox where telnyx4j-outbox is on the class path and there is a single DataSource.
 * @param send Whether this process sends what is in the outbox. If not, it only enqueues.
 * @param initializeSchema Whether the tables are created or updated at the start.
 * @param workers How many jobs are sent at once, 1 to 1,000. 10 unless set.
 * @param pollingInterval How often a worker checks for jobs that it was not woken for. 1 s unless set.
 * @param heartbeat How often a worker shows that it is alive. 10 s unless set.
 * @param sendTimeout Deadline of one send. 30 s unless set.
 * @param statementTimeout How long a statement may take in PostgreSQL. 30 s unless set.
 * @param settleFor For how long it is checked whether a send was carried out. 24 h unless set.
 * @param settleInterval How soon it is first checked. 30 s unless set.
 * @param keepFor For how long jobs are kept that were sent or discarded. For ever unless set.
 * @param name What this process is called in the database. The host and a random number unless set.
 */
@ConfigurationProperties("telnyx.outbox")
public record TelnyxOutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean send,
        @DefaultValue("false") boolean initializeSchema,
        @Nullable Integer workers,
        @Nullable Duration pollingInterval,
        @Nullable Duration heartbeat,
        @Nullable Duration sendTimeout,
        @Nullable Duration statementTimeout,
        @Nullable Duration settleFor,
        @Nullable Duration settleInterval,
        @Nullable Duration keepFor,
        @Nullable String name) {}
