package org.telnyx4j.benchmarks.faults.server;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts what was carried out, by token. Safe for use by many threads. */
final class Tally {
    private final ConcurrentHashMap<String, List<String>> ids = new ConcurrentHashMap<>();

    void add(String token, String id) {
        ids.computeIfAbsent(token, key -> new CopyOnWriteArrayList<>()).add(id);
    }

    /** Returns the ids of all that was carried out for a token. */
    List<String> ids(String token) {
        return List.copyOf(ids.getOrDefault(token, List.of()));
    }
}
