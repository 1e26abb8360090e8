package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.EnqueueCallRequest;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.LeaveQueueRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.PauseRecordingRequest;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.ResumeRecordingRequest;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.generated.model.SendSipInfoRequest;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.StartForkingRequest;
import org.telnyx4j.generated.model.StartNoiseSuppressionRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.StartSiprecRequest;
import org.telnyx4j.generated.model.StartStreamingRequest;
import org.telnyx4j.generated.model.StartTranscriptionRequest;
import org.telnyx4j.generated.model.StopForkingRequest;
import org.telnyx4j.generated.model.StopGatherRequest;
import org.telnyx4j.generated.model.StopNoiseSuppressionRequest;
import org.telnyx4j.generated.model.StopPlaybackRequest;
import org.telnyx4j.generated.model.StopRecordingRequest;
import org.telnyx4j.generated.model.StopSiprecRequest;
import org.telnyx4j.generated.model.StopStreamingRequest;
import org.telnyx4j.generated.model.StopTranscriptionRequest;
import org.telnyx4j.generated.model.SupervisorRole;
import org.telnyx4j.generated.model.SwitchSupervisorRoleRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.async.AsyncForm;

/**
 * Places calls and controls them. Safe for use by any number of threads.
 *
 * <p>A command that Telnyx has accepted is not yet carried out: webhooks report what comes of it. Each command has a
 * command id, the caller's or a fresh UUID, so that Telnyx ignores it if it arrives twice within 60 seconds.
 *
 * <p>Every method throws a {@link TelnyxValidationException} before anything is sent if a request breaks a rule, and
 * another {@link TelnyxException} if the call fails; its outcome is whether the command may have been carried out.
 * Exceptions show nothing private of a request.
 *
 * <pre>{@code
 * telnyx.calls().answer(id);
 * telnyx.calls().transfer(id, "sip:+14155551234@trunk.livekit.cloud");
 * telnyx.calls().hangUp(id);
 * }</pre>
 *
 * <p>Conferences are at {@code raw().conferences()}.
 */
@AsyncForm("calls")
public interface Calls {
    /**
     * Places a call.
     *
     * @param call whom to call, and how; the caller id and the connection id are the tenant's or the client's where
     *     they are not set, a caller id only if it is a number in E.164 form
     * @return the ids of the new leg, which is not answered yet
     * @throws TelnyxException if Telnyx refuses the call, or its outcome is unknown
     */
    default PlacedCall dial(OutgoingCall call) {
        return dial(call, RequestOptions.none());
    }

    /**
     * Places a call, with options for this request.
     *
     * @param call whom to call, and how; the caller id and the connection id are the tenant's or the client's where
     *     they are not set, a caller id only if it is a number in E.164 form
     * @param options options for this request
     * @return the ids of the new leg, which is not answered yet
     */
    PlacedCall dial(OutgoingCall call, RequestOptions options);

