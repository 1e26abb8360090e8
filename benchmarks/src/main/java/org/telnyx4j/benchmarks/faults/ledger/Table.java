package org.telnyx4j.benchmarks.faults.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints a verdict as a table of plain text. */
public final class Table {
    private static final List<Column> COLUMNS = List.of(
            new Column("sends", row -> "" + row.sends()),
            new Column("carried out", row -> "" + row.carriedOut()),
            new Column("duplicates", row -> "" + row.duplicates()),
            new Column("said done", row -> "" + row.told(Said.Report.DONE)),
            new Column("done, unreadable", row -> "" + row.told(Said.Report.DONE_UNREADABLE)),
            new Column("said not done", row -> "" + row.told(Said.Report.NOT_DONE)),
            new Column("said unknown", row -> "" + row.told(Said.Report.UNKNOWN)),
            new Column("no report", row -> "" + row.told(Said.Report.NOTHING)),
            new Column("false done", row -> "" + row.falselyDone()),
            new Column("false not done", row -> "" + row.falselyNotDone()),
            new Column("false unknown", row -> "" + row.falselyUnknown()),
            new Column("requests", row -> String.format(Locale.ROOT, "%.2f", (double) row.requests() / row.sends())),
            new Column("most", row -> "" + row.mostRequests()),
            new Column("late", row -> "" + row.late()),
            new Column("ms median", row -> millis(row.medianWait())),
            new Column("ms max", row -> millis(row.longestWait())));

    private Table() {}

    /** Returns the table, line by line. */
    public static List<String> of(Verdict verdict) {
        List<Row> rows = new ArrayList<>(verdict.rows());
        rows.add(verdict.total());
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        List<String> lines = new ArrayList<>(heads(width));
        for (Row row : rows) {
            if (row == verdict.total()) {
                lines.add("-".repeat(lines.get(lines.size() - 1).length()));
            }
            lines.add(line(width, row.name(), column -> column.value().apply(row)));
        }
        return lines;
    }

    /** Names are of one to three words; each word gets a line, so that columns stay narrow. */
    private static List<String> heads(int width) {
        int height =
                COLUMNS.stream().mapToInt(column -> column.words().size()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int at = i;
            lines.add(line(width, at == height - 1 ? "fault" : "", column -> {
                int word = at - (height - column.words().size());
                return word < 0 ? "" : column.words().get(word);
            }));
        }
        return lines;
    }

    private static String line(int width, String name, Function<Column, String> cell) {
        StringBuilder line = new StringBuilder(name).append(" ".repeat(width - name.length()));
        for (Column column : COLUMNS) {
            String value = cell.apply(column);
            line.append(" ".repeat(Math.max(1, column.width() + 2 - value.length())))
                    .append(value);
        }
        return line.toString();
    }

    private static String millis(Duration duration) {
        return "" + duration.toMillis();
    }

    private record Column(String name, Function<Row, String> value) {
        List<String> words() {
            return List.of(name.split(" ", -1));
        }

        int width() {
            return Math.max(5, words().stream().mapToInt(String::length).max().orElse(0));
        }
    }
}
