package org.telnyx4j.voice;

import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;

/**
 * Places calls and steers them. Safe for use by any number of threads.
 *
 * <p>A command that Telnyx took is not yet carried out: webhooks tell what comes of it. Each command carries a command
 * id, the caller's or a fresh UUID, so that Telnyx ignores it if it arrives twice within 60 seconds.
 *
 * <p>Every method throws {@link TelnyxValidationException} before anything is sent if an argument breaks a rule, and a
 * {@link TelnyxException} of another kind if the call fails; its outcome tells whether the command may have been taken.
 * Nothing private of a request shows in an exception.
 *
 * <pre>{@code
 * telnyx.calls().answer(id);
 * telnyx.calls().transfer(id, "sip:+14155551234@trunk.livekit.cloud");
 * telnyx.calls().hangUp(id);
 * }</pre>
 *
 * <p>Commands that are not here, such as streaming and transcription, are at {@code raw().callCommands()}.
 */
public interface Calls {
    /**
     * Places a call.
     *
     * @param call whom to call, and how
     * @return the ids of the new leg, which is not answered yet
     * @throws TelnyxException if Telnyx refuses, or nobody knows
     */
    PlacedCall dial(OutgoingCall call);

    /**
     * Answers an incoming call.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome answer(CallControlId id);

    /**
     * Answers an incoming call, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome answer(CallControlId id, AnswerOptions options);

    /**
     * Hangs a call up.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome hangUp(CallControlId id);

    /**
     * Hangs a call up, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome hangUp(CallControlId id, HangUpOptions options);

    /**
     * Transfers a call to a new destination.
     *
     * @param id the leg
     * @param destination a number in E.164 form such as {@code +14165550123}, or a SIP or SIPS URI; a comma and digits
     *     may follow, which are played after the answer
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome transfer(CallControlId id, String destination);

    /**
     * Transfers a call to a new destination, with options.
     *
     * @param id the leg
     * @param destination a number in E.164 form such as {@code +14165550123}, or a SIP or SIPS URI; a comma and digits
     *     may follow, which are played after the answer
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome transfer(CallControlId id, String destination, TransferOptions options);

    /**
     * Sends the far end of a SIP call elsewhere, with a REFER.
     *
     * @param id the leg
     * @param sipUri a SIP or SIPS URI that the far end is to call
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome refer(CallControlId id, String sipUri);

    /**
     * Sends the far end of a SIP call elsewhere, with a REFER, with options.
     *
     * @param id the leg
     * @param sipUri a SIP or SIPS URI that the far end is to call
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome refer(CallControlId id, String sipUri, ReferOptions options);

    /**
     * Bridges a call with another one, so that their parties hear each other.
     *
     * @param id the leg
     * @param other the other leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome bridge(CallControlId id, CallControlId other);

    /**
     * Bridges a call with another one, the first of a queue, or a video room.
     *
     * @param id the leg
     * @param options with what, and how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome bridge(CallControlId id, BridgeOptions options);

    /**
     * Rejects an incoming call as refused.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome reject(CallControlId id);

    /**
     * Rejects an incoming call as refused, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome reject(CallControlId id, RejectOptions options);

    /**
     * Says something to the parties of a call.
     *
     * @param id the leg
     * @param speech what is said, and by which voice
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome speak(CallControlId id, Speech speech);

    /**
     * Collects keys from the caller without a prompt. The webhook {@code call.gather.ended} tells them.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome gather(CallControlId id);

    /**
     * Collects keys from the caller without a prompt, with options.
     *
     * @param id the leg
     * @param options which keys, and for how long
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome gather(CallControlId id, GatherOptions options);

    /**
     * Says a prompt and collects keys after it. The webhook {@code call.gather.ended} tells them.
     *
     * @param id the leg
     * @param prompt what is said, and which keys are collected
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome gatherUsingSpeak(CallControlId id, SpokenPrompt prompt);

    /**
     * Plays a prompt and collects keys after it. The webhook {@code call.gather.ended} tells them.
     *
     * @param id the leg
     * @param prompt what is played, and which keys are collected
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome gatherUsingAudio(CallControlId id, AudioPrompt prompt);

    /**
     * Plays an audio file to the caller, once.
     *
     * @param id the leg
     * @param audioUrl an http or https URL of an MP3 file
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome play(CallControlId id, String audioUrl);

    /**
     * Plays audio.
     *
     * @param id the leg
     * @param playback what is played, how often and to whom
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome play(CallControlId id, Playback playback);

    /**
     * Stops all audio that is played or waits.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome stopPlayback(CallControlId id);

    /**
     * Stops all audio that is played or waits, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome stopPlayback(CallControlId id, StopPlaybackOptions options);

    /**
     * Starts to record a call, as MP3 with the parties on channels of their own.
     *
     * <p>Many places forbid this without the consent of all parties.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome startRecording(CallControlId id);

    /**
     * Starts to record a call, as MP3 with the parties on channels of their own, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome startRecording(CallControlId id, StartRecordingOptions options);

    /**
     * Pauses the recording of a call.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome pauseRecording(CallControlId id);

    /**
     * Pauses the recording of a call, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome pauseRecording(CallControlId id, PauseRecordingOptions options);

    /**
     * Goes on with a recording that was paused.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome resumeRecording(CallControlId id);

    /**
     * Goes on with a recording that was paused, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome resumeRecording(CallControlId id, ResumeRecordingOptions options);

    /**
     * Ends the recording of a call.
     *
     * @param id the leg
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome stopRecording(CallControlId id);

    /**
     * Ends the recording of a call, with options.
     *
     * @param id the leg
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome stopRecording(CallControlId id, StopRecordingOptions options);

    /**
     * Sends tones to the far end.
     *
     * @param id the leg
     * @param digits one or more of 0-9, A-D, {@code *}, {@code #}, {@code w} for half a second's pause and {@code W}
     *     for a full second
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome sendDtmf(CallControlId id, String digits);

    /**
     * Sends tones to the far end, with options.
     *
     * @param id the leg
     * @param digits one or more of 0-9, A-D, {@code *}, {@code #}, {@code w} for half a second's pause and {@code W}
     *     for a full second
     * @param options how
     * @return what Telnyx answered; webhooks tell what comes of it
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     */
    CallCommandOutcome sendDtmf(CallControlId id, String digits, SendDtmfOptions options);

