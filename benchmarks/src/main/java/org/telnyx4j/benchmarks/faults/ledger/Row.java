package org.telnyx4j.benchmarks.faults.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A row of the table: all sends of one fault, or all together. Mutable, for one thread. */
public final class Row {
    private final String name;
    private final Map<Said.Report, Integer> reports = new EnumMap<>(Said.Report.class);
    private final List<Duration> waits = new ArrayList<>();
    private int carriedOut;
    private int duplicates;
    private int falselyDone;
    private int falselyNotDone;
    private int falselyUnknown;
    private long requests;
    private int mostRequests;
    private int late;

    Row(String name) {
        this.name = name;
    }

    void add(Entry entry, Truth truth) {
        Said said = entry.said();
        boolean named = said.claim() == null || truth.claims().contains(said.claim());
        boolean saysDone = said.report() == Said.Report.DONE || said.report() == Said.Report.DONE_UNREADABLE;
        reports.merge(said.report(), 1, Integer::sum);
        waits.add(entry.waited());
        carriedOut += truth.carriedOut();
        duplicates += truth.duplicates();
        falselyDone += saysDone && (truth.claims().isEmpty() || !named) ? 1 : 0;
        falselyNotDone += said.report() == Said.Report.NOT_DONE && truth.carriedOut() > 0 ? 1 : 0;
        falselyUnknown += said.report() == Said.Report.UNKNOWN && truth.carriedOut() > 0 && !named ? 1 : 0;
        late += entry.late() ? 1 : 0;
        requests += truth.requests();
        mostRequests = Math.max(mostRequests, truth.requests());
    }

    /** Returns the fault. */
    public String name() {
        return name;
    }

    /** Returns how many sends there were. */
    public int sends() {
        return waits.size();
    }

    /** Returns how often something was carried out. */
    public int carriedOut() {
        return carriedOut;
    }

    /** Returns how often something was carried out that had been carried out already. */
    public int duplicates() {
        return duplicates;
    }

    /** Returns how many callers were told this. */
    public int told(Said.Report report) {
        return reports.getOrDefault(report, 0);
    }

    /** Returns how many were told that it was done, and it was not, or something else was. */
    public int falselyDone() {
        return falselyDone;
    }

    /** Returns how many were told that it was not done, and it was. */
    public int falselyNotDone() {
        return falselyNotDone;
    }

    /** Returns how many were told that nobody knows, and to look for something that is not there though it was done. */
    public int falselyUnknown() {
        return falselyUnknown;
    }

    /** Returns how many requests arrived. */
    public long requests() {
        return requests;
    }

    /** Returns how many requests of a single send arrived at most. */
    public int mostRequests() {
        return mostRequests;
    }

    /** Returns how many callers got their report clearly after their deadline. */
    public int late() {
        return late;
    }

    /** Returns the time that half of the callers waited at most. */
    public Duration medianWait() {
        if (waits.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = new ArrayList<>(waits);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Returns the longest time that a caller waited. */
    public Duration longestWait() {
        return waits.isEmpty() ? Duration.ZERO : Collections.max(waits);
    }

    /** Tells whether nothing in this row is what must not be. */
    public boolean isClean() {
        return duplicates + falselyDone + falselyNotDone + falselyUnknown + told(Said.Report.NOTHING) == 0;
    }
}
