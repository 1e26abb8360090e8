package org.telnyx4j.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.ids.CorrelationToken;

/**
 * Keeps sends whose outcome is unknown in memory, until events or {@link Messages#settle} show that they were carried
 * out. Give it every event about a message, also those that come before the send has failed: a webhook is often quicker
 * than a deadline.
 *
 * <pre>{@code
 * try {
 *     telnyx.messages().send(message);
 * } catch (TelnyxException e) {
 *     unknownSends.add(e);
 * }
 * // For each event of a verified webhook:
 * unknownSends.record(event);
 * // Now and then:
 * for (CorrelationToken token : unknownSends.open()) {
 *     unknownSends.record(telnyx.messages().settle(token));
 * }
 * }</pre>
 *
 * <p>It serves one process and one account, and is empty after a restart: to keep sends in a store, keep their tokens
 * before they are sent, and use {@link Settlement} on its own. It holds three lists of at most so many sends as its
 * capacity: those that are open, those that were settled, and those of which nothing but an event has come. A list that
 * is full drops what was changed longest ago. Safe for use by any number of threads.
 */
public final class UnknownSends {
    private static final int DEFAULT_CAPACITY = 10_000;

    /** All guarded by this lock. */
    private final Object lock = new Object();

    private final Map<CorrelationToken, Settlement> open;
    private final Map<CorrelationToken, Settlement> settled;
    /** Of sends that were not added: most of them have succeeded, and some will be added when they have failed. */
    private final Map<CorrelationToken, Settlement> others;

    /** Creates an empty one for at most 10,000 open sends. */
    public UnknownSends() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Creates an empty one.
     *
     * @param capacity how many open sends it keeps at most, 1 or more
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public UnknownSends(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " is less than 1");
        }
        this.open = new Bounded(capacity);
        this.settled = new Bounded(capacity);
        this.others = new Bounded(capacity);
    }

    /**
     * Adds the send that failed with an error.
     *
     * @param error the error of a send
     * @return what is known of the send; empty, and nothing is added, where the error has no token: then the message was
     *     not sent, or it had none
     */
    public Optional<Settlement> add(TelnyxException error) {
        return error.correlationToken().map(this::add);
    }

    /**
     * Adds a send whose outcome is unknown.
     *
     * @param token its token
     * @return what is known of it: carried out, if an event has come already
     */
    public Settlement add(CorrelationToken token) {
        Objects.requireNonNull(token, "token");
        synchronized (lock) {
            Settlement known = known(token);
            Settlement event = others.remove(token);
            if (known == null) {
                known = event == null ? Settlement.stillOpen(token) : event;
            }
            keep(known);
            return known;
        }
    }

    /**
     * Records an event.
     *
     * @param event any event of a message
     * @return what is now known of the send that it is about; empty if this is none of those that were added
     */
    public Optional<Settlement> record(MessageEvent event) {
        Settlement news = Settlement.of(event).orElse(null);
        if (news == null) {
            return Optional.empty();
        }
        synchronized (lock) {
            if (known(news.token()) != null) {
                return Optional.of(merged(news));
            }
            Settlement before = others.remove(news.token());
            others.put(news.token(), before == null ? news : before.merge(news));
            return Optional.empty();
        }
    }

    /**
     * Records what {@link Messages#settle} returned. A send that was not added is added.
     *
     * @param settlement the result
     * @return what is now known of the send
     */
    public Settlement record(Settlement settlement) {
        Objects.requireNonNull(settlement, "settlement");
        synchronized (lock) {
            add(settlement.token());
            return merged(settlement);
        }
    }

    private Settlement merged(Settlement news) {
        Settlement before = known(news.token());
        Settlement now = before == null ? news : before.merge(news);
        keep(now);
        return now;
    }

    private @Nullable Settlement known(CorrelationToken token) {
        Settlement known = open.get(token);
        return known == null ? settled.get(token) : known;
    }

    private void keep(Settlement now) {
        open.remove(now.token());
        settled.remove(now.token());
        (now.isCarriedOut() ? settled : open).put(now.token(), now);
    }

    /**
     * Returns what is known of a send.
     *
     * @param token its token
     * @return what is known, or empty if it was not added, was forgotten or dropped
     */
    public Optional<Settlement> find(CorrelationToken token) {
        synchronized (lock) {
            return Optional.ofNullable(known(token));
        }
    }

    /**
     * Returns the sends whose message is not known: still open ones, and those not seen.
     *
     * @return their tokens, the one that was changed longest ago first; a copy
     */
    public List<CorrelationToken> open() {
        synchronized (lock) {
            return List.copyOf(open.keySet());
        }
    }

    /**
     * Forgets a send, such as one that was given up.
     *
     * @param token its token
     */
    public void forget(CorrelationToken token) {
        synchronized (lock) {
            open.remove(token);
            settled.remove(token);
            others.remove(token);
        }
    }

    /** Returns how many sends are open and settled. */
    @Override
    public String toString() {
        synchronized (lock) {
            return "UnknownSends[" + open.size() + " open, " + settled.size() + " settled]";
        }
    }

    /** The one that was put in longest ago goes first. */
    private static final class Bounded extends LinkedHashMap<CorrelationToken, Settlement> {
        private static final long serialVersionUID = 1L;

        private final int capacity;

        Bounded(int capacity) {
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CorrelationToken, Settlement> eldest) {
            return size() > capacity;
        }
    }
}
