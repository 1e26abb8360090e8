package org.telnyx4j.benchmarks.faults.workload;

import java.util.List;
import org.telnyx4j.benchmarks.faults.ledger.Truth;

/** A kind of sends. */
public interface Workload {
    /** Returns what the table is called. */
    String title();

    /** Makes the calls, none of which has begun. */
    List<LogicalCall> calls();

    /** Returns how many calls, one after the other in the list, are to be begun at the same moment. */
    default int together() {
        return 1;
    }

    /** Tells what the server's books say of a call, after all is over. */
    Truth truth(String token);
}