    /**
     * Answers an incoming call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome answer(CallControlId id) {
        return answer(id, AnswerCallRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Answers an incoming call, as a request describes it.
     *
     * @param id the leg
     * @param request how to answer
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome answer(CallControlId id, AnswerCallRequest request) {
        return answer(id, request, RequestOptions.none());
    }

    /**
     * Answers an incoming call, with options for this call.
     *
     * @param id the leg
     * @param request how to answer
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome answer(CallControlId id, AnswerCallRequest request, RequestOptions options);

    /**
     * Hangs up a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome hangUp(CallControlId id) {
        return hangUp(id, HangupCallRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Hangs up a call, as a request describes it.
     *
     * @param id the leg
     * @param request how to hang up
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome hangUp(CallControlId id, HangupCallRequest request) {
        return hangUp(id, request, RequestOptions.none());
    }

    /**
     * Hangs up a call, with options for this call.
     *
     * @param id the leg
     * @param request how to hang up
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome hangUp(CallControlId id, HangupCallRequest request, RequestOptions options);

    /**
     * Transfers a call to a new destination.
     *
     * @param id the leg
     * @param destination a number in E.164 form such as {@code +14165550123}, or a SIP or SIPS URI; a comma and digits
     *     may follow, which are played after the answer
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome transfer(CallControlId id, String destination) {
        return transfer(
                id,
                TransferCallRequest.builder()
                        .to(Objects.requireNonNull(destination, "destination"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Transfers a call to a new destination, as a request describes it.
     *
     * @param id the leg
     * @param request the destination, and how to call it
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome transfer(CallControlId id, TransferCallRequest request) {
        return transfer(id, request, RequestOptions.none());
    }

    /**
     * Transfers a call to a new destination, with options for this call.
     *
     * @param id the leg
     * @param request the destination, and how to call it
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome transfer(CallControlId id, TransferCallRequest request, RequestOptions options);

    /**
     * Sends the far end of a SIP call to another address, with a REFER.
     *
     * @param id the leg
     * @param sipUri the SIP or SIPS URI that the far end is to call
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome refer(CallControlId id, String sipUri) {
        return refer(
                id,
                ReferCallRequest.builder()
                        .sipAddress(Objects.requireNonNull(sipUri, "sipUri"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Sends the far end of a SIP call to another address, with a REFER, as a request describes it.
     *
     * @param id the leg
     * @param request where to, and with which headers
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome refer(CallControlId id, ReferCallRequest request) {
        return refer(id, request, RequestOptions.none());
    }

    /**
     * Sends the far end of a SIP call to another address, with a REFER, with options for this call.
     *
     * @param id the leg
     * @param request where to, and with which headers
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome refer(CallControlId id, ReferCallRequest request, RequestOptions options);

    /**
     * Bridges a call with another one, so that their parties hear each other.
     *
     * @param id the leg
     * @param other the other leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome bridge(CallControlId id, CallControlId other) {
        return bridge(
                id,
                BridgeCallsRequest.builder()
                        .callControlId(Objects.requireNonNull(other, "other"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Bridges a call with another one, so that their parties hear each other, as a request describes it.
     *
     * @param id the leg
     * @param request with what to bridge it, and how: another call, the first call of a queue, or a video room
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome bridge(CallControlId id, BridgeCallsRequest request) {
        return bridge(id, request, RequestOptions.none());
    }

    /**
     * Bridges a call with another one, so that their parties hear each other, with options for this call.
     *
     * @param id the leg
     * @param request with what to bridge it, and how: another call, the first call of a queue, or a video room
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome bridge(CallControlId id, BridgeCallsRequest request, RequestOptions options);

    /**
     * Rejects an incoming call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome reject(CallControlId id) {
        return reject(id, RejectCallRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Rejects an incoming call, as a request describes it.
     *
     * @param id the leg
     * @param request the cause; {@code CALL_REJECTED} where none is set
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome reject(CallControlId id, RejectCallRequest request) {
        return reject(id, request, RequestOptions.none());
    }

    /**
     * Rejects an incoming call, with options for this call.
     *
     * @param id the leg
     * @param request the cause; {@code CALL_REJECTED} where none is set
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome reject(CallControlId id, RejectCallRequest request, RequestOptions options);

    /**
     * Speaks a text to the parties of a call.
     *
     * @param id the leg
     * @param request the text, and the voice
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome speak(CallControlId id, SpeakRequest request) {
        return speak(id, request, RequestOptions.none());
    }

    /**
     * Speaks a text to the parties of a call, with options for this call.
     *
     * @param id the leg
     * @param request the text, and the voice
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome speak(CallControlId id, SpeakRequest request, RequestOptions options);

    /**
     * Collects keys that the caller presses, without a prompt.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome gather(CallControlId id) {
        return gather(id, GatherRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Collects keys that the caller presses, without a prompt, as a request describes it.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request which keys, and for how long
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome gather(CallControlId id, GatherRequest request) {
        return gather(id, request, RequestOptions.none());
    }

    /**
     * Collects keys that the caller presses, without a prompt, with options for this call.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request which keys, and for how long
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome gather(CallControlId id, GatherRequest request, RequestOptions options);

    /**
     * Speaks a prompt and collects the keys that the caller presses.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request the prompt, its voice, and which keys
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome gatherUsingSpeak(CallControlId id, GatherUsingSpeakRequest request) {
        return gatherUsingSpeak(id, request, RequestOptions.none());
    }

    /**
     * Speaks a prompt and collects the keys that the caller presses, with options for this call.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request the prompt, its voice, and which keys
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome gatherUsingSpeak(CallControlId id, GatherUsingSpeakRequest request, RequestOptions options);

    /**
     * Plays a prompt and collects the keys that the caller presses.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request the prompt, and which keys
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome gatherUsingAudio(CallControlId id, GatherUsingAudioRequest request) {
        return gatherUsingAudio(id, request, RequestOptions.none());
    }

    /**
     * Plays a prompt and collects the keys that the caller presses, with options for this call.
     *
     * <p>The webhook {@code call.gather.ended} contains them.
     *
     * @param id the leg
     * @param request the prompt, and which keys
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome gatherUsingAudio(CallControlId id, GatherUsingAudioRequest request, RequestOptions options);

    /**
     * Stops collecting keys.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopGather(CallControlId id) {
        return stopGather(id, StopGatherRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Stops collecting keys, as a request describes it.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopGather(CallControlId id, StopGatherRequest request) {
        return stopGather(id, request, RequestOptions.none());
    }

    /**
     * Stops collecting keys, with options for this call.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopGather(CallControlId id, StopGatherRequest request, RequestOptions options);

    /**
     * Plays audio to the caller.
     *
     * @param id the leg
     * @param audioUrl an http or https URL of an MP3 file, which is played once
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome play(CallControlId id, String audioUrl) {
        return play(
                id,
                StartPlaybackRequest.builder()
                        .audioUrl(Objects.requireNonNull(audioUrl, "audioUrl"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Plays audio to the caller, as a request describes it.
     *
     * @param id the leg
     * @param request what to play, how often and to whom
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome play(CallControlId id, StartPlaybackRequest request) {
        return play(id, request, RequestOptions.none());
    }

    /**
     * Plays audio to the caller, with options for this call.
     *
     * @param id the leg
     * @param request what to play, how often and to whom
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome play(CallControlId id, StartPlaybackRequest request, RequestOptions options);

    /**
     * Stops all audio that is being played or waits.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopPlayback(CallControlId id) {
        return stopPlayback(id, StopPlaybackRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Stops all audio that is being played or waits, as a request describes it.
     *
     * @param id the leg
     * @param request what to stop
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopPlayback(CallControlId id, StopPlaybackRequest request) {
        return stopPlayback(id, request, RequestOptions.none());
    }

    /**
     * Stops all audio that is being played or waits, with options for this call.
     *
     * @param id the leg
     * @param request what to stop
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopPlayback(CallControlId id, StopPlaybackRequest request, RequestOptions options);

    /**
     * Starts to record a call.
     *
     * <p>Many countries forbid this without the consent of all parties.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome startRecording(CallControlId id) {
        return startRecording(id, StartRecordingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Starts to record a call, as a request describes it.
     *
     * <p>Many countries forbid this without the consent of all parties.
     *
     * @param id the leg
     * @param request how to record; as MP3 and with each party on a channel of its own where this is not set
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startRecording(CallControlId id, StartRecordingRequest request) {
        return startRecording(id, request, RequestOptions.none());
    }

    /**
     * Starts to record a call, with options for this call.
     *
     * <p>Many countries forbid this without the consent of all parties.
     *
     * @param id the leg
     * @param request how to record; as MP3 and with each party on a channel of its own where this is not set
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startRecording(CallControlId id, StartRecordingRequest request, RequestOptions options);

    /**
     * Pauses the recording of a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome pauseRecording(CallControlId id) {
        return pauseRecording(id, PauseRecordingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Pauses the recording of a call, as a request describes it.
     *
     * @param id the leg
     * @param request which recording
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome pauseRecording(CallControlId id, PauseRecordingRequest request) {
        return pauseRecording(id, request, RequestOptions.none());
    }

    /**
     * Pauses the recording of a call, with options for this call.
     *
     * @param id the leg
     * @param request which recording
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome pauseRecording(CallControlId id, PauseRecordingRequest request, RequestOptions options);

    /**
     * Resumes a paused recording.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome resumeRecording(CallControlId id) {
        return resumeRecording(id, ResumeRecordingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Resumes a paused recording, as a request describes it.
     *
     * @param id the leg
     * @param request which recording
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome resumeRecording(CallControlId id, ResumeRecordingRequest request) {
        return resumeRecording(id, request, RequestOptions.none());
    }

    /**
     * Resumes a paused recording, with options for this call.
     *
     * @param id the leg
     * @param request which recording
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome resumeRecording(CallControlId id, ResumeRecordingRequest request, RequestOptions options);

    /**
     * Ends the recording of a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopRecording(CallControlId id) {
        return stopRecording(id, StopRecordingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the recording of a call, as a request describes it.
     *
     * @param id the leg
     * @param request which recording
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopRecording(CallControlId id, StopRecordingRequest request) {
        return stopRecording(id, request, RequestOptions.none());
    }

    /**
     * Ends the recording of a call, with options for this call.
     *
     * @param id the leg
     * @param request which recording
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopRecording(CallControlId id, StopRecordingRequest request, RequestOptions options);

    /**
     * Sends key tones to the far end.
     *
     * @param id the leg
     * @param digits one or more of 0-9, A-D, {@code *}, {@code #}, {@code w} for a pause of half a second and {@code
     *     W} for one of a second
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome sendDtmf(CallControlId id, String digits) {
        return sendDtmf(
                id,
                SendDtmfRequest.builder()
                        .digits(Objects.requireNonNull(digits, "digits"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Sends key tones to the far end, as a request describes it.
     *
     * @param id the leg
     * @param request the keys, and how long each tone lasts
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome sendDtmf(CallControlId id, SendDtmfRequest request) {
        return sendDtmf(id, request, RequestOptions.none());
    }

    /**
     * Sends key tones to the far end, with options for this call.
     *
     * @param id the leg
     * @param request the keys, and how long each tone lasts
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome sendDtmf(CallControlId id, SendDtmfRequest request, RequestOptions options);

    /**
     * Sends a SIP INFO message to the far end of a SIP call.
     *
     * @param id the leg
     * @param request the message
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome sendSipInfo(CallControlId id, SendSipInfoRequest request) {
        return sendSipInfo(id, request, RequestOptions.none());
    }

    /**
     * Sends a SIP INFO message to the far end of a SIP call, with options for this call.
     *
     * @param id the leg
     * @param request the message
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome sendSipInfo(CallControlId id, SendSipInfoRequest request, RequestOptions options);

    /**
     * Puts a call into a queue.
     *
     * @param id the leg
     * @param queueName the queue, which is created with its first call
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome enqueue(CallControlId id, String queueName) {
        return enqueue(
                id,
                EnqueueCallRequest.builder()
                        .queueName(Objects.requireNonNull(queueName, "queueName"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Puts a call into a queue, as a request describes it.
     *
     * @param id the leg
     * @param request the queue, and for how long the call may wait
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome enqueue(CallControlId id, EnqueueCallRequest request) {
        return enqueue(id, request, RequestOptions.none());
    }

    /**
     * Puts a call into a queue, with options for this call.
     *
     * @param id the leg
     * @param request the queue, and for how long the call may wait
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome enqueue(CallControlId id, EnqueueCallRequest request, RequestOptions options);

    /**
     * Takes a call out of its queue.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome leaveQueue(CallControlId id) {
        return leaveQueue(id, LeaveQueueRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Takes a call out of its queue, as a request describes it.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome leaveQueue(CallControlId id, LeaveQueueRequest request) {
        return leaveQueue(id, request, RequestOptions.none());
    }

    /**
     * Takes a call out of its queue, with options for this call.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome leaveQueue(CallControlId id, LeaveQueueRequest request, RequestOptions options);

    /**
     * Starts to stream the audio of a call to a WebSocket.
     *
     * @param id the leg
     * @param request where to, and in which form
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startStreaming(CallControlId id, StartStreamingRequest request) {
        return startStreaming(id, request, RequestOptions.none());
    }

    /**
     * Starts to stream the audio of a call to a WebSocket, with options for this call.
     *
     * @param id the leg
     * @param request where to, and in which form
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startStreaming(CallControlId id, StartStreamingRequest request, RequestOptions options);

    /**
     * Ends the streaming of a call's audio.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopStreaming(CallControlId id) {
        return stopStreaming(id, StopStreamingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the streaming of a call's audio, as a request describes it.
     *
     * @param id the leg
     * @param request which stream
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopStreaming(CallControlId id, StopStreamingRequest request) {
        return stopStreaming(id, request, RequestOptions.none());
    }

    /**
     * Ends the streaming of a call's audio, with options for this call.
     *
     * @param id the leg
     * @param request which stream
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopStreaming(CallControlId id, StopStreamingRequest request, RequestOptions options);

    /**
     * Starts to transcribe a call.
     *
     * <p>The webhooks {@code call.transcription} contain the text.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome startTranscription(CallControlId id) {
        return startTranscription(id, StartTranscriptionRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Starts to transcribe a call, as a request describes it.
     *
     * <p>The webhooks {@code call.transcription} contain the text.
     *
     * @param id the leg
     * @param request which engine, and whose speech
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startTranscription(CallControlId id, StartTranscriptionRequest request) {
        return startTranscription(id, request, RequestOptions.none());
    }

    /**
     * Starts to transcribe a call, with options for this call.
     *
     * <p>The webhooks {@code call.transcription} contain the text.
     *
     * @param id the leg
     * @param request which engine, and whose speech
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startTranscription(CallControlId id, StartTranscriptionRequest request, RequestOptions options);

    /**
     * Ends the transcription of a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopTranscription(CallControlId id) {
        return stopTranscription(id, StopTranscriptionRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the transcription of a call, as a request describes it.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopTranscription(CallControlId id, StopTranscriptionRequest request) {
        return stopTranscription(id, request, RequestOptions.none());
    }

    /**
     * Ends the transcription of a call, with options for this call.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopTranscription(CallControlId id, StopTranscriptionRequest request, RequestOptions options);

    /**
     * Starts to send copies of a call's media elsewhere.
     *
     * @param id the leg
     * @param request where to
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startForking(CallControlId id, StartForkingRequest request) {
        return startForking(id, request, RequestOptions.none());
    }

    /**
     * Starts to send copies of a call's media elsewhere, with options for this call.
     *
     * @param id the leg
     * @param request where to
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startForking(CallControlId id, StartForkingRequest request, RequestOptions options);

    /**
     * Ends the copying of a call's media.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopForking(CallControlId id) {
        return stopForking(id, StopForkingRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the copying of a call's media, as a request describes it.
     *
     * @param id the leg
     * @param request which copy
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopForking(CallControlId id, StopForkingRequest request) {
        return stopForking(id, request, RequestOptions.none());
    }

    /**
     * Ends the copying of a call's media, with options for this call.
     *
     * @param id the leg
     * @param request which copy
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopForking(CallControlId id, StopForkingRequest request, RequestOptions options);

    /**
     * Starts to record a call with a SIPREC server of your own.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome startSiprec(CallControlId id) {
        return startSiprec(id, StartSiprecRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Starts to record a call with a SIPREC server of your own, as a request describes it.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @param request which connector, and how
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startSiprec(CallControlId id, StartSiprecRequest request) {
        return startSiprec(id, request, RequestOptions.none());
    }

    /**
     * Starts to record a call with a SIPREC server of your own, with options for this call.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @param request which connector, and how
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startSiprec(CallControlId id, StartSiprecRequest request, RequestOptions options);

    /**
     * Ends the SIPREC recording of a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopSiprec(CallControlId id) {
        return stopSiprec(id, StopSiprecRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the SIPREC recording of a call, as a request describes it.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopSiprec(CallControlId id, StopSiprecRequest request) {
        return stopSiprec(id, request, RequestOptions.none());
    }

    /**
     * Ends the SIPREC recording of a call, with options for this call.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopSiprec(CallControlId id, StopSiprecRequest request, RequestOptions options);

    /**
     * Starts to suppress the noise in a call.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome startNoiseSuppression(CallControlId id) {
        return startNoiseSuppression(id, StartNoiseSuppressionRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Starts to suppress the noise in a call, as a request describes it.
     *
     * @param id the leg
     * @param request in which direction, and by which engine
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome startNoiseSuppression(CallControlId id, StartNoiseSuppressionRequest request) {
        return startNoiseSuppression(id, request, RequestOptions.none());
    }

    /**
     * Starts to suppress the noise in a call, with options for this call.
     *
     * @param id the leg
     * @param request in which direction, and by which engine
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome startNoiseSuppression(
            CallControlId id, StartNoiseSuppressionRequest request, RequestOptions options);

    /**
     * Ends the suppression of noise.
     *
     * @param id the leg
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome stopNoiseSuppression(CallControlId id) {
        return stopNoiseSuppression(id, StopNoiseSuppressionRequest.builder().build(), RequestOptions.none());
    }

    /**
     * Ends the suppression of noise, as a request describes it.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome stopNoiseSuppression(CallControlId id, StopNoiseSuppressionRequest request) {
        return stopNoiseSuppression(id, request, RequestOptions.none());
    }

    /**
     * Ends the suppression of noise, with options for this call.
     *
     * @param id the leg
     * @param request the command id and the client state
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome stopNoiseSuppression(
            CallControlId id, StopNoiseSuppressionRequest request, RequestOptions options);

    /**
     * Changes what a supervisor who is in a call can do there.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @param role the new role
     * @return the response; webhooks report what comes of the command
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome switchSupervisorRole(CallControlId id, SupervisorRole role) {
        return switchSupervisorRole(
                id,
                SwitchSupervisorRoleRequest.builder()
                        .role(Objects.requireNonNull(role, "role"))
                        .build(),
                RequestOptions.none());
    }

    /**
     * Changes what a supervisor who is in a call can do there, as a request describes it.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @param request the new role
     * @return the response; webhooks report what comes of the command
     */
    default CallCommandOutcome switchSupervisorRole(CallControlId id, SwitchSupervisorRoleRequest request) {
        return switchSupervisorRole(id, request, RequestOptions.none());
    }

