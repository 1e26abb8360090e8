package org.telnyx4j.voice;

import org.telnyx4j.generated.model.RejectCallRequest;

/**
 * How an incoming call is rejected: as refused, unless {@link Builder#busy()} is called. Immutable; see {@link
 * CallCommandOptions} for what all options share.
 */
public final class RejectOptions extends CallCommandOptions<RejectCallRequest> {
    private RejectOptions(Builder builder) {
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
    public static final class Builder extends CallCommandOptions.Builder<RejectCallRequest, Builder> {
        private Builder() {
            super(
                    () -> new RejectCallRequest().cause(RejectCallRequest.CauseEnum.CALL_REJECTED),
                    RejectCallRequest::commandId,
                    RejectCallRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Tells the caller that the line is busy.
         *
         * @return this builder
         */
        public Builder busy() {
            return set("cause", request -> request.cause(RejectCallRequest.CauseEnum.USER_BUSY));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public RejectOptions build() {
            return new RejectOptions(this);
        }
    }
}
