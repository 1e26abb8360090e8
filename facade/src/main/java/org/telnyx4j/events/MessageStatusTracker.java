package org.telnyx4j.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.telnyx4j.messaging.MessageResult;

/**
 * Keeps in memory how far messages have come, from events that arrive twice, late or in any order. It is for one process
 * and forgets at its end: to keep the states in a store, use {@link MessageDelivery} on its own. When it is full, it
 * forgets the message of which it has heard nothing for longest. Safe for use by any number of threads.
 */
public final class MessageStatusTracker {
    private static final int DEFAULT_CAPACITY = 10_000;

    private final int capacity;

    /** By message id, the one that was heard of longest ago first. Guarded by itself. */
    private final Map<String, MessageDelivery> deliveries = new LinkedHashMap<>();

    /** Makes a tracker of 10,000 messages at most. */
    public MessageStatusTracker() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Makes a tracker.
     *
     * @param capacity how many messages it keeps at most, one or more
     * @throws IllegalArgumentException if that is less than one
     */
    public MessageStatusTracker(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " is less than 1");
        }
        this.capacity = capacity;
    }

    /**
     * Takes in an event.
     *
     * @param event any event of a message
     * @return what is now known of the message, or empty for a message that came in and for one without an id
     */
    public Optional<MessageDelivery> record(MessageEvent event) {
        return event instanceof MessageEvent.Received
                ? Optional.empty()
                : record(event.message().id(), delivery -> delivery.with(event));
    }

    /**
     * Takes in what sending or retrieving a message has answered.
     *
     * @param message the answer
     * @return what is now known of the message, or empty for one without an id
     */
    public Optional<MessageDelivery> record(MessageResult message) {
        return record(message.id(), delivery -> delivery.with(message));
    }

    private Optional<MessageDelivery> record(String messageId, UnaryOperator<MessageDelivery> change) {
        if (messageId.isEmpty()) {
            return Optional.empty();
        }
        synchronized (deliveries) {
            MessageDelivery known = deliveries.remove(messageId);
            MessageDelivery now = change.apply(known == null ? MessageDelivery.of(messageId) : known);
            deliveries.put(messageId, now);
            if (deliveries.size() > capacity) {
                deliveries.remove(deliveries.keySet().iterator().next());
            }
            return Optional.of(now);
        }
    }

    /**
     * Returns what is known of a message.
     *
     * @param messageId the id that Telnyx gave it
     * @return the state, or empty if nothing was heard of it, or it was forgotten
     */
    public Optional<MessageDelivery> find(String messageId) {
        synchronized (deliveries) {
            return Optional.ofNullable(deliveries.get(messageId));
        }
    }

    /** Tells how many messages it keeps. */
    @Override
    public String toString() {
        synchronized (deliveries) {
            return "MessageStatusTracker[" + deliveries.size() + " of " + capacity + " messages]";
        }
    }
}
