package org.telnyx4j.sandbox.internal.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.Operations;
import org.telnyx4j.internal.text.PercentDecoder;

/** Finds the operation of a request by method and path. Immutable. */
public final class OperationTable {
    private final Map<Integer, List<Entry>> bySegments = new HashMap<>();

    public OperationTable() {
        for (ApiOperation operation : Operations.all()) {
            List<String> segments = split(operation.pathTemplate());
            bySegments
                    .computeIfAbsent(segments.size(), size -> new ArrayList<>())
                    .add(new Entry(operation, segments));
        }
    }

    private record Entry(ApiOperation operation, List<String> segments) {
        /** Returns the parameters of the path, decoded, or null where the path is another. */
        @Nullable
        Map<String, String> match(List<String> given) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < given.size(); i++) {
                String segment = segments.get(i);
                if (!segment.startsWith("{")) {
                    if (!segment.equals(given.get(i))) {
                        return null;
                    }
                } else if (given.get(i).isEmpty()) {
                    return null;
                } else {
                    parameters.put(segment.substring(1, segment.length() - 1), PercentDecoder.segment(given.get(i)));
                }
            }
            return parameters;
        }
    }

    /**
     * What a request asks for.
     *
     * @param parameters the parameters of the path, decoded
     */
    record Match(ApiOperation operation, Map<String, String> parameters) {}

    /** Returns the operation of a request, the one with the fewest parameters in its path, or null. */
    @Nullable
    Match find(String method, String path) {
        List<String> given = split(path);
        Match best = null;
        for (Entry entry : bySegments.getOrDefault(given.size(), List.of())) {
            if (entry.operation().method().equals(method)) {
                Map<String, String> parameters = entry.match(given);
                if (parameters != null
                        && (best == null
                                || parameters.size() < best.parameters().size())) {
                    best = new Match(entry.operation(), parameters);
                }
            }
        }
        return best;
    }

    /** Returns the methods that a path takes; none where the specification doesn't have the path. */
    SortedSet<String> methods(String path) {
        List<String> given = split(path);
        SortedSet<String> methods = new TreeSet<>();
        for (Entry entry : bySegments.getOrDefault(given.size(), List.of())) {
            if (entry.match(given) != null) {
                methods.add(entry.operation().method());
            }
        }
        return methods;
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
