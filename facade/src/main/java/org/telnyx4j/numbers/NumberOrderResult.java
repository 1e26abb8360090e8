package org.telnyx4j.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.NumberOrder;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.internal.privacy.Mask;

/**
 * An order of numbers, as it was at the time of the response. Most orders are {@link NumberOrderStatus#PENDING} at first
 * and end later: {@link NumberOrders#awaitCompletion(NumberOrderResult, java.time.Duration)} waits for that.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class NumberOrderResult extends Result<NumberOrder> {
    private final List<OrderedNumber> phoneNumbers;

    /**
     * Creates an order; applications need this for their tests only.
     *
     * @param raw the data of the response
     * @param response the response, or null for an order that was stored and read back
     */
    public NumberOrderResult(NumberOrder raw, @Nullable ApiResponse<?> response) {
        super(raw, response);
        this.phoneNumbers = Stream.ofNullable(raw.getPhoneNumbers())
                .flatMap(List::stream)
                .map(line -> new OrderedNumber(line, response))
                .toList();
    }

    /**
     * Reads an order that was stored.
     *
     * @param json what {@link #toJson()} returned
     * @return the order
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static NumberOrderResult fromJson(String json) {
        return new NumberOrderResult(NumberOrder.fromJson(json), null);
    }

    /**
     * Reads an order that was stored. Jackson uses this.
     *
     * @param fields what {@link #toMap()} returned
     * @return the order
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NumberOrderResult fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new NumberOrderResult(NumberOrder.fromMap(fields), null);
    }

    /**
     * Returns Telnyx's id of the order.
     *
     * @return the id, or an empty string in the unlikely case that Telnyx gave none
     */
    public String id() {
        return Objects.requireNonNullElse(raw().getId(), "");
    }

    /**
     * Returns its state.
     *
     * @return the state; pending where the response has none
     */
    public NumberOrderStatus status() {
        return Objects.requireNonNullElse(raw().getStatus(), NumberOrderStatus.PENDING);
    }

    /**
     * Returns whether the numbers belong to the account.
     *
     * @return true if the state is success
     */
    public boolean isSuccess() {
        return status().equals(NumberOrderStatus.SUCCESS);
    }

    /**
     * Returns whether it has failed, so that nothing was bought.
     *
     * @return true if the state is failure
     */
    public boolean isFailure() {
        return status().equals(NumberOrderStatus.FAILURE);
    }

    /**
     * Returns whether it has ended.
     *
     * @return true for a success and for a failure; false while it is pending, and for a status that this version does not
     *     know
     */
    public boolean isFinal() {
        return isSuccess() || isFailure();
    }

    /**
     * Returns the numbers of the order.
     *
     * @return an unmodifiable list, empty where the response does not have them, as can be in lists of orders
     */
    public List<OrderedNumber> phoneNumbers() {
        return phoneNumbers;
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
     * Returns the messaging profile that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(raw().getMessagingProfileId());
    }

    /**
     * Returns the connection that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(raw().getConnectionId());
    }

    /**
     * Returns the billing group that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> billingGroupId() {
        return Optional.ofNullable(raw().getBillingGroupId());
    }

    /**
     * Returns whether all that regulation requires is there. An order for which it is not stays pending.
     *
     * @return true or false, or empty where it is not set
     */
    public Optional<Boolean> requirementsMet() {
        return Optional.ofNullable(raw().getRequirementsMet());
    }

    /**
     * Returns when it was created.
     *
     * @return the time, or empty where it is not set
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(raw().getCreatedAt());
    }

    /** Shows id and state, and part of each number. */
    @Override
    public String toString() {
        return "NumberOrderResult[id=" + Mask.identifier(id()) + ", status=" + status().getValue() + ", phoneNumbers="
                + phoneNumbers + "]";
    }
}
