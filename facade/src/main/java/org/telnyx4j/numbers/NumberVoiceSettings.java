package org.telnyx4j.numbers;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.PhoneNumberVoiceSettings;
import org.telnyx4j.internal.privacy.Mask;

/**
 * How a number takes part in calls. Immutable and safe for use by any number of threads, apart from {@link #raw()},
 * which has the settings that have no method here.
 */
public final class NumberVoiceSettings {
    private final PhoneNumberVoiceSettings payload;
    private final @Nullable RateLimitState rateLimit;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload what was answered
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public NumberVoiceSettings(PhoneNumberVoiceSettings payload, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.rateLimit = rateLimit;
    }

    /**
     * Returns Telnyx's id of the number.
     *
     * @return the id, blank in the unlikely case that Telnyx gave none
     */
    public PhoneNumberId id() {
        return new PhoneNumberId(Objects.requireNonNullElse(payload.getId(), ""));
    }

    /**
     * Returns the number.
     *
     * @return the number in E.164 form, or an empty text in the unlikely case that Telnyx gave none
     */
    public String phoneNumber() {
        return Objects.requireNonNullElse(payload.getPhoneNumber(), "");
    }

    /**
     * Returns the connection or Call Control application that its calls go to.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(payload.getConnectionId());
    }

    /**
     * Returns the reference of the customer.
     *
     * @return the reference, or empty where it has none
     */
    public Optional<String> customerReference() {
        return Optional.ofNullable(payload.getCustomerReference());
    }

    /**
     * Tells whether calls are forwarded.
     *
     * @return true if they are, all or some of them
     */
    public boolean isForwarding() {
        return payload.getCallForwarding() != null
                && Boolean.TRUE.equals(payload.getCallForwarding().getCallForwardingEnabled());
    }

    /**
     * Returns where calls are forwarded to, if forwarding is on.
     *
     * @return the number, or empty where none is set
     */
    public Optional<String> forwardsTo() {
        return Optional.ofNullable(payload.getCallForwarding()).map(forwarding -> forwarding.getForwardsTo());
    }

    /**
     * Returns which calls are forwarded, if forwarding is on.
     *
     * @return {@code always} or {@code on-failure}, or empty where it was not said
     */
    public Optional<String> forwardingType() {
        return Optional.ofNullable(payload.getCallForwarding())
                .map(forwarding -> forwarding.getForwardingType())
                .map(type -> type.getValue());
    }

    /**
     * Returns how calls are billed.
     *
     * @return {@code pay-per-minute} or {@code channel}, or empty where it was not said
     */
    public Optional<String> usagePaymentMethod() {
        return Optional.ofNullable(payload.getUsagePaymentMethod()).map(method -> method.getValue());
    }

    /**
     * Returns what the answer said of the caller's allowance.
     *
     * @return the state, or empty where it said nothing
     */
    public Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Returns the answer as the generated client read it, with every field of the API, known or not.
     *
     * @return the payload itself, not a copy
     */
    public PhoneNumberVoiceSettings raw() {
        return payload;
    }

    /** Compares what was answered; the allowance, which belongs to the request, does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberVoiceSettings that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells ids, and part of the number. */
    @Override
    public String toString() {
        return "NumberVoiceSettings[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", connectionId="
                + connectionId().orElse("none") + ", forwarding=" + isForwarding() + "]";
    }
}
