package org.telnyx4j.outbox;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.EnqueueCallRequest;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.LeaveQueueRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.PauseRecordingRequest;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.ResumeRecordingRequest;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
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
import org.telnyx4j.generated.model.SwitchSupervisorRoleRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.voice.Calls;

/** All requests that the outbox can keep: how each is stored, read again and carried out. */
final class JobTypes {
    private static final Map<String, JobType<?>> BY_OPERATION = new LinkedHashMap<>();
    private static final Map<Class<?>, JobType<?>> BY_REQUEST = new LinkedHashMap<>();

    static {
        message("messages.send", OutgoingMessage.class, OutgoingMessage::fromJson, Messages::send);
        message(
                "messages.send_group_mms",
                SendGroupMmsRequest.class,
                SendGroupMmsRequest::fromJson,
                Messages::sendGroupMms);
        message(
                "messages.send_number_pool",
                SendNumberPoolMessageRequest.class,
                SendNumberPoolMessageRequest::fromJson,
                Messages::sendFromNumberPool);
        message(
                "messages.send_long_code",
                SendLongCodeMessageRequest.class,
                SendLongCodeMessageRequest::fromJson,
                Messages::sendLongCode);
        message(
                "messages.send_short_code",
                SendShortCodeMessageRequest.class,
                SendShortCodeMessageRequest::fromJson,
                Messages::sendShortCode);
        message(
                "messages.send_alphanumeric",
                SendAlphanumericMessageRequest.class,
                SendAlphanumericMessageRequest::fromJson,
                Messages::sendAlphanumeric);
        add(JobType.numberOrder(
                "number_orders.create", CreateNumberOrderRequest.class, CreateNumberOrderRequest::fromJson));
        add(JobType.dial("calls.dial", OutgoingCall.class, OutgoingCall::fromJson));
        command("calls.answer", AnswerCallRequest.class, AnswerCallRequest::fromJson, Calls::answer);
        command("calls.hang_up", HangupCallRequest.class, HangupCallRequest::fromJson, Calls::hangUp);
        command("calls.transfer", TransferCallRequest.class, TransferCallRequest::fromJson, Calls::transfer);
        command("calls.refer", ReferCallRequest.class, ReferCallRequest::fromJson, Calls::refer);
        command("calls.bridge", BridgeCallsRequest.class, BridgeCallsRequest::fromJson, Calls::bridge);
        command("calls.reject", RejectCallRequest.class, RejectCallRequest::fromJson, Calls::reject);
        command("calls.speak", SpeakRequest.class, SpeakRequest::fromJson, Calls::speak);
        command("calls.gather", GatherRequest.class, GatherRequest::fromJson, Calls::gather);
        command(
                "calls.gather_using_speak",
                GatherUsingSpeakRequest.class,
                GatherUsingSpeakRequest::fromJson,
                Calls::gatherUsingSpeak);
        command(
                "calls.gather_using_audio",
                GatherUsingAudioRequest.class,
                GatherUsingAudioRequest::fromJson,
                Calls::gatherUsingAudio);
        command("calls.stop_gather", StopGatherRequest.class, StopGatherRequest::fromJson, Calls::stopGather);
        command("calls.play", StartPlaybackRequest.class, StartPlaybackRequest::fromJson, Calls::play);
        command("calls.stop_playback", StopPlaybackRequest.class, StopPlaybackRequest::fromJson, Calls::stopPlayback);
        command(
                "calls.start_recording",
                StartRecordingRequest.class,
                StartRecordingRequest::fromJson,
                Calls::startRecording);
        command(
                "calls.pause_recording",
                PauseRecordingRequest.class,
                PauseRecordingRequest::fromJson,
                Calls::pauseRecording);
        command(
                "calls.resume_recording",
                ResumeRecordingRequest.class,
                ResumeRecordingRequest::fromJson,
                Calls::resumeRecording);
        command(
                "calls.stop_recording",
                StopRecordingRequest.class,
                StopRecordingRequest::fromJson,
                Calls::stopRecording);
        command("calls.send_dtmf", SendDtmfRequest.class, SendDtmfRequest::fromJson, Calls::sendDtmf);
        command("calls.send_sip_info", SendSipInfoRequest.class, SendSipInfoRequest::fromJson, Calls::sendSipInfo);
        command("calls.enqueue", EnqueueCallRequest.class, EnqueueCallRequest::fromJson, Calls::enqueue);
        command("calls.leave_queue", LeaveQueueRequest.class, LeaveQueueRequest::fromJson, Calls::leaveQueue);
        command(
                "calls.start_streaming",
                StartStreamingRequest.class,
                StartStreamingRequest::fromJson,
                Calls::startStreaming);
        command(
                "calls.stop_streaming",
                StopStreamingRequest.class,
                StopStreamingRequest::fromJson,
                Calls::stopStreaming);
        command(
                "calls.start_transcription",
                StartTranscriptionRequest.class,
                StartTranscriptionRequest::fromJson,
                Calls::startTranscription);
        command(
                "calls.stop_transcription",
                StopTranscriptionRequest.class,
                StopTranscriptionRequest::fromJson,
                Calls::stopTranscription);
        command("calls.start_forking", StartForkingRequest.class, StartForkingRequest::fromJson, Calls::startForking);
        command("calls.stop_forking", StopForkingRequest.class, StopForkingRequest::fromJson, Calls::stopForking);
        command("calls.start_siprec", StartSiprecRequest.class, StartSiprecRequest::fromJson, Calls::startSiprec);
        command(
                "calls.start_noise_suppression",
                StartNoiseSuppressionRequest.class,
                StartNoiseSuppressionRequest::fromJson,
                Calls::startNoiseSuppression);
        command(
                "calls.stop_noise_suppression",
                StopNoiseSuppressionRequest.class,
                StopNoiseSuppressionRequest::fromJson,
                Calls::stopNoiseSuppression);
        command(
                "calls.switch_supervisor_role",
                SwitchSupervisorRoleRequest.class,
                SwitchSupervisorRoleRequest::fromJson,
                Calls::switchSupervisorRole);
        command("calls.stop_siprec", StopSiprecRequest.class, StopSiprecRequest::fromJson, Calls::stopSiprec);
    }

    private JobTypes() {}

    /** Returns the type that a stored operation names, or null where this version has none. */
    static @Nullable JobType<?> ofOperation(String operation) {
        return BY_OPERATION.get(operation);
    }

    /** Returns the type of a request, or null where the outbox does not keep such. */
    static @Nullable JobType<?> ofRequest(JsonModel request) {
        return BY_REQUEST.get(request.getClass());
    }

    static Collection<JobType<?>> all() {
        return Collections.unmodifiableCollection(BY_OPERATION.values());
    }

    private static <T extends JsonModel> void message(
            String operation, Class<T> request, JobType.Parser<T> parser, JobType.MessageCall<T> call) {
        add(JobType.message(operation, request, parser, call));
    }

    private static <T extends JsonModel> void command(
            String operation, Class<T> request, JobType.Parser<T> parser, JobType.CommandCall<T> call) {
        add(JobType.command(operation, request, parser, call));
    }

    private static void add(JobType<?> type) {
        BY_OPERATION.put(type.operation(), type);
        BY_REQUEST.put(type.request(), type);
    }
}
