package org.telnyx4j.internal.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.CallsApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.CallCommandResponse;
import org.telnyx4j.generated.model.CallCommandResult;
import org.telnyx4j.generated.model.CallStatus;
import org.telnyx4j.generated.model.CallStatusResponse;
import org.telnyx4j.generated.model.DialRequest;
import org.telnyx4j.generated.model.DialResponse;
import org.telnyx4j.generated.model.DialedCall;
import org.telnyx4j.generated.model.UpdateClientStateRequest;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.Operation;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.errors.RateLimits;
import org.telnyx4j.internal.telemetry.OperationFacts;
import org.telnyx4j.voice.AnswerOptions;
import org.telnyx4j.voice.AudioPrompt;
import org.telnyx4j.voice.BridgeOptions;
import org.telnyx4j.voice.CallCommandOptions;
import org.telnyx4j.voice.CallCommandOutcome;
import org.telnyx4j.voice.CallControlId;
import org.telnyx4j.voice.CallInfo;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.voice.GatherOptions;
import org.telnyx4j.voice.HangUpOptions;
import org.telnyx4j.voice.OutgoingCall;
import org.telnyx4j.voice.PauseRecordingOptions;
import org.telnyx4j.voice.PlacedCall;
import org.telnyx4j.voice.Playback;
import org.telnyx4j.voice.ReferOptions;
import org.telnyx4j.voice.RejectOptions;
import org.telnyx4j.voice.ResumeRecordingOptions;
import org.telnyx4j.voice.SendDtmfOptions;
import org.telnyx4j.voice.Speech;
import org.telnyx4j.voice.SpokenPrompt;
import org.telnyx4j.voice.StartRecordingOptions;
import org.telnyx4j.voice.StopPlaybackOptions;
import org.telnyx4j.voice.StopRecordingOptions;
import org.telnyx4j.voice.TransferOptions;

/** The operations on calls, on one view of a client. */
public final class DefaultCalls implements Calls {
    private static final Operation DIAL = new Operation("calls.dial");
    private static final Operation UPDATE_CLIENT_STATE = new Operation("calls.update_client_state");
    private static final Operation RETRIEVE = new Operation("calls.retrieve");

    private static final CommandRules DIAL_RULES = CommandRules.requiring("to", "connection_id", "from")
            .and(check -> check.atMostOneOf("audio_url", "media_name"))
            .and(check -> check.requireIfTrue("link_to", "bridge_intent"))
            .and(check -> check.requireIfTrue("link_to", "bridge_on_answer"));

    private final View view;

    /**
     * Makes the operations.
     *
     * @param view what they are run on
     */
    public DefaultCalls(View view) {
        this.view = view;
    }

    @Override
    public PlacedCall dial(OutgoingCall call) {
        Objects.requireNonNull(call, "call");
        return view.operation(DIAL, facts -> dial(call, facts));
    }

    private PlacedCall dial(OutgoingCall call, OperationFacts facts) {
        SettingsLayer merged = view.merge(SettingsLayer.EMPTY, call.requestOptions());
        DialRequest request = call.toRequest();
        if (request.getFrom() == null) {
            request.from(defaultCallerId(merged));
        }
        if (request.getConnectionId() == null) {
            request.connectionId(defaultConnectionId(merged));
        }
        String commandId = request.getCommandId() == null ? freshCommandId() : request.getCommandId();
        request.commandId(commandId);
        facts.commandId(commandId);
        List<String> privateTexts = checked(DIAL, DIAL_RULES, request);
        ApiResponse<DialResponse> response = view.call(
                DIAL,
                merged,
                call.requestOptions(),
                privateTexts,
                client -> new CallCommandsApi(client).dialWithHttpInfo(request, Map.of()));
        DialedCall dialed = response.data().getData();
        // Without the id nothing can be done with the call, so such an answer is of no use.
        if (dialed == null
                || dialed.getCallControlId() == null
                || VoiceChecks.callControlId(dialed.getCallControlId()) != null) {
            throw view.withoutData(response);
        }
        facts.callControlId(dialed.getCallControlId());
        return new PlacedCall(dialed, commandId, response.header("x-request-id"), RateLimits.of(response::header));
    }

    @Override
    public CallCommandOutcome answer(CallControlId id) {
        return answer(id, AnswerOptions.builder().build());
    }

