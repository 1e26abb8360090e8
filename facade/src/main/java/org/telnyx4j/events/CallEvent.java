package org.telnyx4j.events;

import java.util.Optional;
import org.telnyx4j.generated.model.CallAnsweredPayload;
import org.telnyx4j.generated.model.CallBridgedPayload;
import org.telnyx4j.generated.model.CallCostPayload;
import org.telnyx4j.generated.model.CallDeepfakeDetectionErrorPayload;
import org.telnyx4j.generated.model.CallDeepfakeDetectionResultPayload;
import org.telnyx4j.generated.model.CallDequeuedPayload;
import org.telnyx4j.generated.model.CallDtmfReceivedPayload;
import org.telnyx4j.generated.model.CallEnqueuedPayload;
import org.telnyx4j.generated.model.CallForkStartedPayload;
import org.telnyx4j.generated.model.CallForkStoppedPayload;
import org.telnyx4j.generated.model.CallGatherEndedPayload;
import org.telnyx4j.generated.model.CallHangupPayload;
import org.telnyx4j.generated.model.CallHoldPayload;
import org.telnyx4j.generated.model.CallInitiatedPayload;
import org.telnyx4j.generated.model.CallMachineDetectionEndedPayload;
import org.telnyx4j.generated.model.CallMachineGreetingEndedPayload;
import org.telnyx4j.generated.model.CallMachinePremiumDetectionEndedPayload;
import org.telnyx4j.generated.model.CallMachinePremiumGreetingEndedPayload;
import org.telnyx4j.generated.model.CallPlaybackEndedPayload;
import org.telnyx4j.generated.model.CallPlaybackStartedPayload;
import org.telnyx4j.generated.model.CallRecordingErrorPayload;
import org.telnyx4j.generated.model.CallRecordingSavedPayload;
import org.telnyx4j.generated.model.CallRecordingTranscriptionSavedPayload;
import org.telnyx4j.generated.model.CallReferCompletedPayload;
import org.telnyx4j.generated.model.CallReferFailedPayload;
import org.telnyx4j.generated.model.CallReferStartedPayload;
import org.telnyx4j.generated.model.CallSiprecFailedPayload;
import org.telnyx4j.generated.model.CallSiprecStartedPayload;
import org.telnyx4j.generated.model.CallSiprecStoppedPayload;
import org.telnyx4j.generated.model.CallSpeakEndedPayload;
import org.telnyx4j.generated.model.CallSpeakStartedPayload;
import org.telnyx4j.generated.model.CallStreamingFailedPayload;
import org.telnyx4j.generated.model.CallStreamingStartedPayload;
import org.telnyx4j.generated.model.CallStreamingStoppedPayload;
import org.telnyx4j.generated.model.CallTranscriptionPayload;
import org.telnyx4j.generated.model.CallUnholdPayload;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.voice.CallControlId;

/**
 * Something that happened in a call: one class for each kind, with the payload of that kind. What all kinds tell can be
 * asked here.
 */
public sealed interface CallEvent extends WebhookEvent {
    /**
     * Returns the key with which commands act on the leg.
     *
     * @return the id, or empty where the event has none that could be sent back, as {@link RecordingSaved}
     */
    Optional<CallControlId> callControlId();

    /**
     * Returns the id of the leg, which stays the same in all its events.
     *
     * @return the id, or empty where the event does not say it
     */
    Optional<String> callLegId();

    /**
     * Returns the id that the legs of one call share.
     *
     * @return the id, or empty where the event does not say it
     */
    Optional<String> callSessionId();

    /**
     * Returns the text that the application gave with an earlier command on this leg, such as the key of a record of
     * its own. Events carry no command id: this is what tells them which command they belong to.
     *
     * @return the text itself, not its Base64 form; empty where there is none, or it was not UTF-8
     */
    Optional<String> clientState();

    /** {@code call.answered}: the call was answered: by the answer command, or by the callee of an outgoing call. */
    final class Answered extends TypedCallEvent<CallAnsweredPayload> implements CallEvent {
        Answered(EventBody body) {
            super(body, CallAnsweredPayload.class);
        }
    }

    /** {@code call.bridged}: the call was connected with another one. Comes for each of the two legs. */
    final class Bridged extends TypedCallEvent<CallBridgedPayload> implements CallEvent {
        Bridged(EventBody body) {
            super(body, CallBridgedPayload.class);
        }
    }

    /** {@code call.cost}: the price of the call is known; it comes after the end of the call. */
    final class Cost extends TypedCallEvent<CallCostPayload> implements CallEvent {
        Cost(EventBody body) {
            super(body, CallCostPayload.class);
        }
    }

    /** {@code call.deepfake_detection.error}: deepfake detection came to no result. */
    final class DeepfakeDetectionError extends TypedCallEvent<CallDeepfakeDetectionErrorPayload> implements CallEvent {
        DeepfakeDetectionError(EventBody body) {
            super(body, CallDeepfakeDetectionErrorPayload.class);
        }
    }

