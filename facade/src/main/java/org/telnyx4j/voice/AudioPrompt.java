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
    public static final class Builder extends CallCommandOptions.Builder<GatherUsingAudioRequest, Builder> {
        private Builder() {
            super(
                    GatherUsingAudioRequest::new,
                    GatherUsingAudioRequest::commandId,
                    GatherUsingAudioRequest::clientState);
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
         * Sets the fewest digits that make the input valid. Telnyx assumes 1.
         *
         * @param minimumDigits 1 to 128
         * @return this builder
         */
        public Builder minimumDigits(int minimumDigits) {
            return set("minimum_digits", request -> request.minimumDigits(minimumDigits));
        }

        /**
         * Sets the most digits; the input ends when they are reached. Telnyx assumes 128.
         *
         * @param maximumDigits 1 to 128
         * @return this builder
         */
        public Builder maximumDigits(int maximumDigits) {
            return set("maximum_digits", request -> request.maximumDigits(maximumDigits));
        }

        /**
         * Sets the key that ends the input before the most digits are reached. Telnyx assumes {@code #}.
         *
         * @param terminatingDigit one key
         * @return this builder
         */
        public Builder terminatingDigit(String terminatingDigit) {
            Objects.requireNonNull(terminatingDigit, "terminatingDigit");
            return set("terminating_digit", request -> request.terminatingDigit(terminatingDigit));
        }

        /**
         * Sets the keys that are accepted. Telnyx assumes {@code 0123456789#*}.
         *
         * @param validDigits the keys, written one after the other
         * @return this builder
         */
        public Builder validDigits(String validDigits) {
            Objects.requireNonNull(validDigits, "validDigits");
            return set("valid_digits", request -> request.validDigits(validDigits));
        }

        /**
         * Sets the longest wait from one key to the next. Telnyx assumes 5 seconds.
         *
         * @param interDigitTimeout longer than zero, rounded up to whole milliseconds
         * @return this builder
         */
        public Builder interDigitTimeout(Duration interDigitTimeout) {
            int millis = WireDurations.millis(interDigitTimeout, "interDigitTimeout");
            return set("inter_digit_timeout_millis", request -> request.interDigitTimeoutMillis(millis));
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
