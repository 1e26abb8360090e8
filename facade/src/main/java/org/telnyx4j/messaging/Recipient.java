package org.telnyx4j.messaging;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/** Somebody whom a message goes to. Immutable. */
public final class Recipient {
    private final String phoneNumber;
    private final @Nullable DeliveryStatus status;
    private final @Nullable String carrier;
    private final @Nullable String lineType;

    /**
     * Makes a recipient; applications need this for their tests only.
     *
     * @param phoneNumber the number or short code
     * @param status how far the message has come, or null where it was not said
     * @param carrier the name of the carrier, or null where it was not said
     * @param lineType the kind of line, or null where it was not said
     */
    public Recipient(
            String phoneNumber, @Nullable DeliveryStatus status, @Nullable String carrier, @Nullable String lineType) {
        this.phoneNumber = Objects.requireNonNull(phoneNumber, "phoneNumber");
        this.status = status;
        this.carrier = carrier;
        this.lineType = lineType;
    }

    /**
     * Returns the address.
     *
     * @return a number in E.164 form, or a short code
     */
    public String phoneNumber() {
        return phoneNumber;
    }

    /**
     * Returns how far the message has come.
     *
     * @return the status, or empty where it was not said
     */
    public Optional<DeliveryStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Returns the recipient's carrier.
     *
     * @return its name, or empty where it was not said
     */
    public Optional<String> carrier() {
        return Optional.ofNullable(carrier);
    }

    /**
     * Returns the kind of the recipient's line.
     *
     * @return such as {@code Wireless}, or empty where it was not said
     */
    public Optional<String> lineType() {
        return Optional.ofNullable(lineType);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient that
                && phoneNumber.equals(that.phoneNumber)
                && Objects.equals(status, that.status)
                && Objects.equals(carrier, that.carrier)
                && Objects.equals(lineType, that.lineType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(phoneNumber, status, carrier, lineType);
    }

    /** Tells the status and part of the number; the whole number is private. */
    @Override
    public String toString() {
        return "Recipient[" + Mask.phoneNumber(phoneNumber) + ", status=" + status + "]";
    }
}
