package org.telnyx4j.messaging.profiles;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how a sender is picked from the numbers of a messaging profile, for messages that name none. Immutable and safe
 * for use by any number of threads.
 *
 * <p>Telnyx wants both weights and {@link #skipUnhealthy()}.
 */
public final class NumberPool {
    private final @Nullable BigDecimal longCodeWeight;
    private final @Nullable BigDecimal tollFreeWeight;
    private final @Nullable Boolean skipUnhealthy;
    private final @Nullable Boolean geomatch;
    private final @Nullable Boolean stickySender;

    private NumberPool(Builder builder) {
        this.longCodeWeight = builder.longCodeWeight;
        this.tollFreeWeight = builder.tollFreeWeight;
        this.skipUnhealthy = builder.skipUnhealthy;
        this.geomatch = builder.geomatch;
        this.stickySender = builder.stickySender;
    }

    /**
     * Starts a number pool.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how likely a long code is, relative to {@link #tollFreeWeight()}.
     *
     * @return the weight, or empty where it was not said
     */
    public Optional<BigDecimal> longCodeWeight() {
        return Optional.ofNullable(longCodeWeight);
    }

    /**
     * Returns how likely a toll-free number is, relative to {@link #longCodeWeight()}.
     *
     * @return the weight, or empty where it was not said
     */
    public Optional<BigDecimal> tollFreeWeight() {
        return Optional.ofNullable(tollFreeWeight);
    }

    /**
     * Returns whether numbers are passed over whose messages do not arrive or count as spam.
     *
     * @return the choice, or empty where it was not said
     */
    public Optional<Boolean> skipUnhealthy() {
        return Optional.ofNullable(skipUnhealthy);
    }

    /**
     * Returns whether a number with the recipient's area code comes first.
     *
     * @return the choice, or empty where it was not said
     */
    public Optional<Boolean> geomatch() {
        return Optional.ofNullable(geomatch);
    }

    /**
     * Returns whether a recipient always gets the same sender.
     *
     * @return the choice, or empty where it was not said
     */
    public Optional<Boolean> stickySender() {
        return Optional.ofNullable(stickySender);
    }

    /**
     * Returns what is set, as it goes on the wire.
     *
     * @return an unmodifiable map from the API's names to values
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "long_code_weight", longCodeWeight);
        put(fields, "toll_free_weight", tollFreeWeight);
        put(fields, "skip_unhealthy", skipUnhealthy);
        put(fields, "geomatch", geomatch);
        put(fields, "sticky_sender", stickySender);
        return Collections.unmodifiableMap(fields);
    }

    /** Two are equal if they set the same fields to the same values; 1 and 1.0 are not the same here. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberPool that && fields().equals(that.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    @Override
    public String toString() {
        return "NumberPool" + fields();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Collects a number pool. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable BigDecimal longCodeWeight;
        private @Nullable BigDecimal tollFreeWeight;
        private @Nullable Boolean skipUnhealthy;
        private @Nullable Boolean geomatch;
        private @Nullable Boolean stickySender;

        private Builder() {}

        /**
         * Sets how likely a long code is, relative to the weight of toll-free numbers.
         *
         * @param longCodeWeight 0, which leaves them out, or more
         * @return this builder
         */
        public Builder longCodeWeight(BigDecimal longCodeWeight) {
            this.longCodeWeight = Objects.requireNonNull(longCodeWeight, "longCodeWeight");
            return this;
        }

        /**
         * Sets how likely a toll-free number is, relative to the weight of long codes.
         *
         * @param tollFreeWeight 0, which leaves them out, or more
         * @return this builder
         */
        public Builder tollFreeWeight(BigDecimal tollFreeWeight) {
            this.tollFreeWeight = Objects.requireNonNull(tollFreeWeight, "tollFreeWeight");
            return this;
        }

        /**
         * Sets whether numbers are passed over whose messages do not arrive (less than a quarter of them) or count as
         * spam (more than three quarters).
         *
         * @param skipUnhealthy the choice
         * @return this builder
         */
        public Builder skipUnhealthy(boolean skipUnhealthy) {
            this.skipUnhealthy = skipUnhealthy;
            return this;
        }

        /**
         * Sets whether a number with the recipient's area code comes first, which works in the North American plan
         * only. Telnyx assumes no.
         *
         * @param geomatch the choice
         * @return this builder
         */
        public Builder geomatch(boolean geomatch) {
            this.geomatch = geomatch;
            return this;
        }

        /**
         * Sets whether a recipient always gets the same sender, as long as that one may be used. Telnyx assumes no.
         *
         * @param stickySender the choice
         * @return this builder
         */
        public Builder stickySender(boolean stickySender) {
            this.stickySender = stickySender;
            return this;
        }

        /**
         * Makes the number pool. What is missing is noticed when it is sent.
         *
         * @return an immutable number pool
         */
        public NumberPool build() {
            return new NumberPool(this);
        }
    }
}
