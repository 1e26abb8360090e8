package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.NumberStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.generated.model.PhoneNumberDetails;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.internal.privacy.Mask;

/** A number that the account owns, or is about to own. Immutable and safe for use by any number of threads. */
public final class OwnedNumber extends Result<PhoneNumberDetails> {
    /**
     * Creates a number; applications need this for their tests only.
     *
     * @param raw the data of the response
     * @param response the response, or null for a number that was stored and read back
     */
    public OwnedNumber(PhoneNumberDetails raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
    }

    /**
     * Reads a number that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the number
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static OwnedNumber fromJson(String json) {
        return new OwnedNumber(PhoneNumberDetails.fromJson(json), null);
    }

    /**
     * Reads a number that was stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OwnedNumber fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new OwnedNumber(PhoneNumberDetails.fromMap(fields), null);
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
     * Returns its state.
     *
     * @return the state, such as {@link NumberStatus#ACTIVE}, or empty where it is not set
     */
    public Optional<NumberStatus> status() {
        return Optional.ofNullable(raw().getStatus());
    }

    /**
     * Returns whether it works.
     *
     * @return true if the state is active
     */
    public boolean isActive() {
        return NumberStatus.ACTIVE.equals(raw().getStatus());
    }

    /**
     * Returns what sort of number it is.
     *
     * @return the sort, or empty where it is not set
     */
    public Optional<NumberType> type() {
        return Optional.ofNullable(raw().getPhoneNumberType());
    }

    /**
     * Returns its country.
     *
     * @return two capital letters (ISO 3166-1 alpha-2), or empty where it is not set
     */
    public Optional<String> country() {
        return Optional.ofNullable(raw().getCountryIsoAlpha2());
    }

    /**
     * Returns its labels.
     *
     * @return an unmodifiable list, empty where it has none
     */
    public List<String> tags() {
        return Objects.requireNonNullElse(raw().getTags(), List.of());
    }

    /**
     * Returns the connection or Call Control application that its calls go to.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(raw().getConnectionId());
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
     * Returns the billing group.
     *
     * @return the id, or empty where it has none
     */
    public Optional<String> billingGroupId() {
        return Optional.ofNullable(raw().getBillingGroupId());
    }

    /**
     * Returns the reference of the customer.
     *
     * @return the reference, or empty where it has none
     */
    public Optional<String> customerReference() {
        return Optional.ofNullable(raw().getCustomerReference());
    }

    /**
     * Returns since when Telnyx has had it on the account.
     *
     * @return the time, or empty where it is not set
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(raw().getCreatedAt());
    }

    /** Shows id and state, and part of the number. */
    @Override
    public String toString() {
        return "OwnedNumber[id=" + id() + ", phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", status="
                + status().map(NumberStatus::getValue).orElse("unknown") + "]";
    }
}
