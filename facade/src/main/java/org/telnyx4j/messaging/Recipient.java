package org.telnyx4j.messaging;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.LineType;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.internal.messaging.MessageStatuses;
import org.telnyx4j.internal.privacy.Mask;

/** A recipient of a message, and the status of the message for this recipient. Immutable. */
public final class Recipient {
    private final MessageRecipient raw;

    private Recipient(MessageRecipient raw) {
        this.raw = raw;
    }

    /**
     * Returns a recipient.
     *
     * @param recipient the recipient as the generated client has it
     * @return the recipient
     */
    public static Recipient of(MessageRecipient recipient) {
        return new Recipient(Objects.requireNonNull(recipient, "recipient"));
    }

    /**
     * Reads an item of a list of recipients. Where one item is not of the documented form, all come as plain JSON; and
     * some responses have the number alone.
     */
    static @Nullable Recipient read(@Nullable Object item) {
        if (item instanceof MessageRecipient recipient) {
            return new Recipient(recipient);
        }
        if (item instanceof String number) {
            return new Recipient(MessageRecipient.builder().phoneNumber(number).build());
        }
        return item instanceof Map<?, ?> fields ? new Recipient(MessageRecipient.fromMap(cast(fields))) : null;
    }

    @SuppressWarnings("unchecked") // The plain form of JSON.
    private static Map<String, @Nullable Object> cast(Map<?, ?> fields) {
        return (Map<String, @Nullable Object>) fields;
    }

    /**
     * Returns the address.
     *
     * @return a number in E.164 form, or a short code; empty text where the response has none
     */
    public String phoneNumber() {
        String number = raw.getPhoneNumber();
        return number == null ? "" : number;
    }

    /**
     * Returns the status of the message for this recipient.
     *
     * @return the status, or empty where the response has none
     */
    public Optional<MessageStatus> status() {
        return Optional.ofNullable(raw.getStatus());
    }

    /**
     * Returns whether the carrier has reported that the message arrived.
     *
     * @return true if the status is delivered
     */
    public boolean isDelivered() {
        return MessageStatuses.isDelivered(raw.getStatus());
    }

    /**
     * Returns whether the message will not arrive.
     *
     * @return true if the status is sending_failed, delivery_failed or expired
     */
    public boolean isFailed() {
        return status().filter(MessageStatuses::isFailure).isPresent();
    }

    /**
     * Returns whether the status will not change any more.
     *
     * @return true if the status is a failure, delivered, delivery_unconfirmed or cancelled; false for a status that
     *     this edition does not know
     */
    public boolean isFinal() {
        return status().filter(MessageStatuses::isFinal).isPresent();
    }

    /**
     * Returns the recipient's carrier.
     *
     * @return its name, or empty where the response has none
     */
    public Optional<String> carrier() {
        return Optional.ofNullable(raw.getCarrier());
    }

    /**
     * Returns the kind of the recipient's line.
     *
     * @return such as {@link LineType#WIRELESS}, or empty where the response has none
     */
    public Optional<LineType> lineType() {
        return Optional.ofNullable(raw.getLineType());
    }

    /**
     * Returns all fields of the recipient.
     *
     * @return the generated model
     */
    public MessageRecipient raw() {
        return raw;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient that && raw.equals(that.raw);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    /** Shows the status and part of the number; the whole number is private. */
    @Override
    public String toString() {
        return "Recipient[" + Mask.phoneNumber(phoneNumber()) + ", status=" + raw.getStatus() + "]";
    }
}
