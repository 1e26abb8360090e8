package org.telnyx4j.pacing;

/**
 * What a pacer did so far, and does now; for metrics.
 *
 * @param waiting how many threads wait now
 * @param admitted how many messages were let go
 * @param refused how many were refused because they could not go in time
 * @param limited how many of those that were let go Telnyx refused or delayed for their number, 429 and 40318
 * @param limits how many limits are kept in memory now
 */
public record PacerStatus(int waiting, long admitted, long refused, long limited, int limits) {}