    @Override
    public CallCommandOutcome answer(CallControlId id, AnswerOptions options) {
        return run(Commands.ANSWER, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome hangUp(CallControlId id) {
        return hangUp(id, HangUpOptions.builder().build());
    }

    @Override
    public CallCommandOutcome hangUp(CallControlId id, HangUpOptions options) {
        return run(Commands.HANG_UP, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome transfer(CallControlId id, String destination) {
        return transfer(id, destination, TransferOptions.builder().build());
    }

    @Override
    public CallCommandOutcome transfer(CallControlId id, String destination, TransferOptions options) {
        Objects.requireNonNull(destination, "destination");
        return run(Commands.TRANSFER, id, options, request -> request.to(destination));
    }

    @Override
    public CallCommandOutcome refer(CallControlId id, String sipUri) {
        return refer(id, sipUri, ReferOptions.builder().build());
    }

    @Override
    public CallCommandOutcome refer(CallControlId id, String sipUri, ReferOptions options) {
        Objects.requireNonNull(sipUri, "sipUri");
        return run(Commands.REFER, id, options, request -> request.sipAddress(sipUri));
    }

    @Override
    public CallCommandOutcome bridge(CallControlId id, CallControlId other) {
        return bridge(id, BridgeOptions.withCall(other).build());
    }

    @Override
    public CallCommandOutcome bridge(CallControlId id, BridgeOptions options) {
        Objects.requireNonNull(id, "id");
        return run(Commands.BRIDGE, id, options, request -> {
            if (id.value().equals(request.getCallControlId())) {
                throw view.errors()
                        .localCheck(Commands.BRIDGE.operation().name(), "call_control_id", "must be another leg's");
            }
        });
    }

    @Override
    public CallCommandOutcome reject(CallControlId id) {
        return reject(id, RejectOptions.builder().build());
    }

    @Override
    public CallCommandOutcome reject(CallControlId id, RejectOptions options) {
        return run(Commands.REJECT, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome speak(CallControlId id, Speech speech) {
        return run(Commands.SPEAK, id, speech, request -> {});
    }

    @Override
    public CallCommandOutcome gather(CallControlId id) {
        return gather(id, GatherOptions.builder().build());
    }

    @Override
    public CallCommandOutcome gather(CallControlId id, GatherOptions options) {
        return run(Commands.GATHER, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome gatherUsingSpeak(CallControlId id, SpokenPrompt prompt) {
        return run(Commands.GATHER_USING_SPEAK, id, prompt, request -> {});
    }

    @Override
    public CallCommandOutcome gatherUsingAudio(CallControlId id, AudioPrompt prompt) {
        return run(Commands.GATHER_USING_AUDIO, id, prompt, request -> {});
    }

    @Override
    public CallCommandOutcome play(CallControlId id, String audioUrl) {
        return play(id, Playback.url(audioUrl).build());
    }

    @Override
    public CallCommandOutcome play(CallControlId id, Playback playback) {
        return run(Commands.PLAY, id, playback, request -> {});
    }

    @Override
    public CallCommandOutcome stopPlayback(CallControlId id) {
        return stopPlayback(id, StopPlaybackOptions.builder().build());
    }

    @Override
    public CallCommandOutcome stopPlayback(CallControlId id, StopPlaybackOptions options) {
        return run(Commands.STOP_PLAYBACK, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome startRecording(CallControlId id) {
        return startRecording(id, StartRecordingOptions.builder().build());
    }

    @Override
    public CallCommandOutcome startRecording(CallControlId id, StartRecordingOptions options) {
        return run(Commands.START_RECORDING, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome pauseRecording(CallControlId id) {
        return pauseRecording(id, PauseRecordingOptions.builder().build());
    }

    @Override
    public CallCommandOutcome pauseRecording(CallControlId id, PauseRecordingOptions options) {
        return run(Commands.PAUSE_RECORDING, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome resumeRecording(CallControlId id) {
        return resumeRecording(id, ResumeRecordingOptions.builder().build());
    }

    @Override
    public CallCommandOutcome resumeRecording(CallControlId id, ResumeRecordingOptions options) {
        return run(Commands.RESUME_RECORDING, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome stopRecording(CallControlId id) {
        return stopRecording(id, StopRecordingOptions.builder().build());
    }

    @Override
    public CallCommandOutcome stopRecording(CallControlId id, StopRecordingOptions options) {
        return run(Commands.STOP_RECORDING, id, options, request -> {});
    }

    @Override
    public CallCommandOutcome sendDtmf(CallControlId id, String digits) {
        return sendDtmf(id, digits, SendDtmfOptions.builder().build());
    }

    @Override
    public CallCommandOutcome sendDtmf(CallControlId id, String digits, SendDtmfOptions options) {
        Objects.requireNonNull(digits, "digits");
        return run(Commands.SEND_DTMF, id, options, request -> request.digits(digits));
    }

    @Override
    public CallCommandOutcome updateClientState(CallControlId id, String clientState) {
        return updateClientState(id, clientState, RequestOptions.none());
    }

    @Override
    public CallCommandOutcome updateClientState(CallControlId id, String clientState, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        return view.operation(UPDATE_CLIENT_STATE, facts -> {
            facts.callControlId(id.value());
            return updatedClientState(id, clientState, options);
        });
    }

    private CallCommandOutcome updatedClientState(CallControlId id, String clientState, RequestOptions options) {
        UpdateClientStateRequest request = new UpdateClientStateRequest().clientState(ClientState.encode(clientState));
        List<String> privateTexts = checked(UPDATE_CLIENT_STATE, CommandRules.NOTHING_REQUIRED, request);
        ApiResponse<CallCommandResponse> response = view.call(
                UPDATE_CLIENT_STATE,
                view.merge(SettingsLayer.EMPTY, options),
                options,
                privateTexts,
                client -> new CallCommandsApi(client).updateClientStateWithHttpInfo(id.value(), request, Map.of()));
        String action = Command.action(CallCommandsApi.UPDATE_CLIENT_STATE);
        return outcome(response, id, action).build();
    }

    @Override
    public CallInfo retrieve(CallControlId id) {
        return retrieve(id, RequestOptions.none());
    }

    @Override
    public CallInfo retrieve(CallControlId id, RequestOptions options) {
        Objects.requireNonNull(id, "id");
        return view.operation(RETRIEVE, facts -> {
            facts.callControlId(id.value());
            return retrieved(id, options);
        });
    }

    private CallInfo retrieved(CallControlId id, RequestOptions options) {
        ApiResponse<CallStatusResponse> response = view.call(
                RETRIEVE,
                view.merge(SettingsLayer.EMPTY, options),
                options,
                List.of(),
                client -> new CallsApi(client).retrieveCallWithHttpInfo(id.value(), Map.of()));
        CallStatus call = view.data(response, response.data().getData());
        return new CallInfo(id, call, response.header("x-request-id"), RateLimits.of(response::header));
    }

    private <R> CallCommandOutcome run(
            Command<R> command, CallControlId id, CallCommandOptions<R> options, Consumer<R> mainArguments) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(options, "options");
        return view.operation(command.operation(), facts -> {
            facts.callControlId(id.value());
            R request = options.toRequest();
            mainArguments.accept(request);
            String given = command.getCommandId().apply(request);
            String commandId = given == null ? freshCommandId() : given;
            command.setCommandId().accept(request, commandId);
            facts.commandId(commandId);
            return send(command, id, options, request, commandId);
        });
    }

    private <R> CallCommandOutcome send(
            Command<R> command, CallControlId id, CallCommandOptions<R> options, R request, String commandId) {
        List<String> privateTexts = checked(command.operation(), command.rules(), request);
        ApiResponse<CallCommandResponse> response = view.call(
                command.operation(),
                view.merge(SettingsLayer.EMPTY, options.requestOptions()),
                options.requestOptions(),
                privateTexts,
                client -> command.send().to(new CallCommandsApi(client), id.value(), request));
        return outcome(response, id, command.action()).commandId(commandId).build();
    }

    private CallCommandOutcome.Builder outcome(
            ApiResponse<CallCommandResponse> response, CallControlId id, String action) {
        CallCommandResult result = view.data(response, response.data().getData());
        return CallCommandOutcome.of(id, action, result)
                .requestId(response.header("x-request-id"))
                .rateLimit(RateLimits.of(response::header));
    }

    /** Checks a request and returns what no exception may quote of it. */
    private List<String> checked(Operation operation, CommandRules rules, Object request) {
        JsonNode body = view.convert(request, JsonNode.class);
        rules.check(operation.name(), view.errors(), body);
        return PrivateTexts.of(body);
    }

    /** The default sender is set for messages and may be one that cannot call, which is not the caller's fault here. */
    private String defaultCallerId(SettingsLayer merged) {
        @Nullable String from = merged.from();
        if (from == null) {
            throw view.errors().localCheck(DIAL.name(), "from", "must be set, on the call, the tenant or the client");
        }
        if (!Checks.isE164(from)) {
            throw view.errors()
                    .localCheck(
                            DIAL.name(),
                            "from",
                            "must be set on the call, since the default sender is no phone number in E.164 form");
        }
        return from;
    }

    private String defaultConnectionId(SettingsLayer merged) {
        @Nullable String connectionId = merged.connectionId();
        if (connectionId == null) {
            throw view.errors()
                    .localCheck(DIAL.name(), "connection_id", "must be set, on the call, the tenant or the client");
        }
        return connectionId;
    }

    private static String freshCommandId() {
        return UUID.randomUUID().toString();
    }
}
