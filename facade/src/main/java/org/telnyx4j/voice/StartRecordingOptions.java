package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * How a call is recorded: as MP3 with the parties on channels of their own, unless set otherwise. Immutable; see
 * {@link CallCommandOptions} for what all options share.
 */
public final class StartRecordingOptions extends CallCommandOptions<StartRecordingRequest> {
    private StartRecordingOptions(Builder builder) {
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
    public static final class Builder extends CallCommandOptions.Builder<StartRecordingRequest, Builder> {
        private Builder() {
            super(
                    () -> new StartRecordingRequest()
                            .channels(StartRecordingRequest.ChannelsEnum.DUAL)
                            .format(StartRecordingRequest.FormatEnum.MP3),
                    StartRecordingRequest::commandId,
                    StartRecordingRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the format of the file.
         *
         * @param format the format
         * @return this builder
         */
        public Builder format(StartRecordingRequest.FormatEnum format) {
            Objects.requireNonNull(format, "format");
            return set("format", request -> request.format(format));
        }

        /**
         * Sets whether all voices share a channel.
         *
         * @param channels the channels
         * @return this builder
         */
        public Builder channels(StartRecordingRequest.ChannelsEnum channels) {
            Objects.requireNonNull(channels, "channels");
            return set("channels", request -> request.channels(channels));
        }

        /**
         * Sets which direction is recorded. Telnyx assumes both.
         *
         * @param recordingTrack the direction
         * @return this builder
         */
        public Builder recordingTrack(StartRecordingRequest.RecordingTrackEnum recordingTrack) {
            Objects.requireNonNull(recordingTrack, "recordingTrack");
            return set("recording_track", request -> request.recordingTrack(recordingTrack));
        }

        /**
         * Sets whether the parties hear a beep when the recording begins.
         *
         * @param playBeep the choice
         * @return this builder
         */
        public Builder playBeep(boolean playBeep) {
            return set("play_beep", request -> request.playBeep(playBeep));
        }

        /**
         * Sets the longest duration. Telnyx assumes no limit.
         *
         * @param maxLength at most 4 hours, zero for no limit, rounded up to whole seconds
         * @return this builder
         */
        public Builder maxLength(Duration maxLength) {
            int seconds = WireDurations.seconds(maxLength, "maxLength");
            return set("max_length", request -> request.maxLength(seconds));
        }

        /**
         * Sets the silence after which the recording ends. Telnyx charges for this, and assumes never.
         *
         * @param silenceTimeout zero for never, rounded up to whole seconds
         * @return this builder
         */
        public Builder silenceTimeout(Duration silenceTimeout) {
            int seconds = WireDurations.seconds(silenceTimeout, "silenceTimeout");
            return set("timeout_secs", request -> request.timeoutSecs(seconds));
        }

        /**
         * Sets the name of the file, to which Telnyx appends a time.
         *
         * @param customFileName 1 to 40 characters
         * @return this builder
         */
        public Builder customFileName(String customFileName) {
            Objects.requireNonNull(customFileName, "customFileName");
            return set("custom_file_name", request -> request.customFileName(customFileName));
        }

        /**
         * Cuts silence off at both ends.
         *
         * @return this builder
         */
        public Builder trimSilence() {
            return set("trim", request -> request.trim(StartRecordingRequest.TrimEnum.TRIM_SILENCE));
        }

        /**
         * Sets whether the finished recording is transcribed. Telnyx assumes no.
         *
         * @param transcription the choice
         * @return this builder
         */
        public Builder transcription(boolean transcription) {
            return set("transcription", request -> request.transcription(transcription));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public StartRecordingOptions build() {
            return new StartRecordingOptions(this);
        }
    }
}
