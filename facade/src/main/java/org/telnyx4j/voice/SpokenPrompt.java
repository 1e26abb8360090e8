package org.telnyx4j.voice;

import java.time.Duration;
import java.util.Objects;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.VoiceSettings;
import org.telnyx4j.internal.voice.WireDurations;

/**
 * A spoken prompt, and which keys are collected after it. Immutable; see {@link CallCommandOptions} for what all
 * options share.
 *
 * <pre>{@code
 * SpokenPrompt.text("Your PIN, please.").voice("AWS.Polly.Joanna-Neural").maximumDigits(4).build()
 * }</pre>
 */
public final class SpokenPrompt extends CallCommandOptions<GatherUsingSpeakRequest> {
    private SpokenPrompt(Builder builder) {
        super(builder);
    }

    /**
     * Starts a prompt of plain text.
     *
     * @param text 1 to 3,000 characters
     * @return a new builder
     */
    public static Builder text(String text) {
        Objects.requireNonNull(text, "text");
        return new Builder().set("payload", request -> request.payload(text));
    }

    /**
     * Starts a prompt of SSML (Speech Synthesis Markup Language).
     *
     * @param ssml 1 to 3,000 characters with their markup
     * @return a new builder
     */
    public static Builder ssml(String ssml) {
        Objects.requireNonNull(ssml, "ssml");
        return new Builder()
                .set(
                        "payload",
                        request -> request.payload(ssml).payloadType(GatherUsingSpeakRequest.PayloadTypeEnum.SSML));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends KeyInputBuilder<GatherUsingSpeakRequest, Builder> {
        private Builder() {
            super(
                    GatherUsingSpeakRequest::new,
                    GatherUsingSpeakRequest::commandId,
                    GatherUsingSpeakRequest::clientState,
                    new Keys<>(
                            GatherUsingSpeakRequest::minimumDigits,
                            GatherUsingSpeakRequest::maximumDigits,
                            GatherUsingSpeakRequest::terminatingDigit,
                            GatherUsingSpeakRequest::validDigits,
                            GatherUsingSpeakRequest::interDigitTimeoutMillis));
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
        public Builder language(GatherUsingSpeakRequest.LanguageEnum language) {
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
        public Builder serviceLevel(GatherUsingSpeakRequest.ServiceLevelEnum serviceLevel) {
            Objects.requireNonNull(serviceLevel, "serviceLevel");
            return set("service_level", request -> request.serviceLevel(serviceLevel));
        }

        /**
         * Sets what is said after input with wrong keys or of the wrong length. It is plain text or SSML as the prompt
         * is.
         *
         * @param text 1 to 3,000 characters
         * @return this builder
         */
        public Builder afterInvalidInput(String text) {
            Objects.requireNonNull(text, "text");
            return set("invalid_payload", request -> request.invalidPayload(text));
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
        public SpokenPrompt build() {
            return new SpokenPrompt(this);
        }
    }
}
