package org.telnyx4j.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.internal.messaging.MessageStatuses;
import org.telnyx4j.internal.messaging.RecipientState;

/**
 * The delivery status of one sent message, for each of its recipients. It accepts events in any order, as often as they
 * come, and the result is always the same: of two statuses of a recipient, the one that is further on wins.
 *
 * <ul>
 *   <li>The order is scheduled, queued, sending, sent, then the final statuses.
 *   <li>A final status stays. Only another final one replaces it: a definite one replaces delivery_unconfirmed, and of
 *       two definite ones the later one counts.
 *   <li>A status that this edition does not know counts as final in {@code message.finalized} and as sent elsewhere.
 * </ul>
 *
 * <p>Immutable: each {@code with} returns a new value. Equal to another for the same message with the same statuses.
 */
public final class MessageDelivery {
    private final String messageId;
    private final Map<String, RecipientState> states;

    private MessageDelivery(String messageId, Map<String, RecipientState> states) {
        this.messageId = messageId;
        this.states = states;
    }

    /**
     * Creates a delivery without recipients.
     *
     * @param messageId the id that Telnyx gave the message
     * @return the value to start with
     */
    public static MessageDelivery of(String messageId) {
        return new MessageDelivery(Objects.requireNonNull(messageId, "messageId"), Map.of());
    }

    /**
     * Adds an event.
     *
     * @param event any event of a message; an event of another message, or of a received one, changes nothing
     * @return the delivery with this event
     */
    public MessageDelivery with(MessageEvent event) {
        return event instanceof MessageEvent.Received
                ? this
                : with(event.message(), event.occurredAt().orElse(null), event instanceof MessageEvent.Finalized);
    }

    /**
     * Adds the result of sending or retrieving the message.
     *
     * @param message the result; a result of another message changes nothing
     * @return the delivery with this result
     */
    public MessageDelivery with(MessageResult message) {
        OffsetDateTime completedAt = message.raw().getCompletedAt();
        return with(message.raw(), completedAt == null ? null : completedAt.toInstant(), false);
    }

    private MessageDelivery with(MessagePayload message, @Nullable Instant at, boolean finalized) {
        List<MessageRecipient> recipients = message.getTo();
        if (!messageId.equals(message.getId()) || recipients == null) {
            return this;
        }
        Map<String, RecipientState> merged = new TreeMap<>(states);
        for (MessageRecipient recipient : recipients) {
            MessageStatus status = recipient == null ? null : recipient.getStatus();
            if (status != null) {
                merged.merge(
                        Objects.requireNonNullElse(recipient.getPhoneNumber(), ""),
                        RecipientState.of(status, at, finalized),
                        RecipientState::furtherOn);
            }
        }
        return new MessageDelivery(messageId, Collections.unmodifiableMap(merged));
    }

    /**
     * Returns the id of the message.
     *
     * @return the message's id
     */
    public String messageId() {
        return messageId;
    }

    /**
     * Returns the status for each recipient.
     *
     * @return the known statuses by phone number; unmodifiable
     */
    public Map<String, MessageStatus> statuses() {
        Map<String, MessageStatus> statuses = new TreeMap<>();
        states.forEach((number, state) -> statuses.put(number, state.status()));
        return Collections.unmodifiableMap(statuses);
    }

    /**
     * Returns the status for one recipient.
     *
     * @param phoneNumber the number as the events contain it
     * @return the status, or empty if none is known
     */
    public Optional<MessageStatus> status(String phoneNumber) {
        return Optional.ofNullable(states.get(phoneNumber)).map(RecipientState::status);
    }

    /**
     * Returns whether no status will change any more.
     *
     * @return true if recipients are known and the status of each is final
     */
    public boolean isFinal() {
        return !states.isEmpty() && states.values().stream().allMatch(RecipientState::isFinal);
    }

    /**
     * Returns whether the message was delivered to all recipients.
     *
     * @return true if recipients are known and the status of each is delivered
     */
    public boolean isDelivered() {
        return !states.isEmpty()
                && states.values().stream().allMatch(state -> MessageStatuses.isDelivered(state.status()));
    }

    /**
     * Returns whether the message failed for at least one recipient.
     *
     * @return true if the status of one is a failure
     */
    public boolean isFailed() {
        return states.values().stream().anyMatch(RecipientState::isFailure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageDelivery that && messageId.equals(that.messageId) && states.equals(that.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(messageId, states);
    }

    /** Returns id and statuses; the numbers are private. */
    @Override
    public String toString() {
        return "MessageDelivery[" + messageId + ", "
                + states.values().stream().map(RecipientState::status).toList() + "]";
    }
}
