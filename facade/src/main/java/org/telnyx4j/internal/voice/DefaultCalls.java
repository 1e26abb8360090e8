package org.telnyx4j.internal.voice;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.CallsApi;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.CallCommandResponse;
import org.telnyx4j.generated.model.CallStatusResponse;
import org.telnyx4j.generated.model.DialResponse;
import org.telnyx4j.generated.model.DialedCall;
import org.telnyx4j.generated.model.EnqueueCallRequest;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.LeaveQueueRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.PauseRecordingRequest;
import org.telnyx4j.generated.model.RecordingChannels;
import org.telnyx4j.generated.model.RecordingFormat;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.RejectCause;
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
import org.telnyx4j.generated.model.SwitchSupervisorRoleRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.generated.model.UpdateClientStateRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.call.TelemetryAttributes;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.voice.CallCommandOutcome;
import org.telnyx4j.voice.CallInfo;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.voice.PlacedCall;

/**
 * The operations on calls. What a request must be like is in the specification; here is only what it cannot express.
 * Immutable and safe for use by any number of threads.
 */
public final class DefaultCalls implements Calls {
    private static final String COMMAND_ID = "command_id";

    private final TelnyxClient client;
    private final MessagingDefaults defaults;

    /**
     * Creates the operations.
     *
     * @param client sends the requests
     * @param defaults the caller id and the connection id of calls without their own
     */
    public DefaultCalls(TelnyxClient client, MessagingDefaults defaults) {
        this.client = client;
        this.defaults = defaults;
    }

    @Override
    public PlacedCall dial(OutgoingCall call, RequestOptions options) {
        Objects.requireNonNull(call, "call");
        OutgoingCall full = client.checked(CallCommandsApi.DIAL.name(), () -> withDefaults(call));
        CallCommandsApi api = new CallCommandsApi(client.describedBy(DefaultCalls::describe));
        ApiResponse<DialResponse> response = api.dialWithHttpInfo(full, options);
        DialedCall dialed = client.data(response, response.data().getData());
        return new PlacedCall(dialed, response);
    }

    private static void describe(
            TelemetryAttributes attributes, ApiRequest<?> request, @Nullable ApiResponse<?> response) {
        if (response != null && response.data() instanceof DialResponse dialed && dialed.getData() != null) {
            attributes.callControlId(dialed.getData().getCallControlId());
        }
    }

    private OutgoingCall withDefaults(OutgoingCall call) {
        OutgoingCall.Builder full = call.toBuilder();
        // One of a wrong type is not replaced, but refused by the checks.
        if (!call.has("from")) {
            full.from(defaultCallerId());
        }
        if (!call.has("connection_id")) {
            if (defaults.connectionId() == null) {
                throw refusedDial("connection_id", "must be set, on the call, the tenant or the client");
            }
            full.connectionId(defaults.connectionId());
        }
        return (!call.has(COMMAND_ID) ? full.commandId(freshCommandId()) : full).build();
    }

    /** The default sender is set for messages and may be one that cannot call, which is not the caller's fault here. */
    private String defaultCallerId() {
        String from = defaults.from();
        if (from == null) {
            throw refusedDial("from", "must be set, on the call, the tenant or the client");
        }
        if (TextRules.e164(from) != null) {
            throw refusedDial(
                    "from", "must be set on the call, since the default sender is no phone number in E.164 form");
        }
        return from;
    }

    private TelnyxException refusedDial(String field, String problem) {
        return client.errors().localCheck(CallCommandsApi.DIAL.name(), field, problem);
    }

    @Override
    public CallCommandOutcome answer(CallControlId id, AnswerCallRequest request, RequestOptions options) {
        return run(CallCommandsApi.ANSWER_CALL, id, request, options);
    }

    @Override
    public CallCommandOutcome hangUp(CallControlId id, HangupCallRequest request, RequestOptions options) {
        return run(CallCommandsApi.HANGUP_CALL, id, request, options);
    }

    @Override
    public CallCommandOutcome transfer(CallControlId id, TransferCallRequest request, RequestOptions options) {
        return run(CallCommandsApi.TRANSFER_CALL, id, request, options);
    }

