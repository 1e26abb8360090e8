package org.telnyx4j.benchmarks.faults.ledger;

import java.time.Duration;

/**
 * One logical send, as its caller saw it.
 *
 * @param token unique for each send
 * @param fault what the table calls its fault
 * @param said what the caller was told
 * @param waited how long the call took
 * @param late whether that was clearly longer than its deadline
 */
public record Entry(String token, String fault, Said said, Duration waited, boolean late) {}
