package org.telnyx4j.numbers;

import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A number that was bought, with the order that bought it. Immutable and safe for use by any number of threads.
 *
 * @param phoneNumber the number in E.164 form
 * @param order the order as it was last seen; look at {@link #isComplete()}
 * @param offer the number as the search had it, with its price
 * @param customerReference the reference that the order was sent with, which is its alone
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
     * Tells whether the order has come to its end, so that the number belongs to the account. Where it has not, the
     * order is placed and goes on by itself: {@link NumberOrders#awaitCompletion(NumberOrderResult,
     * java.time.Duration)} waits for it.
     *
     * @return true if the order was a success when last seen
     */
    public boolean isComplete() {
        return order.isSuccess();
    }

    /**
     * Returns what the answer that the order was last seen in said of the caller's allowance.
     *
     * @return the state, or empty where it said nothing
     */
    public Optional<RateLimitState> rateLimit() {
        return order.rateLimit();
    }

    /** Tells part of the number, and the order. */
    @Override
    public String toString() {
        return "PurchasedNumber[phoneNumber=" + Mask.phoneNumber(phoneNumber) + ", order=" + order + "]";
    }
}
