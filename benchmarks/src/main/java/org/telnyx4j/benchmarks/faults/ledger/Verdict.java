package org.telnyx4j.benchmarks.faults.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what callers were told with what was carried out.
 *
 * @param rows one for each fault, in the order of the first send of each
 * @param total all sends together
 * @param surprises what callers got instead of a report, such as exceptions that say nothing about the outcome
 */
public record Verdict(List<Row> rows, Row total, List<String> surprises) {
    /** Copies the rows. */
    public Verdict {
        rows = List.copyOf(rows);
        surprises = List.copyOf(surprises);
    }

    /**
     * Judges.
     *
     * @param faults what the faults are called, in the order of the table
     * @param entries what callers were told
     * @param truths tells of a token what the books say
     */
    public static Verdict of(Collection<String> faults, List<Entry> entries, Function<String, Truth> truths) {
        Map<String, Row> rows = new LinkedHashMap<>();
        faults.forEach(fault -> rows.put(fault, new Row(fault)));
        Row total = new Row("all");
        Set<String> surprises = new TreeSet<>();
        for (Entry entry : entries) {
            Truth truth = truths.apply(entry.token());
            rows.computeIfAbsent(entry.fault(), Row::new).add(entry, truth);
            total.add(entry, truth);
            if (entry.said().report() == Said.Report.NOTHING) {
                surprises.add(String.valueOf(entry.said().claim()));
            }
        }
        rows.values().removeIf(row -> row.sends() == 0);
        return new Verdict(List.copyOf(rows.values()), total, List.copyOf(surprises));
    }

    /** Tells whether all that must be zero is zero. */
    public boolean isClean() {
        return total.isClean();
    }
}
