package org.telnyx4j.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.MessageEvent;

/**
 * Keeps the delivery status of messages in memory, from events that arrive twice, late or in any order. It serves one
 * process and is empty after a restart: to keep the status in a store, use {@link MessageDelivery} on its own. When it is
 * full, it drops the message that was updated longest ago. Safe for use by any number of threads.
 */
public final class MessageStatusTracker {
    private static final int DEFAULT_CAPACITY = 10_000;

    private final int capacity;

    /** By message id, the one that was updated longest ago first. Guarded by itself. */
    private final Map<String, MessageDelivery> deliveries = new LinkedHashMap<>();

    /** Creates a tracker for at most 10,000 messages. */
    public MessageStatusTracker() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Creates a tracker.
     *
     * @param capacity the number of messages that it keeps at most, 1 or more
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public MessageStatusTracker(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " is less than 1");
        }
        this.capacity = capacity;
    }

    /**
     * Records an event.
     *
     * @param event any event of a message
     * @return the status of the message now; empty for a received message and for one without an id
     */
    public Optional<MessageDelivery> record(MessageEvent event) {
        return event instanceof MessageEvent.Received
                ? Optional.empty()
                : record(event.message().getId(), delivery -> delivery.with(event));
    }

    /**
     * Records the result of sending or retrieving a message.
     *
     * @param message the result
     * @return the status of the message now; empty for one without an id
     */
    public Optional<MessageDelivery> record(MessageResult message) {
        return record(message.raw().getId(), delivery -> delivery.with(message));
    }

    private Optional<MessageDelivery> record(@Nullable String messageId, UnaryOperator<MessageDelivery> change) {
        if (messageId == null || messageId.isEmpty()) {
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
     * Returns the status of a message.
     *
     * @param messageId the id that Telnyx gave it
     * @return the status, or empty if nothing was recorded for it, or it was dropped
     */
    public Optional<MessageDelivery> find(String messageId) {
        synchronized (deliveries) {
            return Optional.ofNullable(deliveries.get(messageId));
        }
    }

    /** Returns the number of messages that it keeps. */
    @Override
    public String toString() {
        synchronized (deliveries) {
            return "MessageStatusTracker[" + deliveries.size() + " of " + capacity + " messages]";
        }
    }
}
