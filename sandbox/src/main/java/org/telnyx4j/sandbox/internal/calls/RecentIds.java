package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was done lately under which command id. Not safe for concurrent use: {@link CallService} guards it. */
final class RecentIds<T> {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    private record Entry<T>(T result, Instant until) {}

    /** Returns what was done under this id within the last 60 seconds. */
    Optional<T> find(String commandId, Instant now) {
        Entry<T> entry = entries.get(commandId);
        return entry == null || !now.isBefore(entry.until) ? Optional.empty() : Optional.of(entry.result);
    }

    void add(String commandId, T result, Instant now) {
        entries.values().removeIf(entry -> !now.isBefore(entry.until));
        entries.put(commandId, new Entry<>(result, now.plus(WINDOW)));
    }

    void clear() {
        entries.clear();
    }
}