    /** {@code call.deepfake_detection.result}: deepfake detection came to a result. */
    final class DeepfakeDetectionResult extends TypedCallEvent<CallDeepfakeDetectionResultPayload>
            implements CallEvent {
        DeepfakeDetectionResult(EventBody body) {
            super(body, CallDeepfakeDetectionResultPayload.class);
        }
    }

    /** {@code call.dequeued}: the call has left its queue, for whatever reason. */
    final class Dequeued extends TypedCallEvent<CallDequeuedPayload> implements CallEvent {
        Dequeued(EventBody body) {
            super(body, CallDequeuedPayload.class);
        }
    }

    /** {@code call.dtmf.received}: one key was pressed. */
    final class DtmfReceived extends TypedCallEvent<CallDtmfReceivedPayload> implements CallEvent {
        DtmfReceived(EventBody body) {
            super(body, CallDtmfReceivedPayload.class);
        }
    }

    /** {@code call.enqueued}: the call was put into a queue. */
    final class Enqueued extends TypedCallEvent<CallEnqueuedPayload> implements CallEvent {
        Enqueued(EventBody body) {
            super(body, CallEnqueuedPayload.class);
        }
    }

    /** {@code call.fork.started}: copying of the audio has begun. */
    final class ForkStarted extends TypedCallEvent<CallForkStartedPayload> implements CallEvent {
        ForkStarted(EventBody body) {
            super(body, CallForkStartedPayload.class);
        }
    }

    /** {@code call.fork.stopped}: copying of the audio has ended. */
    final class ForkStopped extends TypedCallEvent<CallForkStoppedPayload> implements CallEvent {
        ForkStopped(EventBody body) {
            super(body, CallForkStoppedPayload.class);
        }
    }

    /** {@code call.gather.ended}: a gather command is done; the payload has all its digits. */
    final class GatherEnded extends TypedCallEvent<CallGatherEndedPayload> implements CallEvent {
        GatherEnded(EventBody body) {
            super(body, CallGatherEndedPayload.class);
        }
    }

    /** {@code call.hangup}: the leg is over; the payload has the cause. Recordings and the cost may come later. */
    final class Hangup extends TypedCallEvent<CallHangupPayload> implements CallEvent {
        Hangup(EventBody body) {
            super(body, CallHangupPayload.class);
        }
    }

    /** {@code call.hold}: a party has put the leg on hold. */
    final class Hold extends TypedCallEvent<CallHoldPayload> implements CallEvent {
        Hold(EventBody body) {
            super(body, CallHoldPayload.class);
        }
    }

    /** {@code call.initiated}: a leg has begun. An incoming one now waits for the command to answer or reject it. */
    final class Initiated extends TypedCallEvent<CallInitiatedPayload> implements CallEvent {
        Initiated(EventBody body) {
            super(body, CallInitiatedPayload.class);
        }
    }

    /** {@code call.machine.detection.ended}: ordinary detection of answering machines came to a result. */
    final class MachineDetectionEnded extends TypedCallEvent<CallMachineDetectionEndedPayload> implements CallEvent {
        MachineDetectionEnded(EventBody body) {
            super(body, CallMachineDetectionEndedPayload.class);
        }
    }

    /** {@code call.machine.greeting.ended}: the greeting of an answering machine is over: now a message can be left. */
    final class MachineGreetingEnded extends TypedCallEvent<CallMachineGreetingEndedPayload> implements CallEvent {
        MachineGreetingEnded(EventBody body) {
            super(body, CallMachineGreetingEndedPayload.class);
        }
    }

    /** {@code call.machine.premium.detection.ended}: premium detection of answering machines came to a result. */
    final class MachinePremiumDetectionEnded extends TypedCallEvent<CallMachinePremiumDetectionEndedPayload>
            implements CallEvent {
        MachinePremiumDetectionEnded(EventBody body) {
            super(body, CallMachinePremiumDetectionEndedPayload.class);
        }
    }

    /** {@code call.machine.premium.greeting.ended}: premium detection has heard the beep: now a message can be left. */
    final class MachinePremiumGreetingEnded extends TypedCallEvent<CallMachinePremiumGreetingEndedPayload>
            implements CallEvent {
        MachinePremiumGreetingEnded(EventBody body) {
            super(body, CallMachinePremiumGreetingEndedPayload.class);
        }
    }

    /** {@code call.playback.ended}: a file has stopped playing, at its end or before. */
    final class PlaybackEnded extends TypedCallEvent<CallPlaybackEndedPayload> implements CallEvent {
        PlaybackEnded(EventBody body) {
            super(body, CallPlaybackEndedPayload.class);
        }
    }

