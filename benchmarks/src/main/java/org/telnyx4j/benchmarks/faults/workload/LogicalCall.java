package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.server.Fault;

/**
 * One thing that a caller wants done once.
 *
 * @param token unique for each
 * @param fault how it fares
 * @param bound when the caller must have got a report at the latest
 * @param work does it, and tells what it was told
 */
public record LogicalCall(String token, Fault fault, Duration bound, Callable<Said> work) {}