    @Override
    public CallCommandOutcome refer(CallControlId id, ReferCallRequest request, RequestOptions options) {
        return run(CallCommandsApi.REFER_CALL, id, request, options);
    }

    @Override
    public CallCommandOutcome bridge(CallControlId id, BridgeCallsRequest request, RequestOptions options) {
        if (id != null && request != null && id.value().equals(request.getCallControlId())) {
            throw refused(CallCommandsApi.BRIDGE_CALLS, "call_control_id", "must be another leg's");
        }
        return run(CallCommandsApi.BRIDGE_CALLS, id, request, options);
    }

    @Override
    public CallCommandOutcome reject(CallControlId id, RejectCallRequest request, RequestOptions options) {
        RejectCallRequest full = request.getCause() != null
                ? request
                : request.toBuilder().cause(RejectCause.CALL_REJECTED).build();
        return run(CallCommandsApi.REJECT_CALL, id, full, options);
    }

    @Override
    public CallCommandOutcome speak(CallControlId id, SpeakRequest request, RequestOptions options) {
        return run(CallCommandsApi.SPEAK, id, request, options);
    }

    @Override
    public CallCommandOutcome gather(CallControlId id, GatherRequest request, RequestOptions options) {
        return run(CallCommandsApi.GATHER, id, request, options);
    }

    @Override
    public CallCommandOutcome gatherUsingSpeak(
            CallControlId id, GatherUsingSpeakRequest request, RequestOptions options) {
        return run(CallCommandsApi.GATHER_USING_SPEAK, id, request, options);
    }

    @Override
    public CallCommandOutcome gatherUsingAudio(
            CallControlId id, GatherUsingAudioRequest request, RequestOptions options) {
        return run(CallCommandsApi.GATHER_USING_AUDIO, id, request, options);
    }

