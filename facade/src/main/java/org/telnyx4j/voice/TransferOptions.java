package org.telnyx4j.voice;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.telnyx4j.generated.model.SipHeader;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.internal.voice.ClientState;
import org.telnyx4j.internal.voice.WireDurations;

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
    public static final class Builder extends SipHeadersBuilder<TransferCallRequest, Builder> {
        private Builder() {
            super(
                    TransferCallRequest::new,
                    TransferCallRequest::commandId,
                    TransferCallRequest::clientState,
                    new Headers<>(TransferCallRequest::getCustomHeaders, TransferCallRequest::customHeaders));
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
         * Sets the name beside the caller id.
         *
         * @param fromDisplayName at most 128 letters, digits, spaces and signs of {@code - _ ~ ! . +}
         * @return this builder
         */
        public Builder fromDisplayName(String fromDisplayName) {
            Objects.requireNonNull(fromDisplayName, "fromDisplayName");
            return set("from_display_name", request -> request.fromDisplayName(fromDisplayName));
        }

        /**
         * Sets how long the new destination may ring. Telnyx assumes 30 seconds.
         *
         * @param ringTimeout 5 seconds to 10 minutes, rounded up to whole seconds
         * @return this builder
         */
        public Builder ringTimeout(Duration ringTimeout) {
            int seconds = WireDurations.seconds(ringTimeout, "ringTimeout");
            return set("timeout_secs", request -> request.timeoutSecs(seconds));
        }

        /**
         * Sets how long the leg may last after it is answered; then Telnyx hangs up. Telnyx assumes 4 hours.
         *
         * @param timeLimit 30 seconds to 4 hours, rounded up to whole seconds
         * @return this builder
         */
        public Builder timeLimit(Duration timeLimit) {
            int seconds = WireDurations.seconds(timeLimit, "timeLimit");
            return set("time_limit_secs", request -> request.timeLimitSecs(seconds));
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
         * Sets tones that are played as soon as the destination picks up, to reach an extension for instance.
         *
         * @param sendDigitsOnAnswer 1 to 64 of 0-9, A-D, {@code *}, {@code #}, {@code w} for half a second's pause and
         *     {@code W} for a full second
         * @return this builder
         */
        public Builder sendDigitsOnAnswer(String sendDigitsOnAnswer) {
            Objects.requireNonNull(sendDigitsOnAnswer, "sendDigitsOnAnswer");
            return set("send_digits_on_answer", request -> request.sendDigitsOnAnswer(sendDigitsOnAnswer));
        }

        /**
         * Sets the user name for a destination that asks for SIP authentication.
         *
         * @param sipAuthUsername the user name
         * @return this builder
         */
        public Builder sipAuthUsername(String sipAuthUsername) {
            Objects.requireNonNull(sipAuthUsername, "sipAuthUsername");
            return set("sip_auth_username", request -> request.sipAuthUsername(sipAuthUsername));
        }

        /**
         * Sets the password for a destination that asks for SIP authentication.
         *
         * @param sipAuthPassword the password, a secret
         * @return this builder
         */
        public Builder sipAuthPassword(String sipAuthPassword) {
            Objects.requireNonNull(sipAuthPassword, "sipAuthPassword");
            return set("sip_auth_password", request -> request.sipAuthPassword(sipAuthPassword));
        }

        /**
         * Sets the standard SIP header {@code User-to-User}.
         *
         * @param userToUser what it says, without line breaks
         * @return this builder
         */
        public Builder userToUserHeader(String userToUser) {
            Objects.requireNonNull(userToUser, "userToUser");
            return set(
                    "sip_headers",
                    request -> request.sipHeaders(List.of(new SipHeader()
                            .name(SipHeader.NameEnum.USER_TO_USER)
                            .value(userToUser))));
        }

        /**
         * Sets where the events of this call go, in place of the Call Control application's own address. The defaults
         * of tenant and client are for messages and are not used.
         *
         * @param webhookUrl an http or https URL
         * @return this builder
         */
        public Builder webhookUrl(String webhookUrl) {
            Objects.requireNonNull(webhookUrl, "webhookUrl");
            return set("webhook_url", request -> request.webhookUrl(webhookUrl));
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
