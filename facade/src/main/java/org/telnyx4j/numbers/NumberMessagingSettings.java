package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.PhoneNumberMessagingSettings;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.privacy.Mask;

/** A number's settings for messaging. Immutable and safe for use by any number of threads. */
public final class NumberMessagingSettings extends Result<PhoneNumberMessagingSettings> {
    /**
     * Creates settings; applications need this for their tests only.
     *
     * @param raw the data of the response
     * @param response the response, or null for settings that were stored and read back
     */
    public NumberMessagingSettings(PhoneNumberMessagingSettings raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
    }

    /**
     * Reads settings that were stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the settings
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static NumberMessagingSettings fromJson(String json) {
        return new NumberMessagingSettings(PhoneNumberMessagingSettings.fromJson(json), null);
    }

    /**
     * Reads settings that were stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the settings
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NumberMessagingSettings fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new NumberMessagingSettings(PhoneNumberMessagingSettings.fromMap(fields), null);
    }

    /**
     * Returns Telnyx's id of the number.
     *
     * @return the id, blank in the unlikely case that Telnyx gave none
     */
    public PhoneNumberId id() {
        return new PhoneNumberId(Objects.requireNonNullElse(raw().getId(), ""));
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
     * Returns the messaging profile.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(raw().getMessagingProfileId());
    }

    /**
     * Returns the messaging product.
     *
     * @return the product, such as {@code A2P}, or empty where it is not set
     */
    public Optional<String> messagingProduct() {
        return Optional.ofNullable(raw().getMessagingProduct());
    }

    /**
     * Returns the messaging products that it can be switched to.
     *
     * @return an unmodifiable list
     */
    public List<String> eligibleMessagingProducts() {
        return Objects.requireNonNullElse(raw().getEligibleMessagingProducts(), List.of());
    }

    /**
     * Returns what kind of traffic it carries.
     *
     * @return the kind, or empty where it is not set
     */
    public Optional<String> trafficType() {
        return Optional.ofNullable(raw().getTrafficType());
    }

    /**
     * Returns its labels.
     *
     * @return an unmodifiable list, empty where it has none
     */
    public List<String> tags() {
        return Objects.requireNonNullElse(raw().getTags(), List.of());
    }

    /** Shows ids, and part of the number. */
    @Override
    public String toString() {
        return "NumberMessagingSettings[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber())
                + ", messagingProfileId=" + messagingProfileId().orElse("none") + "]";
    }
}
