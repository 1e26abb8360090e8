package org.telnyx4j.numbers;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.NumberOrder;

/**
 * An order of numbers, as it was when it was answered. Most orders are answered with {@link NumberOrderStatus#PENDING}
 * and end later: {@link NumberOrders#awaitCompletion(NumberOrderResult, java.time.Duration)} waits for that.
 *
 * <p>Immutable and safe for use by any number of threads, apart from {@link #raw()}.
 */
public final class NumberOrderResult {
    private final NumberOrder payload;
    private final @Nullable RateLimitState rateLimit;
    private final List<OrderedNumber> phoneNumbers;

    /**
     * Makes one of a payload; applications need this for their tests only.
     *
     * @param payload what was answered
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public NumberOrderResult(NumberOrder payload, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.rateLimit = rateLimit;
        this.phoneNumbers = Lists.map(payload.getPhoneNumbers(), OrderedNumber::new);
    }

    /**
     * Returns Telnyx's id of the order.
     *
     * @return the id, or an empty text in the unlikely case that Telnyx gave none
     */
    public String id() {
        return Objects.requireNonNullElse(payload.getId(), "");
    }

    /**
     * Returns how far it has come.
     *
     * @return the state; pending where Telnyx did not say
     */
    public NumberOrderStatus status() {
        return payload.getStatus() == null
                ? NumberOrderStatus.PENDING
                : new NumberOrderStatus(payload.getStatus().getValue());
    }

    /**
     * Returns the numbers of the order.
     *
     * @return an unmodifiable list, empty where Telnyx left them out, as it may in lists of orders
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
        return Optional.ofNullable(payload.getCustomerReference());
    }

    /**
     * Returns the messaging profile that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(payload.getMessagingProfileId());
    }

    /**
     * Returns the connection that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(payload.getConnectionId());
    }

    /**
     * Returns the billing group that the numbers are assigned to.
     *
     * @return the id, or empty where there is none
     */
    public Optional<String> billingGroupId() {
        return Optional.ofNullable(payload.getBillingGroupId());
    }

    /**
     * Tells whether all that regulation requires is there. An order for which it is not stays pending.
     *
     * @return true or false, or empty where it was not said
     */
    public Optional<Boolean> requirementsMet() {
        return Optional.ofNullable(payload.getRequirementsMet());
    }

    /**
     * Returns when it was made.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(payload.getCreatedAt());
    }

    /**
     * Tells whether the numbers belong to the account.
     *
     * @return true if the state is success
     */
    public boolean isSuccess() {
        return status().equals(NumberOrderStatus.SUCCESS);
    }

    /**
     * Tells whether it has failed.
     *
     * @return true if the state is failure
     */
    public boolean isFailure() {
        return status().equals(NumberOrderStatus.FAILURE);
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
    public NumberOrder raw() {
        return payload;
    }

    /** Compares what was answered; the allowance, which belongs to the request, does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberOrderResult that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells id and state, and part of each number. */
    @Override
    public String toString() {
        return "NumberOrderResult[id=" + id() + ", status=" + status() + ", phoneNumbers=" + phoneNumbers + "]";
    }
}
