package org.telnyx4j.numbers;

import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that was bought, with the order that bought it. Immutable and safe for use by any number of threads.
 *
 * @param phoneNumber the number in E.164 form
 * @param order the order at its last check; see {@link #isComplete()}
 * @param offer the number as the search found it, with its price
 * @param customerReference the reference that the order was sent with, which no other order has
 */
public record PurchasedNumber(
        String phoneNumber, NumberOrderResult order, AvailableNumber offer, String customerReference) {
    /** Checks that all are there. */
    public PurchasedNumber {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(customerReference, "customerReference");
    }

    /**
     * Returns whether the order has ended, so that the number belongs to the account. Where it has not, the order is
     * placed and goes on by itself: {@link NumberOrders#awaitCompletion(NumberOrderResult, java.time.Duration)} waits
     * for it.
     *
     * @return true if the order was a success at its last check
     */
    public boolean isComplete() {
        return order.isSuccess();
    }

    /**
     * Returns Telnyx's id of the request in which the order was checked last, for its support.
     *
     * @return the id, or empty where the response had none
     */
    public Optional<String> requestId() {
        return order.requestId();
    }

    /**
     * Returns the state of the rate limit at the last check of the order.
     *
     * @return the state, or empty where the response did not have it
     */
    public Optional<RateLimitState> rateLimit() {
        return order.rateLimit();
    }

    /** Shows part of the number, and the order. */
    @Override
    public String toString() {
        return "PurchasedNumber[phoneNumber=" + Mask.phoneNumber(phoneNumber) + ", order=" + order + "]";
    }
}
