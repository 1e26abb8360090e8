package org.telnyx4j.voice;

import org.telnyx4j.generated.model.ReferCallRequest;

/**
 * How the far end is sent elsewhere. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class ReferOptions extends CallCommandOptions<ReferCallRequest> {
    private ReferOptions(Builder builder) {
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
    public static final class Builder extends SipPeerBuilder<ReferCallRequest, Builder> {
        private Builder() {
            super(
                    ReferCallRequest::new,
                    ReferCallRequest::commandId,
                    ReferCallRequest::clientState,
                    new Peer<>(
                            new Headers<>(ReferCallRequest::getCustomHeaders, ReferCallRequest::customHeaders),
                            ReferCallRequest::sipHeaders,
                            ReferCallRequest::sipAuthUsername,
                            ReferCallRequest::sipAuthPassword));
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
        public ReferOptions build() {
            return new ReferOptions(this);
        }
    }
}
