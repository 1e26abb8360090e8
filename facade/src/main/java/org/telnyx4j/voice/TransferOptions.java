package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.internal.voice.ClientState;

/**
 * How a call is transferred. Immutable; see {@link CallCommandOptions} for what all options share.
 *
 * <pre>{@code
 * TransferOptions.builder().clientState("ticket 4711").customHeader("X-Account", "17").build()
 * }</pre>
 */
public final class TransferOptions extends CallCommandOptions<TransferCallRequest> {
    private TransferOptions(Builder builder) {
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
    public static final class Builder extends NewLegBuilder<TransferCallRequest, Builder> {
        private Builder() {
            super(
                    TransferCallRequest::new,
                    TransferCallRequest::commandId,
                    TransferCallRequest::clientState,
                    new Leg<>(
                            new Peer<>(
                                    new Headers<>(
                                            TransferCallRequest::getCustomHeaders, TransferCallRequest::customHeaders),
                                    TransferCallRequest::sipHeaders,
                                    TransferCallRequest::sipAuthUsername,
                                    TransferCallRequest::sipAuthPassword),
                            TransferCallRequest::fromDisplayName,
                            TransferCallRequest::timeoutSecs,
                            TransferCallRequest::timeLimitSecs,
                            TransferCallRequest::sendDigitsOnAnswer,
                            TransferCallRequest::webhookUrl));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the caller id that the new destination sees. Telnyx assumes the number that the original call was made
         * to; the default senders of tenant and client are not used.
         *
         * @param from a number in E.164 form
         * @return this builder
         */
        public Builder from(String from) {
            Objects.requireNonNull(from, "from");
            return set("from", request -> request.from(from));
        }

        /**
         * Sets the state that webhooks about the new leg carry; the original leg keeps its own.
         *
         * @param targetLegClientState any text; it is sent as Base64 of its UTF-8 bytes
         * @return this builder
         */
        public Builder targetLegClientState(String targetLegClientState) {
            String encoded = ClientState.encode(targetLegClientState);
            return set("target_leg_client_state", request -> request.targetLegClientState(encoded));
        }

        /**
         * Sets whether the caller hears audio from before the answer, such as ringback. Telnyx assumes yes.
         *
         * @param earlyMedia the choice
         * @return this builder
         */
        public Builder earlyMedia(boolean earlyMedia) {
            return set("early_media", request -> request.earlyMedia(earlyMedia));
        }

        /**
         * Sets whether, and how, to find out if a person or a machine picked up. The finding comes in a webhook.
         *
         * @param answeringMachineDetection the way to find out
         * @return this builder
         */
        public Builder answeringMachineDetection(
                TransferCallRequest.AnsweringMachineDetectionEnum answeringMachineDetection) {
            Objects.requireNonNull(answeringMachineDetection, "answeringMachineDetection");
            return set(
                    "answering_machine_detection",
                    request -> request.answeringMachineDetection(answeringMachineDetection));
        }

        /**
         * Sets what the new destination hears on picking up.
         *
         * @param audioUrl an http or https URL of a WAV or MP3 file
         * @return this builder
         */
        public Builder audioUrl(String audioUrl) {
            Objects.requireNonNull(audioUrl, "audioUrl");
            return set("audio_url", request -> request.audioUrl(audioUrl));
        }

        /**
         * Records the call from the moment it is answered; unless a customizer says otherwise, as MP3 with each party
         * on a channel of its own.
         *
         * @return this builder
         */
        public Builder recordFromAnswer() {
            return set("record", request -> request.record(TransferCallRequest.RecordEnum.RECORD_FROM_ANSWER));
        }

        /**
         * Sets the codecs of the new leg.
         *
         * @param preferredCodecs their names, most wanted first, separated by commas
         * @return this builder
         */
        public Builder preferredCodecs(String preferredCodecs) {
            Objects.requireNonNull(preferredCodecs, "preferredCodecs");
            return set("preferred_codecs", request -> request.preferredCodecs(preferredCodecs));
        }

        /**
         * Parks this leg when its bridge ends; otherwise it is hung up.
         *
         * @return this builder
         */
        public Builder parkAfterUnbridge() {
            return set("park_after_unbridge", request -> request.parkAfterUnbridge("self"));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public TransferOptions build() {
            return new TransferOptions(this);
        }
    }
}
