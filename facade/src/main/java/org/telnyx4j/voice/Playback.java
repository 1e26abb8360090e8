package org.telnyx4j.voice;

import java.util.Base64;
import java.util.Objects;
import org.telnyx4j.generated.model.StartPlaybackRequest;

/**
 * Audio to be played to a call. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class Playback extends CallCommandOptions<StartPlaybackRequest> {
    private Playback(Builder builder) {
        super(builder);
    }

    /**
     * Starts playing a file that Telnyx fetches.
     *
     * @param audioUrl an http or https URL of a WAV or MP3 file
     * @return a new builder
     */
    public static Builder url(String audioUrl) {
        Objects.requireNonNull(audioUrl, "audioUrl");
        return new Builder().set("audio_url", request -> request.audioUrl(audioUrl));
    }

    /**
     * Starts playing a file in the account's media storage.
     *
     * @param mediaName the file's name there
     * @return a new builder
     */
    public static Builder mediaName(String mediaName) {
        Objects.requireNonNull(mediaName, "mediaName");
        return new Builder().set("media_name", request -> request.mediaName(mediaName));
    }

    /**
     * Starts playing audio that goes with the request.
     *
     * @param audio the bytes of a WAV or MP3 file; copied
     * @return a new builder
     */
    public static Builder content(byte[] audio) {
        String encoded = Base64.getEncoder().encodeToString(Objects.requireNonNull(audio, "audio"));
        return new Builder().set("playback_content", request -> request.playbackContent(encoded));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends CallCommandOptions.Builder<StartPlaybackRequest, Builder> {
        private Builder() {
            super(StartPlaybackRequest::new, StartPlaybackRequest::commandId, StartPlaybackRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the format of the file. Telnyx assumes MP3.
         *
         * @param audioType the format
         * @return this builder
         */
        public Builder audioType(StartPlaybackRequest.AudioTypeEnum audioType) {
            Objects.requireNonNull(audioType, "audioType");
            return set("audio_type", request -> request.audioType(audioType));
        }

        /**
         * Sets how many times it is played. Telnyx assumes once.
         *
         * @param times 1 to 100
         * @return this builder
         */
        public Builder repeat(int times) {
            return set("loop", request -> request.loop(times));
        }

        /**
         * Makes Telnyx go on until it is stopped.
         *
         * @return this builder
         */
        public Builder repeatForever() {
            return set("loop", request -> request.loop("infinity"));
        }

        /**
         * Sets whether it is mixed over what is playing already, instead of following it. Telnyx assumes no.
         *
         * @param overlay the choice
         * @return this builder
         */
        public Builder overlay(boolean overlay) {
            return set("overlay", request -> request.overlay(overlay));
        }

        /**
         * Sets whether Telnyx keeps the file, which helps when it is played several times. Telnyx assumes yes.
         *
         * @param cacheAudio the choice
         * @return this builder
         */
        public Builder cacheAudio(boolean cacheAudio) {
            return set("cache_audio", request -> request.cacheAudio(cacheAudio));
        }

        /**
         * Sets which legs hear it. Telnyx assumes {@code self}.
         *
         * @param targetLegs {@code self}, {@code opposite} or {@code both}
         * @return this builder
         */
        public Builder targetLegs(String targetLegs) {
            Objects.requireNonNull(targetLegs, "targetLegs");
            return set("target_legs", request -> request.targetLegs(targetLegs));
        }

        /**
         * Skips what is playing first.
         *
         * @return this builder
         */
        public Builder skipCurrent() {
            return set("stop", request -> request.stop("current"));
        }

        /**
         * Silences what is playing and all that waits first.
         *
         * @return this builder
         */
        public Builder skipAll() {
            return set("stop", request -> request.stop("all"));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public Playback build() {
            return new Playback(this);
        }
    }
}
