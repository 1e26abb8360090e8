package org.telnyx4j.voice;

import org.telnyx4j.generated.model.HangupCallRequest;

/**
 * How a call is hung up. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class HangUpOptions extends CallCommandOptions<HangupCallRequest> {
    private HangUpOptions(Builder builder) {
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
    public static final class Builder extends SipHeadersBuilder<HangupCallRequest, Builder> {
        private Builder() {
            super(
                    HangupCallRequest::new,
                    HangupCallRequest::commandId,
                    HangupCallRequest::clientState,
                    new Headers<>(HangupCallRequest::getCustomHeaders, HangupCallRequest::customHeaders));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public HangUpOptions build() {
            return new HangUpOptions(this);
        }
    }
}
