package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.generated.model.PauseRecordingRequest;

/**
 * Which recording is paused. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class PauseRecordingOptions extends CallCommandOptions<PauseRecordingRequest> {
    private PauseRecordingOptions(Builder builder) {
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
    public static final class Builder extends CallCommandOptions.Builder<PauseRecordingRequest, Builder> {
        private Builder() {
            super(PauseRecordingRequest::new, PauseRecordingRequest::commandId, PauseRecordingRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the recording, for a leg that has several.
         *
         * @param recordingId its id
         * @return this builder
         */
        public Builder recordingId(String recordingId) {
            Objects.requireNonNull(recordingId, "recordingId");
            return set("recording_id", request -> request.recordingId(recordingId));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public PauseRecordingOptions build() {
            return new PauseRecordingOptions(this);
        }
    }
}
