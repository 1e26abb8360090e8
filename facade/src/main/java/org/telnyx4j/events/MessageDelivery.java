package org.telnyx4j.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.events.RecipientState;
import org.telnyx4j.messaging.DeliveryStatus;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Recipient;

/**
 * How far one sent message has come with each of its recipients. It takes in events in any order, as often as they come,
 * and tells the same in the end: of two things known of a recipient, the one wins that is further on.
 *
 * <ul>
 *   <li>The order is scheduled, queued, sending, sent, then the final statuses.
 *   <li>A final status stays. Only another final one takes its place: a definite one that of delivery_unconfirmed, and of
 *       two definite ones that which occurred later.
 *   <li>A status that this edition does not know counts as final in {@code message.finalized} and as sent elsewhere.
 * </ul>
 *
 * <p>Immutable: what takes something in returns a new value. Equal to another for the same message that tells the same.
 */
public final class MessageDelivery {
    private final String messageId;
    private final Map<String, RecipientState> states;

    private MessageDelivery(String messageId, Map<String, RecipientState> states) {
        this.messageId = messageId;
        this.states = states;
    }

    /**
     * Makes one that knows of no recipient.
     *
     * @param messageId the id that Telnyx gave the message
     * @return the value to begin with
     */
    public static MessageDelivery of(String messageId) {
        return new MessageDelivery(Objects.requireNonNull(messageId, "messageId"), Map.of());
    }

    /**
     * Takes in an event.
     *
     * @param event any event of a message; one of another message, or of a message that came in, changes nothing
     * @return what is known now
     */
    public MessageDelivery with(MessageEvent event) {
        return event instanceof MessageEvent.Received
                ? this
                : with(event.message(), event.occurredAt().orElse(null), event instanceof MessageEvent.Finalized);
    }

    /**
     * Takes in what sending or retrieving the message has answered.
     *
     * @param message the answer; one of another message changes nothing
     * @return what is known now
     */
    public MessageDelivery with(MessageResult message) {
        return with(
                message, message.completedAt().map(OffsetDateTime::toInstant).orElse(null), false);
    }

    private MessageDelivery with(MessageResult message, @Nullable Instant at, boolean finalized) {
        if (!message.id().equals(messageId)) {
            return this;
        }
        Map<String, RecipientState> merged = new TreeMap<>(states);
        for (Recipient recipient : message.recipients()) {
            recipient
                    .status()
                    .ifPresent(status -> merged.merge(
                            recipient.phoneNumber(),
                            RecipientState.of(status, at, finalized),
                            RecipientState::furtherOn));
        }
        return new MessageDelivery(messageId, Collections.unmodifiableMap(merged));
    }

    /**
     * Returns whose delivery this is.
     *
     * @return the message's id
     */
    public String messageId() {
        return messageId;
    }

    /**
     * Returns how far the message has come.
     *
     * @return the status of each recipient by number, as far as known; unmodifiable
     */
    public Map<String, DeliveryStatus> statuses() {
        Map<String, DeliveryStatus> statuses = new TreeMap<>();
        states.forEach((number, state) -> statuses.put(number, state.status()));
        return Collections.unmodifiableMap(statuses);
    }

    /**
     * Returns how far the message has come to one recipient.
     *
     * @param phoneNumber the number as the events have it
     * @return the status, or empty if nothing is known of it
     */
    public Optional<DeliveryStatus> status(String phoneNumber) {
        return Optional.ofNullable(states.get(phoneNumber)).map(RecipientState::status);
    }

    /**
     * Tells whether nothing more will happen.
     *
     * @return true if recipients are known and the status of each is final
     */
    public boolean isFinal() {
        return !states.isEmpty() && states.values().stream().allMatch(RecipientState::isFinal);
    }

    /**
     * Tells whether the message has arrived everywhere.
     *
     * @return true if recipients are known and each has it
     */
    public boolean isDelivered() {
        return !states.isEmpty()
                && states.values().stream().allMatch(state -> state.status().equals(DeliveryStatus.DELIVERED));
    }

    /**
     * Tells whether the message will not arrive at one recipient at least.
     *
     * @return true if the status of one is a failure
     */
    public boolean isFailed() {
        return states.values().stream().anyMatch(state -> state.status().isFailure());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageDelivery that && messageId.equals(that.messageId) && states.equals(that.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(messageId, states);
    }

    /** Tells id and statuses; the numbers are private. */
    @Override
    public String toString() {
        return "MessageDelivery[" + messageId + ", "
                + states.values().stream().map(RecipientState::status).toList() + "]";
    }
}
