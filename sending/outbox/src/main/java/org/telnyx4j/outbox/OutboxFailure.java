package org.telnyx4j.outbox;

import org.telnyx4j.errors.TelnyxException;

/**
 * A try that failed. Immutable.
 *
 * @param job the job, as it was claimed
 * @param error what happened
 * @param failures how many tries have failed, this one included; those that were only too many for a rate limit don't count
 * @param suggestion what the outbox itself would do
 */
public record OutboxFailure(JobInfo job, TelnyxException error, int failures, OutboxDecision suggestion) {}
