package org.telnyx4j.webhooks;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Remembers event ids in this process's memory: each for ten minutes after it was last seen, and 100,000 at most, unless
 * told otherwise. Safe for use by any number of threads.
 *
 * <p><b>Memory.</b> An id that is longer than 128 characters is remembered by its SHA-256, so what is kept is bounded
 * whatever the ids are: some 20 MB with the default capacity and Telnyx's ids of 36 characters. When it is full, the id
 * that was seen longest ago goes, and its event could be repeated; the first time that happens within the window is logged
 * as a warning. The default capacity is enough for 160 events a second.
 *
 * <p><b>Clocks.</b> Unless another clock is set, the time is one that only goes forward, at an even pace: when the
 * system's clock is set ahead and back again, nothing is forgotten too early.
 */
public final class InMemoryReplayGuard implements ReplayGuard {
    private static final System.Logger LOGGER = System.getLogger(InMemoryReplayGuard.class.getName());

    private static final Duration DEFAULT_WINDOW = WebhookVerifier.DEFAULT_TOLERANCE.multipliedBy(2);
    private static final int DEFAULT_CAPACITY = 100_000;

    /** Telnyx's ids are UUIDs. */
    private static final int LONGEST_ID = 128;

    private final Duration window;
    private final int capacity;
    private final Clock clock;

    /** When each id was last seen, the one that was seen longest ago first. Guarded by itself. */
    private final Map<Object, Instant> lastSeen = new LinkedHashMap<>();

    /** Whether it was logged that the capacity is too small. Guarded by {@link #lastSeen}. */
    private boolean overflowReported;

    /** Creates a guard that suits a verifier with default tolerances. */
    public InMemoryReplayGuard() {
        this(DEFAULT_WINDOW, DEFAULT_CAPACITY);
    }

    /**
     * Creates a guard.
     *
     * @param window how long an id is remembered after it was last seen: the sum of the verifier's two tolerances or
     *     longer, or a recorded webhook could pass once the guard has forgotten it
     * @param capacity how many ids are remembered at most, one or more
     * @throws IllegalArgumentException if the window is not longer than zero or the capacity is less than one
     */
    public InMemoryReplayGuard(Duration window, int capacity) {
        this(window, capacity, new MonotonicClock());
    }

    /**
     * Creates a guard with a clock, for tests.
     *
     * @param window how long an id is remembered after it was last seen: the sum of the verifier's two tolerances or
     *     longer, or a recorded webhook could pass once the guard has forgotten it
     * @param capacity how many ids are remembered at most, one or more
     * @param clock returns the time; where it jumps ahead, what is older than the window by then is forgotten
     * @throws IllegalArgumentException if the window is not longer than zero or the capacity is less than one
     */
    public InMemoryReplayGuard(Duration window, int capacity, Clock clock) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window: " + window + " is not longer than zero");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " is less than 1");
        }
        this.window = window;
        this.capacity = capacity;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public boolean firstTime(String eventId) {
        Object key = key(eventId);
        synchronized (lastSeen) {
            Instant now = clock.instant();
            dropForgotten(now);
            boolean first = lastSeen.remove(key) == null;
            lastSeen.put(key, now);
            if (lastSeen.size() > capacity) {
                dropOldest();
            }
            return first;
        }
    }

    @Override
    public void forget(String eventId) {
        Object key = key(eventId);
        synchronized (lastSeen) {
            lastSeen.remove(key);
        }
    }

    /** Tells how many ids are remembered. */
    @Override
    public String toString() {
        synchronized (lastSeen) {
            return "InMemoryReplayGuard[" + lastSeen.size() + " of " + capacity + " ids, window " + window + "]";
        }
    }

    private void dropForgotten(Instant now) {
        Iterator<Instant> oldestFirst = lastSeen.values().iterator();
        while (oldestFirst.hasNext()
                && Duration.between(oldestFirst.next(), now).compareTo(window) > 0) {
            oldestFirst.remove();
        }
    }

    private void dropOldest() {
        Iterator<Object> oldestFirst = lastSeen.keySet().iterator();
        oldestFirst.next();
        oldestFirst.remove();
        if (!overflowReported) {
            overflowReported = true;
            LOGGER.log(
                    Level.WARNING,
                    "More than {0} events came within {1}: the oldest are forgotten and could be repeated. Create the "
                            + "InMemoryReplayGuard with a greater capacity. This is reported once",
                    Integer.toString(capacity),
                    window);
        }
    }

    /** The id, or its digest where it is long. A digest is no text, so no id can be equal to the digest of another. */
    private static Object key(String eventId) {
        Objects.requireNonNull(eventId, "eventId");
        if (eventId.length() <= LONGEST_ID) {
            return eventId;
        }
        try {
            // UTF-16 keeps halves of surrogate pairs apart, which UTF-8 would all turn into question marks.
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(utf16(eventId)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    /** Goes on with the process: no setting of the system's clock moves it. */
    private static final class MonotonicClock extends Clock {
        private final long start = System.nanoTime();

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(System.nanoTime() - start);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
