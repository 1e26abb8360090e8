package org.telnyx4j.outbox;

/**
 * What came of enqueueing many jobs. Immutable.
 *
 * @param enqueued how many are in the outbox now
 * @param duplicates how many were left out, because an earlier job has the same key, which still counts
 */
public record EnqueueSummary(long enqueued, long duplicates) {}
