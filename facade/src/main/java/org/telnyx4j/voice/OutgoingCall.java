package org.telnyx4j.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telnyx4j.generated.model.DialRequest;

/**
 * A call to be placed. Immutable; see {@link CallCommandOptions} for what all options share.
 *
 * <pre>{@code
 * OutgoingCall.to("+14165550123").connectionId(application).from("+14165550199").build()
 * }</pre>
 */
public final class OutgoingCall extends CallCommandOptions<DialRequest> {
    private OutgoingCall(Builder builder) {
        super(builder);
    }

    /**
     * Starts a call.
     *
     * @param destination a number in E.164 form or a SIP or SIPS URI; a single one may be followed by a comma and
     *     digits, which are played after the answer
     * @param more further destinations, which Telnyx takes as a list; digits to play are not possible then
     * @return a new builder
     */
    public static Builder to(String destination, String... more) {
        List<String> destinations = new ArrayList<>();
        destinations.add(Objects.requireNonNull(destination, "destination"));
        for (String further : more) {
            destinations.add(Objects.requireNonNull(further, "destination"));
        }
        List<String> fixed = List.copyOf(destinations);
        return new Builder().set("to", request -> request.to(fixed.size() == 1 ? fixed.get(0) : fixed));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends NewLegBuilder<DialRequest, Builder> {
        private Builder() {
            super(
                    DialRequest::new,
                    DialRequest::commandId,
                    DialRequest::clientState,
                    new Leg<>(
                            new Peer<>(
                                    new Headers<>(DialRequest::getCustomHeaders, DialRequest::customHeaders),
                                    DialRequest::sipHeaders,
                                    DialRequest::sipAuthUsername,
                                    DialRequest::sipAuthPassword),
                            DialRequest::fromDisplayName,
                            DialRequest::timeoutSecs,
                            DialRequest::timeLimitSecs,
                            DialRequest::sendDigitsOnAnswer,
                            DialRequest::webhookUrl));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the Call Control application that places the call; its webhook address gets the events. Where it is not
         * set, the tenant's or the client's default is used; without either, the call is refused before anything is
         * sent.
         *
         * @param connectionId its id
         * @return this builder
         */
        public Builder connectionId(String connectionId) {
            Objects.requireNonNull(connectionId, "connectionId");
            return set("connection_id", request -> request.connectionId(connectionId));
        }

        /**
         * Sets the caller id. Where it is not set, the tenant's or the client's default sender is used if it is a
         * phone number in E.164 form; a short code or an alphanumeric sender cannot call, and the call is refused
         * before anything is sent.
         *
         * @param from a number in E.164 form
         * @return this builder
         */
        public Builder from(String from) {
            Objects.requireNonNull(from, "from");
            return set("from", request -> request.from(from));
        }

        /**
         * Sets whether, and how, to find out if a person or a machine picked up. The finding comes in a webhook.
         *
         * @param answeringMachineDetection the way to find out
         * @return this builder
         */
        public Builder answeringMachineDetection(DialRequest.AnsweringMachineDetectionEnum answeringMachineDetection) {
            Objects.requireNonNull(answeringMachineDetection, "answeringMachineDetection");
            return set(
                    "answering_machine_detection",
                    request -> request.answeringMachineDetection(answeringMachineDetection));
        }

        /**
         * Sets another call whose session the new leg joins.
         *
         * @param linkTo the id of that leg
         * @return this builder
         */
        public Builder linkTo(CallControlId linkTo) {
            Objects.requireNonNull(linkTo, "linkTo");
            return set("link_to", request -> request.linkTo(linkTo.value()));
        }

        /**
         * Sets whether the new leg is bridged with the linked call as soon as it is answered. Telnyx assumes no.
         *
         * @param bridgeOnAnswer the choice
         * @return this builder
         */
        public Builder bridgeOnAnswer(boolean bridgeOnAnswer) {
            return set("bridge_on_answer", request -> request.bridgeOnAnswer(bridgeOnAnswer));
        }

        /**
         * Sets whether the new leg is meant to be bridged with the linked call, whose own number is then shown. Telnyx
         * assumes no.
         *
         * @param bridgeIntent the choice
         * @return this builder
         */
        public Builder bridgeIntent(boolean bridgeIntent) {
            return set("bridge_intent", request -> request.bridgeIntent(bridgeIntent));
        }

        /**
         * Sets what the callee hears on picking up.
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
            return set("record", request -> request.record(DialRequest.RecordEnum.RECORD_FROM_ANSWER));
        }

        /**
         * Sets the codecs to offer.
         *
         * @param preferredCodecs their names, most wanted first, separated by commas
         * @return this builder
         */
        public Builder preferredCodecs(String preferredCodecs) {
            Objects.requireNonNull(preferredCodecs, "preferredCodecs");
            return set("preferred_codecs", request -> request.preferredCodecs(preferredCodecs));
        }

        /**
         * Sets the billing group that the call is charged to.
         *
         * @param billingGroupId its id
         * @return this builder
         */
        public Builder billingGroupId(String billingGroupId) {
            Objects.requireNonNull(billingGroupId, "billingGroupId");
            return set("billing_group_id", request -> request.billingGroupId(billingGroupId));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public OutgoingCall build() {
            return new OutgoingCall(this);
        }
    }
}
