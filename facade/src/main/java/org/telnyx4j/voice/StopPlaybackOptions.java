package org.telnyx4j.voice;

import org.telnyx4j.generated.model.StopPlaybackRequest;

/**
 * What audio is stopped: all, unless {@link Builder#currentOnly()} is called. Immutable; see {@link
 * CallCommandOptions} for what all options share.
 */
public final class StopPlaybackOptions extends CallCommandOptions<StopPlaybackRequest> {
    private StopPlaybackOptions(Builder builder) {
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
    public static final class Builder extends CallCommandOptions.Builder<StopPlaybackRequest, Builder> {
        private Builder() {
            super(StopPlaybackRequest::new, StopPlaybackRequest::commandId, StopPlaybackRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Ends what is playing only, and leaves what waits.
         *
         * @return this builder
         */
        public Builder currentOnly() {
            return set("stop", request -> request.stop("current"));
        }

        /**
         * Sets whether the audio that is mixed over the rest is stopped. Telnyx assumes no.
         *
         * @param overlay the choice
         * @return this builder
         */
        public Builder overlay(boolean overlay) {
            return set("overlay", request -> request.overlay(overlay));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public StopPlaybackOptions build() {
            return new StopPlaybackOptions(this);
        }
    }
}
