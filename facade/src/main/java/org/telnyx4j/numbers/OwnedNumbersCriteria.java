package org.telnyx4j.numbers;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to list of the numbers that the account owns. Only what is set goes out. Immutable and safe for use by any number
 * of threads.
 */
public final class OwnedNumbersCriteria {
    private final Map<String, Object> filters;

    private OwnedNumbersCriteria(Builder builder) {
        this.filters = builder.filters.copy();
    }

    private static final OwnedNumbersCriteria ALL = builder().build();

    /**
     * Starts criteria that ask for nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns criteria for all numbers.
     *
     * @return the same object each time
     */
    public static OwnedNumbersCriteria all() {
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
        return "OwnedNumbersCriteria" + filters.keySet();
    }

    /** Collects filters. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields filters = new WireFields();

        private Builder() {}

        /**
         * Asks for numbers like this one. Telnyx compares loosely; {@code findByNumber} finds exactly one.
         *
         * @param digits digits only, without the plus sign, 3 or more
         * @return this builder
         */
        public Builder phoneNumberDigits(String digits) {
            filters.put("filter[phone_number]", digits, "digits");
            return this;
        }

        /**
         * Asks for numbers in one state.
         *
         * @param status the state as it is on the wire, such as {@code active}
         * @return this builder
         */
        public Builder status(String status) {
            filters.put("filter[status]", status, "status");
            return this;
        }

        /**
         * Asks for numbers with a label.
         *
         * @param tag the label
         * @return this builder
         */
        public Builder tag(String tag) {
            filters.put("filter[tag]", tag, "tag");
            return this;
        }

        /**
         * Asks for numbers without any label.
         *
         * @return this builder
         */
        public Builder withoutTags() {
            filters.put("filter[without_tags]", "true", "withoutTags");
            return this;
        }

        /**
         * Asks for numbers of a connection or a Call Control application.
         *
         * @param connectionId its id
         * @return this builder
         */
        public Builder connectionId(String connectionId) {
            filters.put("filter[connection_id]", connectionId, "connectionId");
            return this;
        }

        /**
         * Asks for numbers whose connection has exactly this name.
         *
         * @param connectionName the name
         * @return this builder
         */
        public Builder connectionName(String connectionName) {
            filters.put("filter[voice.connection_name][eq]", connectionName, "connectionName");
            return this;
        }

        /**
         * Asks for numbers whose connection has this text in its name.
         *
         * @param connectionNameContains 3 characters or more
         * @return this builder
         */
        public Builder connectionNameContains(String connectionNameContains) {
            filters.put("filter[voice.connection_name][contains]", connectionNameContains, "connectionNameContains");
            return this;
        }

        /**
         * Asks for numbers whose connection has a name that begins so.
         *
         * @param connectionNameStartsWith 3 characters or more
         * @return this builder
         */
        public Builder connectionNameStartsWith(String connectionNameStartsWith) {
            filters.put(
                    "filter[voice.connection_name][starts_with]", connectionNameStartsWith, "connectionNameStartsWith");
            return this;
        }

        /**
         * Asks for numbers whose connection has a name that ends so.
         *
         * @param connectionNameEndsWith 3 characters or more
         * @return this builder
         */
        public Builder connectionNameEndsWith(String connectionNameEndsWith) {
            filters.put("filter[voice.connection_name][ends_with]", connectionNameEndsWith, "connectionNameEndsWith");
            return this;
        }

        /**
         * Asks for numbers that are billed in one way.
         *
         * @param usagePaymentMethod {@code pay-per-minute} or {@code channel}
         * @return this builder
         */
        public Builder usagePaymentMethod(String usagePaymentMethod) {
            filters.put("filter[voice.usage_payment_method]", usagePaymentMethod, "usagePaymentMethod");
            return this;
        }

        /**
         * Asks for numbers of a billing group.
         *
         * @param billingGroupId its id, or the word {@code null} for none
         * @return this builder
         */
        public Builder billingGroupId(String billingGroupId) {
            filters.put("filter[billing_group_id]", billingGroupId, "billingGroupId");
            return this;
        }

        /**
         * Asks for numbers with an emergency address.
         *
         * @param emergencyAddressId its id, or the word {@code null} for none
         * @return this builder
         */
        public Builder emergencyAddressId(String emergencyAddressId) {
            filters.put("filter[emergency_address_id]", emergencyAddressId, "emergencyAddressId");
            return this;
        }

        /**
         * Asks for numbers with a reference of the customer.
         *
         * @param customerReference the reference
         * @return this builder
         */
        public Builder customerReference(String customerReference) {
            filters.put("filter[customer_reference]", customerReference, "customerReference");
            return this;
        }

        /**
         * Asks for numbers of these countries.
         *
         * @param countries two capital letters each (ISO 3166-1 alpha-2)
         * @return this builder
         */
        public Builder countries(List<String> countries) {
            filters.put("filter[country_iso_alpha2]", countries, "countries");
            return this;
        }

        /**
         * Asks for numbers of one sort.
         *
         * @param type the sort
         * @return this builder
         */
        public Builder type(NumberType type) {
            Objects.requireNonNull(type, "type");
            filters.put("filter[number_type][eq]", type.value(), "type");
            return this;
        }

        /**
         * Asks for numbers that came one way.
         *
         * @param source {@code purchased} or {@code ported}
         * @return this builder
         */
        public Builder source(String source) {
            filters.put("filter[source]", source, "source");
            return this;
        }

        /**
         * Sets what to sort by. Without it, the newest numbers come first.
         *
         * @param sort {@code purchased_at}, {@code phone_number}, {@code connection_name} or {@code usage_payment_method}
         * @return this builder
         */
        public Builder sort(String sort) {
            filters.put("sort", sort, "sort");
            return this;
        }

        /**
         * Makes the criteria.
         *
         * @return an immutable object
         */
        public OwnedNumbersCriteria build() {
            return new OwnedNumbersCriteria(this);
        }
    }
}
