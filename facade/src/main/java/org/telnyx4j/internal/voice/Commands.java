package org.telnyx4j.internal.voice;

import java.util.Map;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.PauseRecordingRequest;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.ResumeRecordingRequest;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.StopPlaybackRequest;
import org.telnyx4j.generated.model.StopRecordingRequest;
import org.telnyx4j.generated.model.TransferCallRequest;

/** The commands that the facade offers, except those that carry no command id. */
final class Commands {
    static final Command<AnswerCallRequest> ANSWER = Command.of(
            "calls.answer",
            CallCommandsApi.ANSWER_CALL,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    AnswerCallRequest::getCommandId,
                    AnswerCallRequest::commandId,
                    (api, id, request) -> api.answerCallWithHttpInfo(id, request, Map.of())));

    static final Command<HangupCallRequest> HANG_UP = Command.of(
            "calls.hang_up",
            CallCommandsApi.HANGUP_CALL,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    HangupCallRequest::getCommandId,
                    HangupCallRequest::commandId,
                    (api, id, request) -> api.hangupCallWithHttpInfo(id, request, Map.of())));

    static final Command<TransferCallRequest> TRANSFER = Command.of(
            "calls.transfer",
            CallCommandsApi.TRANSFER_CALL,
            CommandRules.requiring("to").and(check -> check.atMostOneOf("audio_url", "media_name")),
            new Command.Wire<>(
                    TransferCallRequest::getCommandId,
                    TransferCallRequest::commandId,
                    (api, id, request) -> api.transferCallWithHttpInfo(id, request, Map.of())));

    static final Command<ReferCallRequest> REFER = Command.of(
            "calls.refer",
            CallCommandsApi.REFER_CALL,
            CommandRules.requiring("sip_address"),
            new Command.Wire<>(
                    ReferCallRequest::getCommandId,
                    ReferCallRequest::commandId,
                    (api, id, request) -> api.referCallWithHttpInfo(id, request, Map.of())));

    static final Command<BridgeCallsRequest> BRIDGE = Command.of(
            "calls.bridge",
            CallCommandsApi.BRIDGE_CALLS,
            CommandRules.NOTHING_REQUIRED.and(check -> check.exactlyOneOf("call_control_id", "queue", "video_room_id")),
            new Command.Wire<>(
                    BridgeCallsRequest::getCommandId,
                    BridgeCallsRequest::commandId,
                    (api, id, request) -> api.bridgeCallsWithHttpInfo(id, request, Map.of())));

    static final Command<RejectCallRequest> REJECT = Command.of(
            "calls.reject",
            CallCommandsApi.REJECT_CALL,
            CommandRules.requiring("cause"),
            new Command.Wire<>(
                    RejectCallRequest::getCommandId,
                    RejectCallRequest::commandId,
                    (api, id, request) -> api.rejectCallWithHttpInfo(id, request, Map.of())));

    static final Command<SpeakRequest> SPEAK = Command.of(
            "calls.speak",
            CallCommandsApi.SPEAK,
            CommandRules.requiring("payload", "voice"),
            new Command.Wire<>(
                    SpeakRequest::getCommandId,
                    SpeakRequest::commandId,
                    (api, id, request) -> api.speakWithHttpInfo(id, request, Map.of())));

    static final Command<GatherRequest> GATHER = Command.of(
            "calls.gather",
            CallCommandsApi.GATHER,
            CommandRules.NOTHING_REQUIRED.and(CommandRules.Check::digitsInOrder),
            new Command.Wire<>(
                    GatherRequest::getCommandId,
                    GatherRequest::commandId,
                    (api, id, request) -> api.gatherWithHttpInfo(id, request, Map.of())));

    static final Command<GatherUsingSpeakRequest> GATHER_USING_SPEAK = Command.of(
            "calls.gather_using_speak",
            CallCommandsApi.GATHER_USING_SPEAK,
            CommandRules.requiring("payload", "voice").and(CommandRules.Check::digitsInOrder),
            new Command.Wire<>(
                    GatherUsingSpeakRequest::getCommandId,
                    GatherUsingSpeakRequest::commandId,
                    (api, id, request) -> api.gatherUsingSpeakWithHttpInfo(id, request, Map.of())));

    static final Command<GatherUsingAudioRequest> GATHER_USING_AUDIO = Command.of(
            "calls.gather_using_audio",
            CallCommandsApi.GATHER_USING_AUDIO,
            CommandRules.NOTHING_REQUIRED
                    .and(CommandRules.Check::digitsInOrder)
                    .and(check -> check.exactlyOneOf("audio_url", "media_name"))
                    .and(check -> check.atMostOneOf("invalid_audio_url", "invalid_media_name")),
            new Command.Wire<>(
                    GatherUsingAudioRequest::getCommandId,
                    GatherUsingAudioRequest::commandId,
                    (api, id, request) -> api.gatherUsingAudioWithHttpInfo(id, request, Map.of())));

    static final Command<StartPlaybackRequest> PLAY = Command.of(
            "calls.play",
            CallCommandsApi.START_PLAYBACK,
            CommandRules.NOTHING_REQUIRED.and(
                    check -> check.exactlyOneOf("audio_url", "media_name", "playback_content")),
            new Command.Wire<>(
                    StartPlaybackRequest::getCommandId,
                    StartPlaybackRequest::commandId,
                    (api, id, request) -> api.startPlaybackWithHttpInfo(id, request, Map.of())));

    static final Command<StopPlaybackRequest> STOP_PLAYBACK = Command.of(
            "calls.stop_playback",
            CallCommandsApi.STOP_PLAYBACK,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    StopPlaybackRequest::getCommandId,
                    StopPlaybackRequest::commandId,
                    (api, id, request) -> api.stopPlaybackWithHttpInfo(id, request, Map.of())));

    static final Command<StartRecordingRequest> START_RECORDING = Command.of(
            "calls.start_recording",
            CallCommandsApi.START_RECORDING,
            CommandRules.requiring("channels", "format")
                    .with("timeout_secs", FieldRule.range(0, Integer.MAX_VALUE))
                    .with("max_length", FieldRule.range(0, 14_400))
                    .with("custom_file_name", FieldRule.length(40)),
            new Command.Wire<>(
                    StartRecordingRequest::getCommandId,
                    StartRecordingRequest::commandId,
                    (api, id, request) -> api.startRecordingWithHttpInfo(id, request, Map.of())));

    static final Command<PauseRecordingRequest> PAUSE_RECORDING = Command.of(
            "calls.pause_recording",
            CallCommandsApi.PAUSE_RECORDING,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    PauseRecordingRequest::getCommandId,
                    PauseRecordingRequest::commandId,
                    (api, id, request) -> api.pauseRecordingWithHttpInfo(id, request, Map.of())));

    static final Command<ResumeRecordingRequest> RESUME_RECORDING = Command.of(
            "calls.resume_recording",
            CallCommandsApi.RESUME_RECORDING,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    ResumeRecordingRequest::getCommandId,
                    ResumeRecordingRequest::commandId,
                    (api, id, request) -> api.resumeRecordingWithHttpInfo(id, request, Map.of())));

    static final Command<StopRecordingRequest> STOP_RECORDING = Command.of(
            "calls.stop_recording",
            CallCommandsApi.STOP_RECORDING,
            CommandRules.NOTHING_REQUIRED,
            new Command.Wire<>(
                    StopRecordingRequest::getCommandId,
                    StopRecordingRequest::commandId,
                    (api, id, request) -> api.stopRecordingWithHttpInfo(id, request, Map.of())));

    static final Command<SendDtmfRequest> SEND_DTMF = Command.of(
            "calls.send_dtmf",
            CallCommandsApi.SEND_DTMF,
            CommandRules.requiring("digits"),
            new Command.Wire<>(
                    SendDtmfRequest::getCommandId,
                    SendDtmfRequest::commandId,
                    (api, id, request) -> api.sendDtmfWithHttpInfo(id, request, Map.of())));

    private Commands() {}
}
