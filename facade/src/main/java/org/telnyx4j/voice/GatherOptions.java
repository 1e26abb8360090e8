package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * Which keys are collected from a caller, and for how long. Immutable; see {@link CallCommandOptions} for what all
 * options share.
 */
public final class GatherOptions extends CallCommandOptions<GatherRequest> {
    private GatherOptions(Builder builder) {
        super(builder);
    }

    /**
     * Starts options that say nothing more than the command itself.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends KeyInputBuilder<GatherRequest, Builder> {
        private Builder() {
            super(
                    GatherRequest::new,
                    GatherRequest::commandId,
                    GatherRequest::clientState,
                    new Keys<>(
                            GatherRequest::minimumDigits,
                            GatherRequest::maximumDigits,
                            GatherRequest::terminatingDigit,
                            GatherRequest::validDigits,
                            GatherRequest::interDigitTimeoutMillis));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the longest wait for the first key. Telnyx assumes 5 seconds.
         *
         * @param initialTimeout longer than zero, rounded up to whole milliseconds
         * @return this builder
         */
        public Builder initialTimeout(Duration initialTimeout) {
            int millis = WireDurations.millis(initialTimeout, "initialTimeout");
            return set("initial_timeout_millis", request -> request.initialTimeoutMillis(millis));
        }

        /**
         * Sets the time for the whole input. Telnyx assumes 60 seconds.
         *
         * @param timeout longer than zero, rounded up to whole milliseconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            int millis = WireDurations.millis(timeout, "timeout");
            return set("timeout_millis", request -> request.timeoutMillis(millis));
        }

        /**
         * Sets an id that the webhook with the input repeats. Telnyx makes one where there is none.
         *
         * @param gatherId 1 to 40 characters
         * @return this builder
         */
        public Builder gatherId(String gatherId) {
            Objects.requireNonNull(gatherId, "gatherId");
            return set("gather_id", request -> request.gatherId(gatherId));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public GatherOptions build() {
            return new GatherOptions(this);
        }
    }
}
