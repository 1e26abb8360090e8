package org.telnyx4j.numbers;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.PhoneNumberDetails;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that the account owns, or is about to. Immutable and safe for use by any number of threads, apart
 * from {@link #raw()}.
 */
public final class OwnedNumber {
    private final PhoneNumberDetails payload;
    private final @Nullable RateLimitState rateLimit;
    private final List<String> tags;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload what was answered
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public OwnedNumber(PhoneNumberDetails payload, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.rateLimit = rateLimit;
        this.tags = Lists.map(payload.getTags(), tag -> tag);
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
     * Returns how it stands.
     *
     * @return the state as it is on the wire, such as {@code active} or {@code purchase-pending}, or empty where it was not said
     */
    public Optional<String> status() {
        return Optional.ofNullable(payload.getStatus()).map(status -> status.getValue());
    }

    /**
     * Returns what sort of number it is.
     *
     * @return the sort, or empty where it was not said
     */
    public Optional<NumberType> type() {
        return Optional.ofNullable(payload.getPhoneNumberType()).map(type -> new NumberType(type.getValue()));
    }

    /**
     * Returns its country.
     *
     * @return two capital letters (ISO 3166-1 alpha-2), or empty where it was not said
     */
    public Optional<String> country() {
        return Optional.ofNullable(payload.getCountryIsoAlpha2());
    }

    /**
     * Returns its labels.
     *
     * @return an unmodifiable list, empty where it has none
     */
    public List<String> tags() {
        return tags;
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
     * Returns the messaging profile.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(payload.getMessagingProfileId());
    }

    /**
     * Returns the billing group.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> billingGroupId() {
        return Optional.ofNullable(payload.getBillingGroupId());
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
     * Returns since when Telnyx has had it on the account.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(payload.getCreatedAt());
    }

    /**
     * Tells whether it works.
     *
     * @return true if the state is {@code active}
     */
    public boolean isActive() {
        return payload.getStatus() != null && payload.getStatus().getValue().equals("active");
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
    public PhoneNumberDetails raw() {
        return payload;
    }

    /** Compares what was answered; the allowance, which belongs to the request, does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OwnedNumber that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells id and state, and part of the number. */
    @Override
    public String toString() {
        return "OwnedNumber[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", status="
                + status().orElse("unknown") + "]";
    }
}
