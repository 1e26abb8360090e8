package org.telnyx4j.benchmarks.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.telnyx4j.benchmarks.faults.ledger.Row;
import org.telnyx4j.benchmarks.faults.ledger.Said;

/**
 * A promise, and how it fared.
 *
 * @param promise what is promised
 * @param fault what it was put to
 * @param trials how often
 * @param failures how often it was broken
 */
record Promise(String promise, String fault, int trials, int failures) {
    /** The promise that a machine which stands still cannot keep. */
    static final String IN_TIME = "Each call ends within 250 ms of its deadline";

    /** Returns the promises that every run tests. */
    static List<Promise> of(String done, String fault, Row row) {
        return List.of(
                new Promise(done, fault, row.sends(), row.duplicates()),
                new Promise(
                        "Each report is true",
                        fault,
                        row.sends(),
                        row.falselyDone() + row.falselyNotDone() + row.falselyUnknown()),
                new Promise(
                        "Each call ends with its outcome, no bare exception",
                        fault,
                        row.sends(),
                        row.told(Said.Report.NOTHING)),
                new Promise(IN_TIME, fault, row.sends(), row.late()));
    }

    /** Returns the table, line by line. */
    static List<String> table(Collection<Promise> promises) {
        int first = width(promises.stream().map(Promise::promise).toList());
        int second = width(promises.stream().map(Promise::fault).toList());
        String format = "%-" + first + "s  %-" + second + "s  %8s  %8s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(format, "promise", "fault", "trials", "failures"));
        lines.add("-".repeat(first + second + 22));
        promises.forEach(
                each -> lines.add(String.format(format, each.promise(), each.fault(), each.trials(), each.failures())));
        return lines;
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }
}
