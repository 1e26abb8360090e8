package org.telnyx4j.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs there are. Immutable.
 *
 * @param at when it was counted, by the database's clock
 * @param tenants the numbers of each tenant that has jobs, in the order of their names; unmodifiable
 * @param due how many jobs are ready and could be sent now
 * @param oldestDueAt since when the one that is due for the longest time is due, or null where none is
 */
public record OutboxStatus(
        Instant at,
        List<TenantStatus> tenants,
        long due,
        @Nullable Instant oldestDueAt) {
    /** Copies the list. */
    public OutboxStatus {
        tenants = List.copyOf(tenants);
    }

    /**
     * The numbers of one tenant. Immutable.
     *
     * @param tenant its name, or empty for the jobs without one
     * @param counts how many jobs are in each state that has any; unmodifiable
     * @param others how many of those in {@link JobState#OTHER} have which state, by the names that a newer edition gave
     *     them; unmodifiable
     */
    public record TenantStatus(String tenant, Map<JobState, Long> counts, Map<String, Long> others) {
        /** Copies the maps. */
        public TenantStatus {
            counts = Map.copyOf(counts);
            others = Map.copyOf(others);
        }

        /** Returns how many jobs are in each state, also where that is none, by the names in the database. */
        Map<String, Long> byName() {
            Map<String, Long> byName = new LinkedHashMap<>();
            for (JobState state : JobState.values()) {
                if (state != JobState.OTHER) {
                    byName.put(state.name(), count(state));
                }
            }
            byName.putAll(new TreeMap<>(others));
            return byName;
        }

        /**
         * Returns how many jobs are in a state.
         *
         * @param state the state
         * @return the number
         */
        public long count(JobState state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /**
     * Returns how many jobs of all tenants are in a state.
     *
     * @param state the state
     * @return the number
     */
    public long count(JobState state) {
        return tenants.stream().mapToLong(tenant -> tenant.count(state)).sum();
    }

    /**
     * Returns how many jobs of all tenants are in each state.
     *
     * @return the numbers of all states
     */
    public Map<JobState, Long> counts() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            counts.put(state, count(state));
        }
        return counts;
    }

    /**
     * Returns for how long the oldest job that is due waits.
     *
     * @return the time, or empty where none is due
     */
    public Optional<Duration> oldestDueFor() {
        return Optional.ofNullable(oldestDueAt).map(since -> Duration.between(since, at));
    }
}
