package org.telnyx4j.openapi.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes changes down for a person, the worst first, each with the facade's operations that it touches. */
public final class ChangeReport {
    /** A change of what everything shares needn't list everything. */
    private static final int MOST_NAMES = 8;

    private final Function<Collection<String>, Set<String>> facade;

    /**
     * Creates a report writer.
     *
     * @param facade gives the facade's operations that call any of the specification's
     */
    public ChangeReport(Function<Collection<String>, Set<String>> facade) {
        this.facade = facade;
    }

    /**
     * Returns the lines of a report.
     *
     * @param rewordings in how many places only words have changed
     */
    public List<String> lines(List<Change> changes, int rewordings) {
        List<String> lines = new ArrayList<>();
        section(Impact.BREAKING, "BREAKING for users", changes, lines);
        section(Impact.BEHAVIOUR, "Other behaviour, the same Java", changes, lines);
        section(Impact.COMPATIBLE, "Compatible", changes, lines);
        if (changes.isEmpty()) {
            lines.add("No operation, field, type, value or limit has changed.");
        }
        if (rewordings > 0) {
            lines.add("Words: " + rewordings + " descriptions read differently.");
        }
        return lines;
    }

    private void section(Impact impact, String title, List<Change> changes, List<String> lines) {
        List<Change> own =
                changes.stream().filter(change -> change.impact() == impact).toList();
        if (own.isEmpty()) {
            return;
        }
        lines.add(title + " (" + own.size() + "):");
        for (Change change : own) {
            lines.add("  " + change.subject() + ": " + change.what());
            lines.add("      facade: " + few(facade.apply(change.operations())) + "; API: " + few(change.operations()));
        }
        lines.add("");
    }

    private static String few(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        String shown = String.join(", ", sorted.subList(0, Math.min(MOST_NAMES, sorted.size())));
        return sorted.size() > MOST_NAMES ? shown + " and " + (sorted.size() - MOST_NAMES) + " more" : shown;
    }
}
