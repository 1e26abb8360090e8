package org.telnyx4j.outbox;

import java.time.Instant;

/**
 * Decides at which times a message may be sent to a number. Is asked before each try, on a worker's thread; must be safe for
 * use by any number of threads. Where it throws, the job is parked, and nothing is sent.
 */
@FunctionalInterface
public interface QuietHours {
    /**
     * Returns when a message may be sent at the earliest.
     *
     * @param recipient the number that it goes to, as the message has it
     * @param now the present time, by the database's clock
     * @return {@code now} or an earlier time where it may be sent now; otherwise the time at which it is asked again
     */
    Instant earliest(String recipient, Instant now);
}
