package org.telnyx4j.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxRateLimitException;

/**
 * From an error to what becomes of the job: the one place that decides on it. The first row that fits counts.
 *
 * <table>
 * <caption>Decisions</caption>
 * <tr><th>The error</th><th>The job</th></tr>
 * <tr><td>may have been carried out</td><td>is found out</td></tr>
 * <tr><td>recipient has opted out (40300)</td><td>discarded: opted out</td></tr>
 * <tr><td>rate limit, also one that a pacer keeps; queue full (40318)</td><td>snoozed for the delay asked for</td></tr>
 * <tr><td>API key missing, not accepted, not allowed</td><td>sent again with backoff, then parked: not authorized</td></tr>
 * <tr><td>Telnyx, the network or a guard failed, nothing was carried out</td><td>sent again with backoff, then parked</td></tr>
 * <tr><td>refused for good</td><td>discarded: rejected</td></tr>
 * </table>
 */
final class ErrorTable {
    /** With the delays below, more than four hours. */
    static final int MOST_FAILURES = 20;

    private static final String OPTED_OUT = "40300";
    private static final String QUEUE_FULL = "40318";
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(20);
    private static final Duration UNNAMED_DELAY = Duration.ofSeconds(5);
    private static final Duration QUEUE_DELAY = Duration.ofSeconds(30);

    private ErrorTable() {}

    /**
     * Decides.
     *
     * @param error what happened
     * @param failures how many tries have failed, this one included
     */
    static OutboxDecision decide(TelnyxException error, int failures) {
        if (error.outcome() != Outcome.NOT_CARRIED_OUT) {
            return OutboxDecision.findOut();
        }
        if (error.hasCode(OPTED_OUT)) {
            return OutboxDecision.discard(JobReason.OPTED_OUT);
        }
        if (error.hasCode(QUEUE_FULL)) {
            return OutboxDecision.snooze(spread(error.retryAfter().orElse(QUEUE_DELAY)));
        }
        if (error instanceof TelnyxRateLimitException) {
            return OutboxDecision.snooze(spread(error.retryAfter().orElse(UNNAMED_DELAY)));
        }
        if (error instanceof TelnyxAuthenticationException) {
            return failures >= MOST_FAILURES
                    ? OutboxDecision.park(JobReason.NOT_AUTHORIZED)
                    : OutboxDecision.retry(backoff(error, failures));
        }
        if (error.advice() == Advice.RETRY_WITH_BACKOFF || error.advice() == Advice.RETRY_AFTER_DELAY) {
            return failures >= MOST_FAILURES
                    ? OutboxDecision.park(JobReason.TOO_MANY_ATTEMPTS)
                    : OutboxDecision.retry(backoff(error, failures));
        }
        return OutboxDecision.discard(JobReason.REJECTED);
    }

    /** Doubles from failure to failure, is never shorter than what the server asks for, and differs from job to job. */
    static Duration backoff(TelnyxException error, int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        Duration grown = FIRST_DELAY.multipliedBy(1L << doublings);
        Duration delay = grown.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : grown;
        Duration jittered =
                delay.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 2 + 1));
        Duration asked = error.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(jittered) > 0 ? spread(asked) : jittered;
    }

    /** All that a limit has held back must not come again in the same instant. */
    private static Duration spread(Duration asked) {
        return asked.plusMillis(ThreadLocalRandom.current().nextLong(asked.toMillis() / 10 + 1));
    }
}
