package org.telnyx4j.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/**
 * An order of one or more numbers. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * NewNumberOrder.builder().number("+14165550123").number("+14165550124").build()
 * }</pre>
 */
public final class NewNumberOrder {
    private final List<Line> lines;
    private final PurchaseOptions options;

    private NewNumberOrder(Builder builder) {
        this.lines = List.copyOf(builder.lines);
        this.options = builder.options;
    }

    /**
     * Starts an order of no number.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what is ordered.
     *
     * @return an unmodifiable list in the order in which it was added
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * Returns what holds for all its numbers.
     *
     * @return the options
     */
    public PurchaseOptions options() {
        return options;
    }

    /** Tells part of each number. */
    @Override
    public String toString() {
        return "NewNumberOrder[lines=" + lines + ", options=" + options + "]";
    }

    /** One number of an order. Immutable and safe for use by any number of threads. */
    public static final class Line {
        private final String phoneNumber;
        private final @Nullable String requirementGroupId;
        private final @Nullable String bundleId;

        private Line(String phoneNumber, @Nullable String requirementGroupId, @Nullable String bundleId) {
            this.phoneNumber = Objects.requireNonNull(phoneNumber, "phoneNumber");
            this.requirementGroupId = requirementGroupId;
            this.bundleId = bundleId;
        }

        /**
         * Makes a line with nothing but the number.
         *
         * @param phoneNumber the number in E.164 form, as a search has found it
         * @return a new line
         */
        public static Line of(String phoneNumber) {
            return new Line(phoneNumber, null, null);
        }

        /**
         * Returns a line with the group that has what regulation requires for the number.
         *
         * @param requirementGroupId the group's id
         * @return a new line
         */
        public Line withRequirementGroupId(String requirementGroupId) {
            return new Line(phoneNumber, Objects.requireNonNull(requirementGroupId, "requirementGroupId"), bundleId);
        }

        /**
         * Returns a line with the bundle that the number is billed to.
         *
         * @param bundleId the bundle's id
         * @return a new line
         */
        public Line withBundleId(String bundleId) {
            return new Line(phoneNumber, requirementGroupId, Objects.requireNonNull(bundleId, "bundleId"));
        }

        /**
         * Returns the number.
         *
         * @return the number
         */
        public String phoneNumber() {
            return phoneNumber;
        }

        /**
         * Returns the requirement group.
         *
         * @return its id, or empty where it was not set
         */
        public Optional<String> requirementGroupId() {
            return Optional.ofNullable(requirementGroupId);
        }

        /**
         * Returns the bundle.
         *
         * @return its id, or empty where it was not set
         */
        public Optional<String> bundleId() {
            return Optional.ofNullable(bundleId);
        }

        /** Tells part of the number. */
        @Override
        public String toString() {
            return Mask.phoneNumber(phoneNumber);
        }
    }

    /** Collects an order. Mutable, for one thread. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private PurchaseOptions options = PurchaseOptions.none();

        private Builder() {}

        /**
         * Adds a number.
         *
         * @param phoneNumber the number in E.164 form, as a search has found it
         * @return this builder
         */
        public Builder number(String phoneNumber) {
            return line(Line.of(phoneNumber));
        }

        /**
         * Adds a number with what belongs to it alone.
         *
         * @param line the number
         * @return this builder
         */
        public Builder line(Line line) {
            lines.add(Objects.requireNonNull(line, "line"));
            return this;
        }

        /**
         * Sets what holds for all numbers.
         *
         * @param options the options
         * @return this builder
         */
        public Builder options(PurchaseOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Makes the order.
         *
         * @return an immutable order
         */
        public NewNumberOrder build() {
            return new NewNumberOrder(this);
        }
    }
}
