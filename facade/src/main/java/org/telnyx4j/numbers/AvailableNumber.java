package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.AvailablePhoneNumber;
import org.telnyx4j.generated.model.NumberFeature;
import org.telnyx4j.generated.model.PhoneNumberCost;
import org.telnyx4j.generated.model.PhoneNumberFeature;
import org.telnyx4j.generated.model.PhoneNumberRegion.RegionType;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that was for sale when the search was made. It is not held: somebody else may buy it first. Immutable and
 * safe for use by any number of threads.
 */
public final class AvailableNumber extends Result<AvailablePhoneNumber> {
    private final List<NumberFeature> features;
    private final List<NumberRegion> regions;

    /**
     * Creates a number; applications need this for their tests only.
     *
     * @param raw the entry of the response
     * @param response the response, or null for a number that was stored and read back
     */
    public AvailableNumber(AvailablePhoneNumber raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
        this.features = Stream.ofNullable(raw.getFeatures())
                .flatMap(List::stream)
                .map(PhoneNumberFeature::getName)
                .filter(Objects::nonNull)
                .map(NumberFeature::fromValue)
                .toList();
        this.regions = Stream.ofNullable(raw.getRegionInformation())
                .flatMap(List::stream)
                .flatMap(region -> region(region.getRegionType(), region.getRegionName()))
                .toList();
    }

    /**
     * Reads a number that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the number
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static AvailableNumber fromJson(String json) {
        return new AvailableNumber(AvailablePhoneNumber.fromJson(json), null);
    }

    /**
     * Reads a number that was stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AvailableNumber fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new AvailableNumber(AvailablePhoneNumber.fromMap(fields), null);
    }

    /**
     * Returns the number.
     *
     * @return the number in E.164 form, or an empty string in the unlikely case that Telnyx gave none
     */
    public String phoneNumber() {
        return Objects.requireNonNullElse(raw().getPhoneNumber(), "");
    }

    /**
     * Returns what it costs.
     *
     * @return the price, or empty where it is not set
     */
    public Optional<NumberPrice> price() {
        PhoneNumberCost cost = raw().getCostInformation();
        return cost == null
                ? Optional.empty()
                : Optional.of(new NumberPrice(
                        amount(cost.getUpfrontCost()), amount(cost.getMonthlyCost()), cost.getCurrency()));
    }

    /**
     * Returns what it can do.
     *
     * @return an unmodifiable list, empty where the response has none
     */
    public List<NumberFeature> features() {
        return features;
    }

    /**
     * Returns where it belongs, level by level.
     *
     * @return an unmodifiable list in the order of the response, empty where the response has none
     */
    public List<NumberRegion> regions() {
        return regions;
    }

    /**
     * Returns the name of one level of {@link #regions()}.
     *
     * @param type the level, such as {@link RegionType#STATE}
     * @return the first such name, or empty where there is none
     */
    public Optional<String> region(RegionType type) {
        Objects.requireNonNull(type, "type");
        return regions.stream()
                .filter(region -> region.type().equals(type))
                .map(NumberRegion::name)
                .findFirst();
    }

    /**
     * Returns whether it matches the search only nearly.
     *
     * @return true only for a search whose query has {@code bestEffort(true)}
     */
    public boolean isBestEffort() {
        return Boolean.TRUE.equals(raw().getBestEffort());
    }

    private static Stream<NumberRegion> region(@Nullable RegionType type, @Nullable String name) {
        return type == null || name == null ? Stream.empty() : Stream.of(new NumberRegion(type, name));
    }

    /** Shows part of the number, and the price. */
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
