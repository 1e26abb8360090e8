package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * An audio prompt, and which keys are collected after it. Immutable; see {@link CallCommandOptions} for what all
 * options share.
 */
public final class AudioPrompt extends CallCommandOptions<GatherUsingAudioRequest> {
    private AudioPrompt(Builder builder) {
        super(builder);
    }

    /**
     * Starts a prompt from a file that Telnyx fetches.
     *
     * @param audioUrl an http or https URL of a WAV or MP3 file
     * @return a new builder
     */
    public static Builder url(String audioUrl) {
        Objects.requireNonNull(audioUrl, "audioUrl");
        return new Builder().set("audio_url", request -> request.audioUrl(audioUrl));
    }

    /**
     * Starts a prompt from a file in the account's media storage.
     *
     * @param mediaName the file's name there
     * @return a new builder
     */
    public static Builder mediaName(String mediaName) {
        Objects.requireNonNull(mediaName, "mediaName");
        return new Builder().set("media_name", request -> request.mediaName(mediaName));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends KeyInputBuilder<GatherUsingAudioRequest, Builder> {
        private Builder() {
            super(
                    GatherUsingAudioRequest::new,
                    GatherUsingAudioRequest::commandId,
                    GatherUsingAudioRequest::clientState,
                    new Keys<>(
                            GatherUsingAudioRequest::minimumDigits,
                            GatherUsingAudioRequest::maximumDigits,
                            GatherUsingAudioRequest::terminatingDigit,
                            GatherUsingAudioRequest::validDigits,
                            GatherUsingAudioRequest::interDigitTimeoutMillis));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets what is played after input with wrong keys or of the wrong length.
         *
         * @param invalidAudioUrl an http or https URL of a WAV or MP3 file
         * @return this builder
         */
        public Builder invalidAudioUrl(String invalidAudioUrl) {
            Objects.requireNonNull(invalidAudioUrl, "invalidAudioUrl");
            return set("invalid_audio_url", request -> request.invalidAudioUrl(invalidAudioUrl));
        }

        /**
         * Sets what is played after input with wrong keys or of the wrong length.
         *
         * @param invalidMediaName name of a file in the account's media storage
         * @return this builder
         */
        public Builder invalidMediaName(String invalidMediaName) {
            Objects.requireNonNull(invalidMediaName, "invalidMediaName");
            return set("invalid_media_name", request -> request.invalidMediaName(invalidMediaName));
        }

        /**
         * Sets how often the prompt is given when nobody presses a key. Telnyx assumes 3.
         *
         * @param maximumTries 1 or more
         * @return this builder
         */
        public Builder maximumTries(int maximumTries) {
            return set("maximum_tries", request -> request.maximumTries(maximumTries));
        }

        /**
         * Sets how long to wait for a key after the prompt. Telnyx assumes 60 seconds.
         *
         * @param timeout longer than zero, rounded up to whole milliseconds
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            int millis = WireDurations.millis(timeout, "timeout");
            return set("timeout_millis", request -> request.timeoutMillis(millis));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public AudioPrompt build() {
            return new AudioPrompt(this);
        }
    }
}
