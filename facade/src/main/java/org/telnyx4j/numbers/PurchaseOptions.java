package org.telnyx4j.numbers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase consists of besides the number. Only what is set is sent. Immutable and safe for use by any number of
 * threads.
 */
public final class PurchaseOptions {
    /** How many numbers {@code searchAndBuyFirst} tries to buy, one after the other, unless something else is set. */
    public static final int DEFAULT_MOST_CANDIDATES = 10;

    private static final PurchaseOptions NONE = builder().build();

    private final @Nullable String messagingProfileId;
    private final @Nullable String connectionId;
    private final @Nullable String billingGroupId;
    private final @Nullable String customerReference;
    private final int mostCandidates;

    private PurchaseOptions(Builder builder) {
        this.messagingProfileId = builder.messagingProfileId;
        this.connectionId = builder.connectionId;
        this.billingGroupId = builder.billingGroupId;
        this.customerReference = builder.customerReference;
        this.mostCandidates = builder.mostCandidates;
    }

    /**
     * Starts empty options.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns empty options.
     *
     * @return the same object each time
     */
    public static PurchaseOptions none() {
        return NONE;
    }

    /**
     * Returns the messaging profile.
     *
     * @return the profile's id, or empty where it is not set
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(messagingProfileId);
    }

    /**
     * Returns the connection.
     *
     * @return the connection's id, or empty where it is not set
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(connectionId);
    }

    /**
     * Returns the billing group.
     *
     * @return the group's id, or empty where it is not set
     */
    public Optional<String> billingGroupId() {
        return Optional.ofNullable(billingGroupId);
    }

    /**
     * Returns the reference.
     *
     * @return the reference, or empty where it is not set
     */
    public Optional<String> customerReference() {
        return Optional.ofNullable(customerReference);
    }

    /**
     * Returns how many numbers {@code searchAndBuyFirst} tries to buy, one after the other, before it gives up.
     *
     * @return the bound, {@value #DEFAULT_MOST_CANDIDATES} unless set
     */
    public int mostCandidates() {
        return mostCandidates;
    }

    /** Shows the ids; the reference is private. */
    @Override
    public String toString() {
        return "PurchaseOptions[messagingProfileId=" + messagingProfileId + ", connectionId=" + connectionId
                + ", billingGroupId=" + billingGroupId + ", customerReference "
                + (customerReference == null ? "not set" : "set") + ", mostCandidates=" + mostCandidates + "]";
    }

    /** Collects options. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable String messagingProfileId;
        private @Nullable String connectionId;
        private @Nullable String billingGroupId;
        private @Nullable String customerReference;
        private int mostCandidates = DEFAULT_MOST_CANDIDATES;

        private Builder() {}

        /**
         * Sets the messaging profile that the number is assigned to when it is bought. The default profile of tenant or
         * client is for sending and is never used here.
         *
         * @param messagingProfileId the profile's id; null for not set
         * @return this builder
         */
        public Builder messagingProfileId(@Nullable String messagingProfileId) {
            this.messagingProfileId = messagingProfileId;
            return this;
        }

        /**
         * Sets the connection or Call Control application that the number is assigned to when it is bought.
         *
         * @param connectionId its id; null for not set
         * @return this builder
         */
        public Builder connectionId(@Nullable String connectionId) {
            this.connectionId = connectionId;
            return this;
        }

        /**
         * Sets the billing group that the number is assigned to when it is bought.
         *
         * @param billingGroupId its id; null for not set
         * @return this builder
         */
        public Builder billingGroupId(@Nullable String billingGroupId) {
            this.billingGroupId = billingGroupId;
            return this;
        }

        /**
         * Sets the reference that the order is found by later.
         *
         * <p>For {@code searchAndBuyFirst} it becomes unique for each order: the method adds a slash and a fresh UUID.
         * Elsewhere it is sent as it is, and a random UUID where it is not set.
         *
         * @param customerReference the reference, best unique; null for not set
         * @return this builder
         */
        public Builder customerReference(@Nullable String customerReference) {
            this.customerReference = customerReference;
            return this;
        }

        /**
         * Sets how many numbers {@code searchAndBuyFirst} tries to buy, one after the other, where others are quicker.
         * It never buys more than one. Of no effect elsewhere.
         *
         * @param mostCandidates 1 or more, {@value #DEFAULT_MOST_CANDIDATES} unless set
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder mostCandidates(int mostCandidates) {
            if (mostCandidates < 1) {
                throw new IllegalArgumentException("mostCandidates must be at least 1, was " + mostCandidates);
            }
            this.mostCandidates = mostCandidates;
            return this;
        }

        /**
         * Builds the options.
         *
         * @return immutable options
         */
        public PurchaseOptions build() {
            return new PurchaseOptions(this);
        }
    }
}
