package org.telnyx4j.numbers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.PhoneNumberCost;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that was for sale when the search was answered. It is not held: somebody else may buy it first. Immutable
 * and safe for use by any number of threads, apart from {@link #raw()}.
 */
public final class AvailableNumber {
    private final AvailablePhoneNumber payload;
    private final @Nullable RateLimitState rateLimit;
    private final List<NumberFeature> features;
    private final List<NumberRegion> regions;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload the answer's entry
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public AvailableNumber(AvailablePhoneNumber payload, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.rateLimit = rateLimit;
        this.features = Lists.map(payload.getFeatures(), feature -> {
            String name = feature.getName();
            return name == null ? null : new NumberFeature(name);
        });
        this.regions = Lists.map(payload.getRegionInformation(), region -> {
            String name = region.getRegionName();
            return name == null || region.getRegionType() == null
                    ? null
                    : new NumberRegion(region.getRegionType().getValue(), name);
        });
    }

    /**
     * Returns the number.
     *
     * @return the number in E.164 form, or an empty text in the unlikely case that Telnyx gave none
     */
    public String phoneNumber() {
        String number = payload.getPhoneNumber();
        return number == null ? "" : number;
    }

    /**
     * Returns what it costs.
     *
     * @return the price, or empty where it was not said
     */
    public Optional<NumberPrice> price() {
        PhoneNumberCost cost = payload.getCostInformation();
        return cost == null
                ? Optional.empty()
                : Optional.of(new NumberPrice(
                        amount(cost.getUpfrontCost()), amount(cost.getMonthlyCost()), cost.getCurrency()));
    }

    /**
     * Returns what it can do.
     *
     * @return an unmodifiable list, empty where nothing was said
     */
    public List<NumberFeature> features() {
        return features;
    }

    /**
     * Returns where it belongs, level by level.
     *
     * @return an unmodifiable list in the order of the answer, empty where nothing was said
     */
    public List<NumberRegion> regions() {
        return regions;
    }

    /**
     * Returns the name of one level of {@link #regions()}.
     *
     * @param type the level, such as {@code state}
     * @return the first such name, or empty where there is none
     */
    public Optional<String> region(String type) {
        Objects.requireNonNull(type, "type");
        return regions.stream()
                .filter(region -> region.type().equals(type))
                .map(NumberRegion::name)
                .findFirst();
    }

    /**
     * Tells whether it matches the search only nearly.
     *
     * @return true only for a search with {@link AvailableNumbersCriteria.Builder#bestEffort}
     */
    public boolean isBestEffort() {
        return Boolean.TRUE.equals(payload.getBestEffort());
    }

    /**
     * Returns what the answer said of the caller's allowance. The numbers that one search found all tell the same.
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
    public AvailablePhoneNumber raw() {
        return payload;
    }

    /** Tells part of the number, and the price. */
    @Override
    public String toString() {
        return "AvailableNumber[phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", price="
                + price().map(NumberPrice::toString).orElse("unknown") + ", features=" + features + "]";
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            // An amount that cannot be read must not hide a number; raw() has it as it came.
            return null;
        }
    }
}
