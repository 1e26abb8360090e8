package org.telnyx4j.benchmarks.faults.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a caller was told.
 *
 * @param report in short
 * @param claim what exactly, such as the id of what was made, or null where nothing was named
 */
public record Said(Report report, @Nullable String claim) {
    /** Names the reports that there are. */
    public enum Report {
        /** A result: it was carried out. */
        DONE,
        /** An exception that says that it was carried out, and only the answer could not be read. */
        DONE_UNREADABLE,
        /** A result or an exception that says that nothing was carried out. */
        NOT_DONE,
        /** An exception that says that nobody knows. */
        UNKNOWN,
        /** Nothing in time, or an exception that says nothing about the outcome. */
        NOTHING
    }

    /** Makes a report that names nothing. */
    public static Said of(Report report) {
        return new Said(report, null);
    }
}
