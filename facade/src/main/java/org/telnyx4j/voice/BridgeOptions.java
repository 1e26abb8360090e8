package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.generated.model.BridgeCallsRequest;

/**
 * What a leg is bridged with, and how. Immutable; see {@link CallCommandOptions} for what all options share.
 */
public final class BridgeOptions extends CallCommandOptions<BridgeCallsRequest> {
    private BridgeOptions(Builder builder) {
        super(builder);
    }

    /**
     * Starts a bridge with another leg.
     *
     * @param other the other leg
     * @return a new builder
     */
    public static Builder withCall(CallControlId other) {
        Objects.requireNonNull(other, "other");
        return new Builder().set("call_control_id", request -> request.callControlId(other.value()));
    }

    /**
     * Starts a bridge with the first call of a queue. That call leaves the queue even if the bridge fails.
     *
     * @param queue the name of the queue
     * @return a new builder
     */
    public static Builder withQueue(String queue) {
        Objects.requireNonNull(queue, "queue");
        return new Builder().set("queue", request -> request.queue(queue));
    }

    /**
     * Starts a bridge with a video room.
     *
     * @param videoRoomId the id of the room
     * @return a new builder
     */
    public static Builder withVideoRoom(String videoRoomId) {
        Objects.requireNonNull(videoRoomId, "videoRoomId");
        return new Builder().set("video_room_id", request -> request.videoRoomId(videoRoomId));
    }

    /** Collects it all. Mutable, for one thread. */
    public static final class Builder extends CallCommandOptions.Builder<BridgeCallsRequest, Builder> {
        private Builder() {
            super(BridgeCallsRequest::new, BridgeCallsRequest::commandId, BridgeCallsRequest::clientState);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets whether the caller hears ringing until the other leg answers. Telnyx assumes no.
         *
         * @param playRingtone the choice
         * @return this builder
         */
        public Builder playRingtone(boolean playRingtone) {
            return set("play_ringtone", request -> request.playRingtone(playRingtone));
        }

        /**
         * Sets whether Telnyx refuses if the other leg is bridged with somebody else. Telnyx assumes no.
         *
         * @param preventDoubleBridge the choice
         * @return this builder
         */
        public Builder preventDoubleBridge(boolean preventDoubleBridge) {
            return set("prevent_double_bridge", request -> request.preventDoubleBridge(preventDoubleBridge));
        }

        /**
         * Sets whether this leg goes on hold when the bridge ends, in place of being hung up.
         *
         * @param holdAfterUnbridge the choice
         * @return this builder
         */
        public Builder holdAfterUnbridge(boolean holdAfterUnbridge) {
            return set("hold_after_unbridge", request -> request.holdAfterUnbridge(holdAfterUnbridge));
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
         * Sets which legs no longer hear key tones. Telnyx assumes none.
         *
         * @param muteDtmf the legs
         * @return this builder
         */
        public Builder muteDtmf(BridgeCallsRequest.MuteDtmfEnum muteDtmf) {
            Objects.requireNonNull(muteDtmf, "muteDtmf");
            return set("mute_dtmf", request -> request.muteDtmf(muteDtmf));
        }

        /**
         * Records the bridged call; unless a customizer says otherwise, as MP3 with each party on a channel of its
         * own.
         *
         * @return this builder
         */
        public Builder record() {
            return set("record", request -> request.record(BridgeCallsRequest.RecordEnum.RECORD_FROM_ANSWER));
        }

        /**
         * Makes it.
         *
         * @return an immutable object
         */
        public BridgeOptions build() {
            return new BridgeOptions(this);
        }
    }
}