    /** {@code call.playback.started}: a file has begun to play. */
    final class PlaybackStarted extends TypedCallEvent<CallPlaybackStartedPayload> implements CallEvent {
        PlaybackStarted(EventBody body) {
            super(body, CallPlaybackStartedPayload.class);
        }
    }

    /** {@code call.recording.error}: Telnyx could not record, or not store the recording. */
    final class RecordingError extends TypedCallEvent<CallRecordingErrorPayload> implements CallEvent {
        RecordingError(EventBody body) {
            super(body, CallRecordingErrorPayload.class);
        }
    }

    /** {@code call.recording.saved}: a recording can be fetched, by its ordinary links for ten minutes. It has no call control id. */
    final class RecordingSaved extends TypedCallEvent<CallRecordingSavedPayload> implements CallEvent {
        RecordingSaved(EventBody body) {
            super(body, CallRecordingSavedPayload.class);
        }
    }

    /** {@code call.recording.transcription.saved}: the transcript of a recording is ready. */
    final class RecordingTranscriptionSaved extends TypedCallEvent<CallRecordingTranscriptionSavedPayload>
            implements CallEvent {
        RecordingTranscriptionSaved(EventBody body) {
            super(body, CallRecordingTranscriptionSavedPayload.class);
        }
    }

    /** {@code call.refer.completed}: the far end has reached the address that it was referred to. */
    final class ReferCompleted extends TypedCallEvent<CallReferCompletedPayload> implements CallEvent {
        ReferCompleted(EventBody body) {
            super(body, CallReferCompletedPayload.class);
        }
    }

    /** {@code call.refer.failed}: the far end did not follow a referral; the call goes on. */
    final class ReferFailed extends TypedCallEvent<CallReferFailedPayload> implements CallEvent {
        ReferFailed(EventBody body) {
            super(body, CallReferFailedPayload.class);
        }
    }

    /** {@code call.refer.started}: the far end has taken a referral. */
    final class ReferStarted extends TypedCallEvent<CallReferStartedPayload> implements CallEvent {
        ReferStarted(EventBody body) {
            super(body, CallReferStartedPayload.class);
        }
    }

    /** {@code siprec.failed}: a SIPREC session could not be set up, or broke off. */
    final class SiprecFailed extends TypedCallEvent<CallSiprecFailedPayload> implements CallEvent {
        SiprecFailed(EventBody body) {
            super(body, CallSiprecFailedPayload.class);
        }
    }

    /** {@code siprec.started}: a SIPREC session has begun. */
    final class SiprecStarted extends TypedCallEvent<CallSiprecStartedPayload> implements CallEvent {
        SiprecStarted(EventBody body) {
            super(body, CallSiprecStartedPayload.class);
        }
    }

    /** {@code siprec.stopped}: a SIPREC session has ended. */
    final class SiprecStopped extends TypedCallEvent<CallSiprecStoppedPayload> implements CallEvent {
        SiprecStopped(EventBody body) {
            super(body, CallSiprecStoppedPayload.class);
        }
    }

    /** {@code call.speak.ended}: a text was spoken, to its end or not. */
    final class SpeakEnded extends TypedCallEvent<CallSpeakEndedPayload> implements CallEvent {
        SpeakEnded(EventBody body) {
            super(body, CallSpeakEndedPayload.class);
        }
    }

    /** {@code call.speak.started}: a text is being spoken. */
    final class SpeakStarted extends TypedCallEvent<CallSpeakStartedPayload> implements CallEvent {
        SpeakStarted(EventBody body) {
            super(body, CallSpeakStartedPayload.class);
        }
    }

    /** {@code streaming.failed}: the WebSocket of a media stream could not be opened, or broke off. */
    final class StreamingFailed extends TypedCallEvent<CallStreamingFailedPayload> implements CallEvent {
        StreamingFailed(EventBody body) {
            super(body, CallStreamingFailedPayload.class);
        }
    }

    /** {@code streaming.started}: a media stream has begun. */
    final class StreamingStarted extends TypedCallEvent<CallStreamingStartedPayload> implements CallEvent {
        StreamingStarted(EventBody body) {
            super(body, CallStreamingStartedPayload.class);
        }
    }

    /** {@code streaming.stopped}: a media stream has ended. */
    final class StreamingStopped extends TypedCallEvent<CallStreamingStoppedPayload> implements CallEvent {
        StreamingStopped(EventBody body) {
            super(body, CallStreamingStoppedPayload.class);
        }
    }

    /** {@code call.transcription}: a piece of the live transcript; many of them come in a call. */
    final class Transcription extends TypedCallEvent<CallTranscriptionPayload> implements CallEvent {
        Transcription(EventBody body) {
            super(body, CallTranscriptionPayload.class);
        }
    }

    /** {@code call.unhold}: the party that had put the leg on hold has resumed it. */
    final class Unhold extends TypedCallEvent<CallUnholdPayload> implements CallEvent {
        Unhold(EventBody body) {
            super(body, CallUnholdPayload.class);
        }
    }
}