    /**
     * Changes what a supervisor who is in a call can do there, with options for this call.
     *
     * <p>This command has no command id: sent twice, it may be carried out twice.
     *
     * @param id the leg
     * @param request the new role
     * @param options options for this call
     * @return the response; webhooks report what comes of the command
     */
    CallCommandOutcome switchSupervisorRole(
            CallControlId id, SwitchSupervisorRoleRequest request, RequestOptions options);

    /**
     * Replaces the client state that Telnyx stores with a leg.
     *
     * <p>This command has no command id; sent twice, it does no more than once.
     *
     * @param id the leg
     * @param clientState any text; it is sent as Base64 of its UTF-8 bytes
     * @return the response, without a command id
     * @throws TelnyxException if the call has ended, Telnyx refuses the command, or its outcome is unknown
     */
    default CallCommandOutcome updateClientState(CallControlId id, String clientState) {
        return updateClientState(id, clientState, RequestOptions.none());
    }

    /**
     * Replaces the client state that Telnyx stores with a leg, with options for this call.
     *
     * <p>This command has no command id; sent twice, it does no more than once.
     *
     * @param id the leg
     * @param clientState any text; it is sent as Base64 of its UTF-8 bytes
     * @param options options for this call
     * @return the response, without a command id
     */
    CallCommandOutcome updateClientState(CallControlId id, String clientState, RequestOptions options);

    /**
     * Retrieves the state of a leg.
     *
     * @param id the leg
     * @return its present state
     * @throws TelnyxException if there is no such leg (status 404), or the call fails
     */
    default CallInfo retrieve(CallControlId id) {
        return retrieve(id, RequestOptions.none());
    }

    /**
     * Retrieves the state of a leg, with options for this call.
     *
     * @param id the leg
     * @param options options for this call
     * @return its present state
     */
    CallInfo retrieve(CallControlId id, RequestOptions options);
}
