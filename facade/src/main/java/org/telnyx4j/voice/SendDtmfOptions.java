package org.telnyx4j.voice;

import java.time.Duration;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * How tones are sent. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class SendDtmfOptions extends CallCommandOptions<SendDtmfRequest> {
    private SendDtmfOptions(Builder builder) {
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
    public static final class Builder extends CallCommandOptions.Builder<SendDtmfRequest, Builder> {
        private Builder() {
            super(SendDtmfRequest::new, SendDtmfRequest::commandId, SendDtmfRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the length of each tone. Telnyx assumes 250 ms.
         *
         * @param toneDuration 100 to 500 ms, rounded up to whole milliseconds
         * @return this builder
         */
        public Builder toneDuration(Duration toneDuration) {
            int millis = WireDurations.millis(toneDuration, "toneDuration");
            return set("duration_millis", request -> request.durationMillis(millis));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public SendDtmfOptions build() {
            return new SendDtmfOptions(this);
        }
    }
}