    @Override
    public CallCommandOutcome stopGather(CallControlId id, StopGatherRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_GATHER, id, request, options);
    }

    @Override
    public CallCommandOutcome play(CallControlId id, StartPlaybackRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_PLAYBACK, id, request, options);
    }

    @Override
    public CallCommandOutcome stopPlayback(CallControlId id, StopPlaybackRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_PLAYBACK, id, request, options);
    }

    @Override
    public CallCommandOutcome startRecording(CallControlId id, StartRecordingRequest request, RequestOptions options) {
        StartRecordingRequest.Builder full = request.toBuilder();
        if (request.getChannels() == null) {
            full.channels(RecordingChannels.DUAL);
        }
        if (request.getFormat() == null) {
            full.format(RecordingFormat.MP3);
        }
        return run(CallCommandsApi.START_RECORDING, id, full.build(), options);
    }

    @Override
    public CallCommandOutcome pauseRecording(CallControlId id, PauseRecordingRequest request, RequestOptions options) {
        return run(CallCommandsApi.PAUSE_RECORDING, id, request, options);
    }

    @Override
    public CallCommandOutcome resumeRecording(
            CallControlId id, ResumeRecordingRequest request, RequestOptions options) {
        return run(CallCommandsApi.RESUME_RECORDING, id, request, options);
    }

    @Override
    public CallCommandOutcome stopRecording(CallControlId id, StopRecordingRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_RECORDING, id, request, options);
    }

    @Override
    public CallCommandOutcome sendDtmf(CallControlId id, SendDtmfRequest request, RequestOptions options) {
        return run(CallCommandsApi.SEND_DTMF, id, request, options);
    }

    @Override
    public CallCommandOutcome sendSipInfo(CallControlId id, SendSipInfoRequest request, RequestOptions options) {
        return run(CallCommandsApi.SEND_SIP_INFO, id, request, options);
    }

    @Override
    public CallCommandOutcome enqueue(CallControlId id, EnqueueCallRequest request, RequestOptions options) {
        return run(CallCommandsApi.ENQUEUE_CALL, id, request, options);
    }

    @Override
    public CallCommandOutcome leaveQueue(CallControlId id, LeaveQueueRequest request, RequestOptions options) {
        return run(CallCommandsApi.LEAVE_QUEUE, id, request, options);
    }

    @Override
    public CallCommandOutcome startStreaming(CallControlId id, StartStreamingRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_STREAMING, id, request, options);
    }

    @Override
    public CallCommandOutcome stopStreaming(CallControlId id, StopStreamingRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_STREAMING, id, request, options);
    }

    @Override
    public CallCommandOutcome startTranscription(
            CallControlId id, StartTranscriptionRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_TRANSCRIPTION, id, request, options);
    }

    @Override
    public CallCommandOutcome stopTranscription(
            CallControlId id, StopTranscriptionRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_TRANSCRIPTION, id, request, options);
    }

    @Override
    public CallCommandOutcome startForking(CallControlId id, StartForkingRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_FORKING, id, request, options);
    }

    @Override
    public CallCommandOutcome stopForking(CallControlId id, StopForkingRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_FORKING, id, request, options);
    }

    @Override
    public CallCommandOutcome startSiprec(CallControlId id, StartSiprecRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_SIPREC, id, request, options);
    }

    @Override
    public CallCommandOutcome stopSiprec(CallControlId id, StopSiprecRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_SIPREC, id, request, options);
    }

    @Override
    public CallCommandOutcome startNoiseSuppression(
            CallControlId id, StartNoiseSuppressionRequest request, RequestOptions options) {
        return run(CallCommandsApi.START_NOISE_SUPPRESSION, id, request, options);
    }

    @Override
    public CallCommandOutcome stopNoiseSuppression(
            CallControlId id, StopNoiseSuppressionRequest request, RequestOptions options) {
        return run(CallCommandsApi.STOP_NOISE_SUPPRESSION, id, request, options);
    }

    @Override
    public CallCommandOutcome switchSupervisorRole(
            CallControlId id, SwitchSupervisorRoleRequest request, RequestOptions options) {
        return run(CallCommandsApi.SWITCH_SUPERVISOR_ROLE, id, request, options);
    }

    @Override
    public CallCommandOutcome updateClientState(CallControlId id, String clientState, RequestOptions options) {
        Objects.requireNonNull(clientState, "clientState");
        String problem = TextRules.wellFormed(clientState);
        if (problem != null) {
            throw refused(CallCommandsApi.UPDATE_CLIENT_STATE, "client_state", problem);
        }
        UpdateClientStateRequest request =
                UpdateClientStateRequest.builder().clientState(clientState).build();
        return run(CallCommandsApi.UPDATE_CLIENT_STATE, id, request, options);
    }

    @Override
    public CallInfo retrieve(CallControlId id, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        ApiResponse<CallStatusResponse> response = new CallsApi(client).retrieveCallWithHttpInfo(id.value(), options);
        return new CallInfo(id, client.data(response, response.data().getData()), response);
    }

    /** Sends a command. All of them have one form: the leg in the path, a request, and the same response. */
    private CallCommandOutcome run(
            ApiOperation operation, CallControlId id, JsonModel request, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(options, "options");
        ApiResponse<CallCommandResponse> response = client.call(ApiRequest.of(operation, CallCommandResponse.TYPE)
                .path("call_control_id", id.value())
                .body(withCommandId(request))
                .options(options)
                .build());
        return new CallCommandOutcome(id, client.data(response, response.data().getData()), response);
    }

    /** Gives a command a fresh id, if it can have one and the caller has set none. */
    private static JsonModel withCommandId(JsonModel request) {
        return request.type().fields().find(COMMAND_ID) == null || request.has(COMMAND_ID)
                ? request
                : request.with(COMMAND_ID, freshCommandId());
    }

    private static String freshCommandId() {
        return UUID.randomUUID().toString();
    }

    /** Refuses a request, which telemetry sees as a failure of the operation. */
    private TelnyxException refused(ApiOperation operation, String field, String problem) {
        return client.checked(operation.name(), () -> {
            throw client.errors().localCheck(operation.name(), field, problem);
        });
    }
}
