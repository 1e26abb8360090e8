package org.telnyx4j.numbers;

import java.util.Map;
import java.util.Objects;

/**
 * What to change of a number's voice settings. Only what is set goes out, and the rest stays as it is. Immutable and safe
 * for use by any number of threads.
 */
public final class VoiceSettingsUpdate {
    private final Map<String, Object> fields;

    private VoiceSettingsUpdate(Builder builder) {
        this.fields = builder.fields.copy();
    }

    /**
     * Starts an update that changes nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what is set.
     *
     * @return an unmodifiable map from name on the wire to value, in the order in which they were set
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Tells which fields are set; the values can be private. */
    @Override
    public String toString() {
        return "VoiceSettingsUpdate" + fields.keySet();
    }

    /** Collects fields. Mutable, for one thread. */
    public static final class Builder {
        private final WireFields fields = new WireFields();

        private Builder() {}

        /**
         * Sets whether and where calls are forwarded.
         *
         * @param forwarding what to do
         * @return this builder
         */
        public Builder callForwarding(Forwarding forwarding) {
            Objects.requireNonNull(forwarding, "forwarding");
            fields.put("call_forwarding", forwarding.fields(), "forwarding");
            return this;
        }

        /**
         * Sets whether the number uses a tech prefix.
         *
         * @param techPrefix the choice
         * @return this builder
         */
        public Builder techPrefix(boolean techPrefix) {
            fields.put("tech_prefix_enabled", techPrefix, "techPrefix");
            return this;
        }

        /**
         * Sets what replaces the dialled number before a call is passed on.
         *
         * @param translatedNumber letters and digits, or an empty text to keep the number
         * @return this builder
         */
        public Builder translatedNumber(String translatedNumber) {
            fields.put("translated_number", translatedNumber, "translatedNumber");
            return this;
        }

        /**
         * Sets whether incoming calls show the name of the caller.
         *
         * @param callerIdName the choice
         * @return this builder
         */
        public Builder callerIdName(boolean callerIdName) {
            fields.put("caller_id_name_enabled", callerIdName, "callerIdName");
            return this;
        }

        /**
         * Sets how calls are billed.
         *
         * @param usagePaymentMethod {@code pay-per-minute} or {@code channel}
         * @return this builder
         */
        public Builder usagePaymentMethod(String usagePaymentMethod) {
            fields.put("usage_payment_method", usagePaymentMethod, "usagePaymentMethod");
            return this;
        }

        /**
         * Sets what happens to incoming calls that look like fraud. Anything but {@code disabled} costs a monthly fee.
         *
         * @param inboundCallScreening {@code disabled}, {@code reject_calls} or {@code flag_calls}
         * @return this builder
         */
        public Builder inboundCallScreening(String inboundCallScreening) {
            fields.put("inbound_call_screening", inboundCallScreening, "inboundCallScreening");
            return this;
        }

        /**
         * Sets whether the number is listed under a name (CNAM).
         *
         * @param cnamListing the choice
         * @return this builder
         */
        public Builder cnamListing(boolean cnamListing) {
            fields.putWithin("cnam_listing", "cnam_listing_enabled", cnamListing, "cnamListing");
            return this;
        }

        /**
         * Sets the name that the number is listed under (CNAM).
         *
         * @param cnamListingDetails at most 15 letters, digits and spaces
         * @return this builder
         */
        public Builder cnamListingDetails(String cnamListingDetails) {
            fields.putWithin("cnam_listing", "cnam_listing_details", cnamListingDetails, "cnamListingDetails");
            return this;
        }

        /**
         * Sets whether incoming calls are recorded.
         *
         * @param callRecording the choice
         * @return this builder
         */
        public Builder callRecording(boolean callRecording) {
            fields.putWithin("call_recording", "inbound_call_recording_enabled", callRecording, "callRecording");
            return this;
        }

        /**
         * Sets the format of recordings.
         *
         * @param callRecordingFormat {@code wav} or {@code mp3}
         * @return this builder
         */
        public Builder callRecordingFormat(String callRecordingFormat) {
            fields.putWithin(
                    "call_recording", "inbound_call_recording_format", callRecordingFormat, "callRecordingFormat");
            return this;
        }

        /**
         * Sets whether both parties are recorded on one channel or on two.
         *
         * @param callRecordingChannels {@code single} or {@code dual}
         * @return this builder
         */
        public Builder callRecordingChannels(String callRecordingChannels) {
            fields.putWithin(
                    "call_recording",
                    "inbound_call_recording_channels",
                    callRecordingChannels,
                    "callRecordingChannels");
            return this;
        }

        /**
         * Sets whether RTP may come from other addresses and ports than those that Telnyx sends to.
         *
         * @param acceptAnyRtpPackets the choice
         * @return this builder
         */
        public Builder acceptAnyRtpPackets(boolean acceptAnyRtpPackets) {
            fields.putWithin(
                    "media_features", "accept_any_rtp_packets_enabled", acceptAnyRtpPackets, "acceptAnyRtpPackets");
            return this;
        }

        /**
         * Sets whether RTP goes back to the port that the other side's packets come from.
         *
         * @param rtpAutoAdjust the choice
         * @return this builder
         */
        public Builder rtpAutoAdjust(boolean rtpAutoAdjust) {
            fields.putWithin("media_features", "rtp_auto_adjust_enabled", rtpAutoAdjust, "rtpAutoAdjust");
            return this;
        }

        /**
         * Sets whether Telnyx agrees when the other side asks for T.38 fax.
         *
         * @param t38FaxGateway the choice
         * @return this builder
         */
        public Builder t38FaxGateway(boolean t38FaxGateway) {
            fields.putWithin("media_features", "t38_fax_gateway_enabled", t38FaxGateway, "t38FaxGateway");
            return this;
        }

        /**
         * Makes the update.
         *
         * @return an immutable object
         */
        public VoiceSettingsUpdate build() {
            return new VoiceSettingsUpdate(this);
        }
    }
}
