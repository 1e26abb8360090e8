package org.telnyx4j.messaging;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come to one recipient. Telnyx may add values at any time: a value that is not among the
 * constants is kept as it came. Immutable; equal to another with the same value.
 */
public final class DeliveryStatus {
    /** Telnyx has accepted the message. */
    public static final DeliveryStatus QUEUED = new DeliveryStatus("queued");

    /** It is being given to the carrier. */
    public static final DeliveryStatus SENDING = new DeliveryStatus("sending");

    /** The carrier has it. */
    public static final DeliveryStatus SENT = new DeliveryStatus("sent");

    /** The carrier says that it has arrived. */
    public static final DeliveryStatus DELIVERED = new DeliveryStatus("delivered");

    /** Telnyx could not give it to the carrier. */
    public static final DeliveryStatus SENDING_FAILED = new DeliveryStatus("sending_failed");

    /** The carrier could not deliver it. */
    public static final DeliveryStatus DELIVERY_FAILED = new DeliveryStatus("delivery_failed");

    /** The carrier never said whether it has arrived. */
    public static final DeliveryStatus DELIVERY_UNCONFIRMED = new DeliveryStatus("delivery_unconfirmed");

    /** It was not sent in time. */
    public static final DeliveryStatus EXPIRED = new DeliveryStatus("expired");

    /** It waits for its time. */
    public static final DeliveryStatus SCHEDULED = new DeliveryStatus("scheduled");

    /** It was cancelled before its time. */
    public static final DeliveryStatus CANCELLED = new DeliveryStatus("cancelled");

    private static final Set<String> FAILURES = Set.of("sending_failed", "delivery_failed", "expired");

    private static final Set<String> FINAL =
            Set.of("delivered", "sending_failed", "delivery_failed", "delivery_unconfirmed", "expired", "cancelled");

    private final String value;

    private DeliveryStatus(String value) {
        this.value = value;
    }

    /**
     * Returns the status for a value on the wire.
     *
     * @param value any value, known or not
     * @return the status
     */
    public static DeliveryStatus of(String value) {
        return new DeliveryStatus(Objects.requireNonNull(value, "value"));
    }

    /**
     * Returns the value on the wire.
     *
     * @return the value as it came
     */
    public String value() {
        return value;
    }

    /**
     * Tells whether the message will not arrive.
     *
     * @return true for sending_failed, delivery_failed and expired
     */
    public boolean isFailure() {
        return FAILURES.contains(value);
    }

    /**
     * Tells whether nothing more will happen.
     *
     * @return true for the failures, and for delivered, delivery_unconfirmed and cancelled; false for a value that is not
     *     among the constants
     */
    public boolean isFinal() {
        return FINAL.contains(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeliveryStatus that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the value on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
