package org.telnyx4j.numbers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to change of a number order. Only what is set goes out, and the rest stays as it is. Immutable and safe for use
 * by any number of threads.
 */
public final class NumberOrderUpdate {
    private final Map<String, Object> fields;

    private NumberOrderUpdate(Builder builder) {
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
        return "NumberOrderUpdate" + fields.keySet();
    }

    /** Collects fields. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields fields = new WireFields();
        private final List<Map<String, Object>> requirements = new ArrayList<>();

        private Builder() {}

        /**
         * Replaces the reference of the customer.
         *
         * @param customerReference the reference
         * @return this builder
         */
        public Builder customerReference(String customerReference) {
            fields.put("customer_reference", customerReference, "customerReference");
            return this;
        }

        /**
         * Hands in something that regulation requires for the order's numbers.
         *
         * @param requirement what is required and what it is met with
         * @return this builder
         */
        public Builder requirement(Requirement requirement) {
            Objects.requireNonNull(requirement, "requirement");
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("requirement_id", requirement.requirementId());
            entry.put("field_value", requirement.value());
            requirements.add(Map.copyOf(entry));
            fields.put("regulatory_requirements", requirements, "requirement");
            return this;
        }

        /**
         * Makes the update.
         *
         * @return an immutable object
         */
        public NumberOrderUpdate build() {
            return new NumberOrderUpdate(this);
        }
    }

    /**
     * Something that regulation requires, and what it is met with.
     *
     * @param requirementId Telnyx's id of the requirement
     * @param value a text, or the id of an address or a document, depending on the requirement
     */
    public record Requirement(String requirementId, String value) {
        /** Checks that both are there. */
        public Requirement {
            Objects.requireNonNull(requirementId, "requirementId");
            Objects.requireNonNull(value, "value");
        }

        /** Tells the id; the value is private. */
        @Override
        public String toString() {
            return "Requirement[" + requirementId + "]";
        }
    }
}
