package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.generated.model.NumberType;
import org.telnyx4j.internal.privacy.Mask;

/** One number of an order. Immutable and safe for use by any number of threads. */
public final class OrderedNumber extends Result<NumberOrderPhoneNumber> {
    /**
     * Creates a number; applications need this for their tests only.
     *
     * @param raw the entry of the order
     * @param response the response with the order, or null for a number that was stored and read back
     */
    public OrderedNumber(NumberOrderPhoneNumber raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
    }

    /**
     * Reads a number that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the number
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static OrderedNumber fromJson(String json) {
        return new OrderedNumber(NumberOrderPhoneNumber.fromJson(json), null);
    }

    /**
     * Reads a number that was stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderedNumber fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new OrderedNumber(NumberOrderPhoneNumber.fromMap(fields), null);
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
     * Returns the state of the number in its order.
     *
     * @return the state, or empty where it is not set
     */
    public Optional<NumberOrderStatus> status() {
        return Optional.ofNullable(raw().getStatus());
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
     * Returns whether all that regulation requires for it is there.
     *
     * @return true or false, or empty where it is not set
     */
    public Optional<Boolean> requirementsMet() {
        return Optional.ofNullable(raw().getRequirementsMet());
    }

    /** Shows the state, and part of the number. */
    @Override
    public String toString() {
        return "OrderedNumber[phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", status="
                + status().map(NumberOrderStatus::getValue).orElse("unknown") + "]";
    }
}
