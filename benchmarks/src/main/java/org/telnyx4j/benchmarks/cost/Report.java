package org.telnyx4j.benchmarks.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what was measured: ratios first, then values; and keeps both in a file that a later run is compared with. */
final class Report {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** Two runs on one machine differ by less, as medians of interleaved rounds. */
    private static final double NOISE = 0.05;

    private final Results results;
    private final PrintStream out;

    Report(Results results, PrintStream out) {
        this.results = results;
        this.out = out;
    }

    void print(Machine machine) {
        List<String> ways = new ArrayList<>(Ways.OWN);
        results.compared().stream().filter(way -> !ways.contains(way)).forEach(ways::add);
        out.println();
        out.println("Ratios to the floor");
        row("", ways, "goal of " + Ways.LIBRARY);
        for (Figure figure : results.figures()) {
            List<String> cells = new ArrayList<>();
            for (String way : ways) {
                double ratio = results.median(figure, way) / results.median(figure, Ways.FLOOR);
                cells.add(Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio));
            }
            row(figure.title(), cells, verdict(figure));
        }
        out.println();
        out.println("Medians");
        row("", ways, "");
        for (Figure figure : results.figures()) {
            List<String> cells = new ArrayList<>();
            ways.forEach(way -> cells.add(value(results.median(figure, way))));
            row(figure.title(), cells, figure.unit());
        }
        out.println();
        printServer();
        out.println();
        machine.describe().forEach((name, value) -> out.println(name + ": " + value));
    }

    private String verdict(Figure figure) {
        if (figure.goal().isEmpty() || results.values(figure, Ways.LIBRARY).isEmpty()) {
            return "";
        }
        boolean reached =
                figure.isReached(results.median(figure, Ways.LIBRARY), results.median(figure, figure.against()));
        return figure.goal() + (reached ? "  reached" : "  MISSED");
    }

    /** The server is no limit if plain sockets get more out of it than any of the clients. */
    private void printServer() {
        for (Figure figure : results.figures()) {
            double most = results.median(figure, Ways.SOCKET);
            if (!Double.isNaN(most)) {
                double fastest = results.compared().stream()
                        .mapToDouble(way -> results.median(figure, way))
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(Double.NaN);
                out.printf(
                        Locale.ROOT,
                        "%s: the server gives %s to plain sockets, %.1f times what the fastest client takes%n",
                        figure.title(),
                        value(most),
                        most / fastest);
            }
        }
    }

    private void row(String title, List<String> cells, String last) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-44s", title));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%12s", cell)));
        out.println(line.append("   ").append(last).toString().stripTrailing());
    }

    static String value(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String format = value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Writes the file of results. */
    void write(Path file, Machine machine) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.set("machine", MAPPER.valueToTree(machine.describe()));
        ObjectNode figures = root.putObject("figures");
        for (Figure figure : results.figures()) {
            ObjectNode one = figures.putObject(figure.key());
            one.put("title", figure.title()).put("unit", figure.unit()).put("goal", figure.goal());
            ObjectNode ways = one.putObject("ways");
            for (String way : results.ways(figure)) {
                ObjectNode each = ways.putObject(way);
                each.put("median", results.median(figure, way));
                double ratio = results.median(figure, way) / results.median(figure, Ways.FLOOR);
                if (!Double.isNaN(ratio)) {
                    each.put("toFloor", ratio);
                }
                each.set("values", MAPPER.valueToTree(results.values(figure, way)));
            }
        }
        MAPPER.writeValue(file.toFile(), root);
        out.println("Written to " + file);
    }

    /** Compares this library's ratios with those of an earlier run. */
    void compare(Path earlier) throws IOException {
        JsonNode before = MAPPER.readTree(earlier.toFile()).path("figures");
        out.println();
        out.println("Since " + earlier + ", " + Ways.LIBRARY + " beside its floor");
        for (Figure figure : results.figures()) {
            JsonNode was = before.path(figure.key()).path("ways").path(Ways.LIBRARY);
            double now = results.median(figure, Ways.LIBRARY);
            // The same machine can be busier than it was, so ratios are compared where there are any.
            boolean isRatio = was.has("toFloor");
            double old = was.path(isRatio ? "toFloor" : "median").asDouble(Double.NaN);
            double current = isRatio ? now / results.median(figure, Ways.FLOOR) : now;
            if (!Double.isNaN(old) && !Double.isNaN(current)) {
                double change = current / old - 1;
                boolean isWorse = figure.isMoreBetter() ? change < -NOISE : change > NOISE;
                row(
                        figure.title(),
                        List.of(value(old), value(current), String.format(Locale.ROOT, "%+.0f %%", 100 * change)),
                        isWorse ? "WORSE" : "");
            }
        }
    }
}