    /**
     * Replaces what the application keeps with a leg. This command carries no command id; sent twice, it does no more
     * than once.
     *
     * @param id the leg
     * @param clientState any text; it is sent as Base64 of its UTF-8 bytes
     * @return what Telnyx answered, without a command id
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     * @throws IllegalArgumentException if the text has half a surrogate pair, which no encoding can carry
     */
    CallCommandOutcome updateClientState(CallControlId id, String clientState);

    /**
     * Replaces what the application keeps with a leg, with options for this call.
     *
     * @param id the leg
     * @param clientState any text; it is sent as Base64 of its UTF-8 bytes
     * @param options the options
     * @return what Telnyx answered, without a command id
     * @throws TelnyxException if the call is gone (status 404), or Telnyx refuses, or nobody knows
     * @throws IllegalArgumentException if the text has half a surrogate pair, which no encoding can carry
     */
    CallCommandOutcome updateClientState(CallControlId id, String clientState, RequestOptions options);

    /**
     * Looks the state of a leg up.
     *
     * @param id the leg
     * @return its present state
     * @throws TelnyxException if there is no such leg (status 404), or the call fails
     */
    CallInfo retrieve(CallControlId id);

    /**
     * Looks the state of a leg up, with options for this call.
     *
     * @param id the leg
     * @param options the options
     * @return its present state
     * @throws TelnyxException if there is no such leg (status 404), or the call fails
     */
    CallInfo retrieve(CallControlId id, RequestOptions options);
}
