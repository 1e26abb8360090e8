package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.DeletedPhoneNumber;
import org.telnyx4j.generated.model.NumberStatus;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that was given back to Telnyx, with the settings that it had, as far as the response contains them. Immutable
 * and safe for use by any number of threads.
 */
public final class ReleasedNumber extends Result<DeletedPhoneNumber> {
    /**
     * Creates a number; applications need this for their tests only.
     *
     * @param raw the data of the response
     * @param response the response, or null for a number that was stored and read back
     */
    public ReleasedNumber(DeletedPhoneNumber raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
    }

    /**
     * Reads a number that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the number
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static ReleasedNumber fromJson(String json) {
        return new ReleasedNumber(DeletedPhoneNumber.fromJson(json), null);
    }

    /**
     * Reads a number that was stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReleasedNumber fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new ReleasedNumber(DeletedPhoneNumber.fromMap(fields), null);
    }

    /**
     * Returns the number.
     *
     * @return the number in E.164 form, or empty where the response does not have it
     */
    public Optional<String> phoneNumber() {
        return Optional.ofNullable(raw().getPhoneNumber());
    }

    /**
     * Returns its state.
     *
     * @return the state, or empty where it is not set
     */
    public Optional<NumberStatus> status() {
        return Optional.ofNullable(raw().getStatus());
    }

    /** Shows the state, and part of the number. */
    @Override
    public String toString() {
        return "ReleasedNumber[phoneNumber="
                + phoneNumber().map(Mask::phoneNumber).orElse("unknown") + ", status="
                + status().map(NumberStatus::getValue).orElse("unknown") + "]";
    }
}
