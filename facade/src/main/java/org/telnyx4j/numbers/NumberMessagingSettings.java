package org.telnyx4j.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettings;
import org.telnyx4j.internal.privacy.Mask;

/**
 * How a number takes part in messaging. Immutable and safe for use by any number of threads,
 * apart from {@link #raw()}.
 */
public final class NumberMessagingSettings {
    private final PhoneNumberMessagingSettings payload;
    private final @Nullable RateLimitState rateLimit;
    private final List<String> tags;
    private final List<String> eligible;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload what was answered
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public NumberMessagingSettings(PhoneNumberMessagingSettings payload, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.rateLimit = rateLimit;
        this.tags = Lists.map(payload.getTags(), tag -> tag);
        this.eligible = Lists.map(payload.getEligibleMessagingProducts(), product -> product);
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
     * Returns the messaging profile.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(payload.getMessagingProfileId());
    }

    /**
     * Returns the messaging product.
     *
     * @return the product, such as {@code A2P}, or empty where it was not said
     */
    public Optional<String> messagingProduct() {
        return Optional.ofNullable(payload.getMessagingProduct());
    }

    /**
     * Returns the messaging products that it can be switched to.
     *
     * @return an unmodifiable list
     */
    public List<String> eligibleMessagingProducts() {
        return eligible;
    }

    /**
     * Returns what kind of traffic it carries.
     *
     * @return the kind, or empty where it was not said
     */
    public Optional<String> trafficType() {
        return Optional.ofNullable(payload.getTrafficType());
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
    public PhoneNumberMessagingSettings raw() {
        return payload;
    }

    /** Compares what was answered; the allowance, which belongs to the request, does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberMessagingSettings that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells ids, and part of the number. */
    @Override
    public String toString() {
        return "NumberMessagingSettings[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber())
                + ", messagingProfileId=" + messagingProfileId().orElse("none") + "]";
    }
}
