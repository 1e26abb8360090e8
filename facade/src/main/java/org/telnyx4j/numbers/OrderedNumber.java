package org.telnyx4j.numbers;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.NumberOrderPhoneNumber;
import org.telnyx4j.internal.privacy.Mask;

/**
 * One number of an order. Immutable and safe for use by any number of threads, apart from {@link #raw()}.
 */
public final class OrderedNumber {
    private final NumberOrderPhoneNumber payload;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload what was answered
     */
    public OrderedNumber(NumberOrderPhoneNumber payload) {
        this.payload = Objects.requireNonNull(payload, "payload");
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
     * Returns how far it has come.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<NumberOrderStatus> status() {
        return Optional.ofNullable(payload.getStatus()).map(status -> new NumberOrderStatus(status.getValue()));
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
     * Tells whether all that regulation requires for it is there.
     *
     * @return true or false, or empty where it was not said
     */
    public Optional<Boolean> requirementsMet() {
        return Optional.ofNullable(payload.getRequirementsMet());
    }

    /**
     * Returns the answer as the generated client read it, with every field of the API, known or not.
     *
     * @return the payload itself, not a copy
     */
    public NumberOrderPhoneNumber raw() {
        return payload;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderedNumber that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells state, and part of the number. */
    @Override
    public String toString() {
        return "OrderedNumber[phoneNumber=" + Mask.phoneNumber(phoneNumber()) + ", status="
                + status().map(NumberOrderStatus::value).orElse("unknown") + "]";
    }
}
