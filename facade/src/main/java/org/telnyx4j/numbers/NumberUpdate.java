package org.telnyx4j.numbers;

import java.util.List;
import java.util.Map;

/**
 * What to change of a number. Only what is set goes out, and the rest stays as it is. Immutable and safe for use by any
 * number of threads.
 */
public final class NumberUpdate {
    private final Map<String, Object> fields;

    private NumberUpdate(Builder builder) {
        this.fields = builder.fields.copy();
    }

    /**
     * Starts an update that changes nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what is set.
     *
     * @return an unmodifiable map from name on the wire to value, in the order in which they were set
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Tells which fields are set; the values can be private. */
    @Override
    public String toString() {
        return "NumberUpdate" + fields.keySet();
    }

    /** Collects fields. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields fields = new WireFields();

        private Builder() {}

        /**
         * Replaces the labels.
         *
         * @param tags all labels, none to take them off
         * @return this builder
         */
        public Builder tags(List<String> tags) {
            fields.put("tags", tags, "tags");
            return this;
        }

        /**
         * Sets the reference of the customer.
         *
         * @param customerReference the reference
         * @return this builder
         */
        public Builder customerReference(String customerReference) {
            fields.put("customer_reference", customerReference, "customerReference");
            return this;
        }

        /**
         * Assigns the number to a connection or a Call Control application.
         *
         * @param connectionId its id
         * @return this builder
         */
        public Builder connectionId(String connectionId) {
            fields.put("connection_id", connectionId, "connectionId");
            return this;
        }

        /**
         * Assigns the number to a billing group.
         *
         * @param billingGroupId its id
         * @return this builder
         */
        public Builder billingGroupId(String billingGroupId) {
            fields.put("billing_group_id", billingGroupId, "billingGroupId");
            return this;
        }

        /**
         * Sets the PIN that another carrier must give to take the number over.
         *
         * @param externalPin the PIN
         * @return this builder
         */
        public Builder externalPin(String externalPin) {
            fields.put("external_pin", externalPin, "externalPin");
            return this;
        }

        /**
         * Sets the address of the number.
         *
         * @param addressId its id
         * @return this builder
         */
        public Builder addressId(String addressId) {
            fields.put("address_id", addressId, "addressId");
            return this;
        }

        /**
         * Sets whether calls are in high definition.
         *
         * @param hdVoice the choice
         * @return this builder
         */
        public Builder hdVoice(boolean hdVoice) {
            fields.put("hd_voice_enabled", hdVoice, "hdVoice");
            return this;
        }

        /**
         * Makes the update.
         *
         * @return an immutable object
         */
        public NumberUpdate build() {
            return new NumberUpdate(this);
        }
    }
}
