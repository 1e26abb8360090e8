package org.telnyx4j.benchmarks.faults.workload;

import java.util.concurrent.Callable;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;
import org.telnyx4j.errors.TelnyxException;

/** Reads the client's exceptions as reports. */
final class Outcomes {
    private Outcomes() {}

    /** Does the work, and reads what it throws. An exception of any other type is no report. */
    static Said of(Callable<Said> work) throws Exception {
        Said said = withReference(work);
        boolean thrown = said.report() != Report.DONE;
        return thrown ? Said.of(said.report()) : said;
    }

    /** Does the same, and takes the reference that an exception gives as what its report names. */
    static Said withReference(Callable<Said> work) throws Exception {
        try {
            return work.call();
        } catch (TelnyxException e) {
            Report report = switch (e.outcome()) {
                case CARRIED_OUT -> Report.DONE_UNREADABLE;
                case NOT_CARRIED_OUT -> Report.NOT_DONE;
                case UNKNOWN -> Report.UNKNOWN;
            };
            return new Said(report, e.reference().orElse(null));
        }
    }
}
