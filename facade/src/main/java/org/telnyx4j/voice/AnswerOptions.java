package org.telnyx4j.voice;

import java.util.List;
import java.util.Objects;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.SipHeader;

/**
 * How an incoming call is answered. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class AnswerOptions extends CallCommandOptions<AnswerCallRequest> {
    private AnswerOptions(Builder builder) {
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
    public static final class Builder extends SipHeadersBuilder<AnswerCallRequest, Builder> {
        private Builder() {
            super(
                    AnswerCallRequest::new,
                    AnswerCallRequest::commandId,
                    AnswerCallRequest::clientState,
                    new Headers<>(AnswerCallRequest::getCustomHeaders, AnswerCallRequest::customHeaders));
        }

        @Override
        Builder self() {
            return this;
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
            return set("record", request -> request.record(AnswerCallRequest.RecordEnum.RECORD_FROM_ANSWER));
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
         * Sets whether packets of silence are sent while there is no audio. Telnyx assumes no.
         *
         * @param sendSilenceWhenIdle the choice
         * @return this builder
         */
        public Builder sendSilenceWhenIdle(boolean sendSilenceWhenIdle) {
            return set("send_silence_when_idle", request -> request.sendSilenceWhenIdle(sendSilenceWhenIdle));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public AnswerOptions build() {
            return new AnswerOptions(this);
        }
    }
}
