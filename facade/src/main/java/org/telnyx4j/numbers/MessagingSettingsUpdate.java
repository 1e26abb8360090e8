package org.telnyx4j.numbers;

import java.util.List;
import java.util.Map;

/**
 * What to change of a number's messaging settings. Only what is set goes out, and the rest stays as it is. Immutable and
 * safe for use by any number of threads.
 */
public final class MessagingSettingsUpdate {
    private final Map<String, Object> fields;

    private MessagingSettingsUpdate(Builder builder) {
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
        return "MessagingSettingsUpdate" + fields.keySet();
    }

    /** Collects fields. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields fields = new WireFields();

        private Builder() {}

        /**
         * Assigns the number to a messaging profile.
         *
         * @param messagingProfileId its id
         * @return this builder
         */
        public Builder messagingProfileId(String messagingProfileId) {
            fields.put("messaging_profile_id", messagingProfileId, "messagingProfileId");
            return this;
        }

        /**
         * Takes the number off its messaging profile.
         *
         * @return this builder
         */
        public Builder noMessagingProfile() {
            fields.put("messaging_profile_id", "", "messagingProfileId");
            return this;
        }

        /**
         * Switches the messaging product.
         *
         * @param messagingProduct one of those that the number is eligible for, such as {@code A2P}
         * @return this builder
         */
        public Builder messagingProduct(String messagingProduct) {
            fields.put("messaging_product", messagingProduct, "messagingProduct");
            return this;
        }

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
         * Makes the update.
         *
         * @return an immutable object
         */
        public MessagingSettingsUpdate build() {
            return new MessagingSettingsUpdate(this);
        }
    }
}
