package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.VoiceSettings;

/**
 * What is said to the parties of a call, and by which voice. Immutable; see {@link CallCommandOptions} for what all
 * options share.
 *
 * <pre>{@code
 * Speech.text("Please hold the line.").voice("AWS.Polly.Joanna-Neural").build()
 * }</pre>
 */
public final class Speech extends CallCommandOptions<SpeakRequest> {
    private Speech(Builder builder) {
        super(builder);
    }

    /**
     * Starts a speech of plain text.
     *
     * @param text 1 to 3,000 characters
     * @return a new builder
     */
    public static Builder text(String text) {
        Objects.requireNonNull(text, "text");
        return new Builder().set("payload", request -> request.payload(text));
    }

    /**
     * Starts a speech of SSML (Speech Synthesis Markup Language).
     *
     * @param ssml 1 to 3,000 characters with their markup
     * @return a new builder
     */
    public static Builder ssml(String ssml) {
        Objects.requireNonNull(ssml, "ssml");
        return new Builder()
                .set("payload", request -> request.payload(ssml).payloadType(SpeakRequest.PayloadTypeEnum.SSML));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends CallCommandOptions.Builder<SpeakRequest, Builder> {
        private Builder() {
            super(SpeakRequest::new, SpeakRequest::commandId, SpeakRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the voice that speaks. It is required.
         *
         * @param voice provider, model and voice such as {@code AWS.Polly.Joanna-Neural}, or the provider alone for
         *     its standard voice
         * @return this builder
         */
        public Builder voice(String voice) {
            Objects.requireNonNull(voice, "voice");
            return set("voice", request -> request.voice(voice));
        }

        /**
         * Sets the language. Polly voices have one of their own, so it changes nothing for them.
         *
         * @param language the language
         * @return this builder
         */
        public Builder language(SpeakRequest.LanguageEnum language) {
            Objects.requireNonNull(language, "language");
            return set("language", request -> request.language(language));
        }

        /**
         * Sets the voice's own settings, in the form that its provider takes.
         *
         * @param voiceSettings the settings; kept, not copied
         * @return this builder
         */
        public Builder voiceSettings(VoiceSettings voiceSettings) {
            Objects.requireNonNull(voiceSettings, "voiceSettings");
            return set("voice_settings", request -> request.voiceSettings(voiceSettings));
        }

        /**
         * Sets the quality; the basic level knows US English and plain text only. Telnyx assumes premium.
         *
         * @param serviceLevel the level
         * @return this builder
         */
        public Builder serviceLevel(SpeakRequest.ServiceLevelEnum serviceLevel) {
            Objects.requireNonNull(serviceLevel, "serviceLevel");
            return set("service_level", request -> request.serviceLevel(serviceLevel));
        }

        /**
         * Sets how many times it is spoken. Telnyx assumes once.
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
         * Sets which legs hear it. Telnyx assumes this one.
         *
         * @param targetLegs the legs
         * @return this builder
         */
        public Builder targetLegs(SpeakRequest.TargetLegsEnum targetLegs) {
            Objects.requireNonNull(targetLegs, "targetLegs");
            return set("target_legs", request -> request.targetLegs(targetLegs));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public Speech build() {
            return new Speech(this);
        }
    }
}
