package org.telnyx4j.numbers;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What to list of the account's number orders. Only what is set goes out. Immutable and safe for use by any number of
 * threads.
 */
public final class NumberOrdersCriteria {
    private final Map<String, Object> filters;

    private NumberOrdersCriteria(Builder builder) {
        this.filters = builder.filters.copy();
    }

    private static final NumberOrdersCriteria ALL = builder().build();

    /**
     * Starts criteria that ask for nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns criteria for all orders.
     *
     * @return the same object each time
     */
    public static NumberOrdersCriteria all() {
        return ALL;
    }

    /**
     * Returns what is set.
     *
     * @return an unmodifiable map from name on the wire to value, in the order in which they were set
     */
    public Map<String, Object> filters() {
        return filters;
    }

    /** Tells which filters are set; the values can be private. */
    @Override
    public String toString() {
        return "NumberOrdersCriteria" + filters.keySet();
    }

    /** Collects filters. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields filters = new WireFields();

        private Builder() {}

        /**
         * Asks for orders in one state.
         *
         * @param status the state
         * @return this builder
         */
        public Builder status(NumberOrderStatus status) {
            Objects.requireNonNull(status, "status");
            filters.put("filter[status]", status.value(), "status");
            return this;
        }

        /**
         * Asks for orders with a reference of the customer.
         *
         * @param customerReference the reference
         * @return this builder
         */
        public Builder customerReference(String customerReference) {
            filters.put("filter[customer_reference]", customerReference, "customerReference");
            return this;
        }

        /**
         * Asks for orders made after a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder createdAfter(Instant time) {
            Objects.requireNonNull(time, "time");
            filters.put("filter[created_at][gt]", time.toString(), "time");
            return this;
        }

        /**
         * Asks for orders made before a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder createdBefore(Instant time) {
            Objects.requireNonNull(time, "time");
            filters.put("filter[created_at][lt]", time.toString(), "time");
            return this;
        }

        /**
         * Asks for orders of so many numbers.
         *
         * @param phoneNumbersCount 1 or more
         * @return this builder
         */
        public Builder phoneNumbersCount(int phoneNumbersCount) {
            filters.put("filter[phone_numbers_count]", phoneNumbersCount, "phoneNumbersCount");
            return this;
        }

        /**
         * Asks for orders for which all that regulation requires is there, or is not.
         *
         * @param requirementsMet the choice
         * @return this builder
         */
        public Builder requirementsMet(boolean requirementsMet) {
            filters.put("filter[requirements_met]", requirementsMet, "requirementsMet");
            return this;
        }

        /**
         * Makes the criteria.
         *
         * @return an immutable object
         */
        public NumberOrdersCriteria build() {
            return new NumberOrdersCriteria(this);
        }
    }
}
