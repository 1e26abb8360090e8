package org.telnyx4j.benchmarks.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was measured so far: values by figure and way, one for each round. For one thread. */
final class Results {
    private final Map<Figure, Map<String, List<Double>>> values = new LinkedHashMap<>();

    void add(Figure figure, String way, double value) {
        values.computeIfAbsent(figure, unused -> new LinkedHashMap<>())
                .computeIfAbsent(way, unused -> new ArrayList<>())
                .add(value);
    }

    Set<Figure> figures() {
        return values.keySet();
    }

    Set<String> ways(Figure figure) {
        return values.getOrDefault(figure, Map.of()).keySet();
    }

    List<Double> values(Figure figure, String way) {
        return values.getOrDefault(figure, Map.of()).getOrDefault(way, List.of());
    }

    /** Returns the median, or NaN where nothing was measured. */
    double median(Figure figure, String way) {
        List<Double> sorted = new ArrayList<>(values(figure, way));
        sorted.sort(null);
        int size = sorted.size();
        return size == 0 ? Double.NaN : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    /** Returns all ways of which anything was measured, without the plain sockets. */
    Set<String> compared() {
        Set<String> all = new TreeSet<>();
        values.values().forEach(byWay -> all.addAll(byWay.keySet()));
        all.remove(Ways.SOCKET);
        return all;
    }
}
