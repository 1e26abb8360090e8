package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.CallsApi;
import org.telnyx4j.generated.model.CallCommandResponse;
import org.telnyx4j.generated.model.CallCommandResult;
import org.telnyx4j.generated.model.CallStatus;
import org.telnyx4j.generated.model.CallStatusResponse;
import org.telnyx4j.generated.model.DialResponse;
import org.telnyx4j.generated.model.DialedCall;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** The operations on calls. */
public final class CallDomain implements Domain {
    private final CallService calls;
    private final CallFeatures features;

    public CallDomain(CallService calls) {
        this.calls = calls;
        this.features = calls.features();
    }

    /** What a command does to a call; may return the id of a recording. */
    @FunctionalInterface
    private interface Command {
        @Nullable
        String carryOut(Leg leg, JsonModel request);
    }

    /** What a command does to a call that results in nothing but events. */
    @FunctionalInterface
    private interface Effect {
        void on(Leg leg, JsonModel request);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(CallCommandsApi.DIAL, this::dial);
        routes.on(CallsApi.RETRIEVE_CALL, this::retrieve);
        atAnyTime(routes, CallCommandsApi.HANGUP_CALL, this::hangUp);
        atAnyTime(routes, CallCommandsApi.REJECT_CALL, this::reject);
        atAnyTime(routes, CallCommandsApi.TRANSFER_CALL, calls::transfer);
        atAnyTime(routes, CallCommandsApi.ENQUEUE_CALL, features::enqueue);
        atAnyTime(routes, CallCommandsApi.LEAVE_QUEUE, (leg, request) -> features.dequeue(leg, "leave"));
        atAnyTime(routes, CallCommandsApi.UPDATE_CLIENT_STATE, (leg, request) -> {});
        atAnyTime(routes, CallCommandsApi.SEND_SIP_INFO, (leg, request) -> {});
        routes.on(CallCommandsApi.ANSWER_CALL, call -> command(call, null, this::answer));
        routes.on(
                CallCommandsApi.START_RECORDING,
                call -> command(
                        call,
                        ErrorCode.RECORDING_TOO_EARLY,
                        (leg, request) -> features.startRecording(leg, request).id()));
        onceAnswered(routes, CallCommandsApi.BRIDGE_CALLS, this::bridge);
        onceAnswered(routes, CallCommandsApi.REFER_CALL, features::refer);
        onceAnswered(routes, CallCommandsApi.SPEAK, features::speak);
        onceAnswered(routes, CallCommandsApi.START_PLAYBACK, features::startPlayback);
        onceAnswered(routes, CallCommandsApi.STOP_PLAYBACK, features::stopPlayback);
        onceAnswered(routes, CallCommandsApi.GATHER, (leg, request) -> features.startGather(leg, request, false));
        onceAnswered(
                routes, CallCommandsApi.GATHER_USING_AUDIO, (leg, request) -> features.startGather(leg, request, true));
        onceAnswered(
                routes, CallCommandsApi.GATHER_USING_SPEAK, (leg, request) -> features.startGather(leg, request, true));
        onceAnswered(routes, CallCommandsApi.STOP_GATHER, (leg, request) -> features.endGather(leg, "cancelled"));
        onceAnswered(routes, CallCommandsApi.SEND_DTMF, (leg, request) -> {});
        onceAnswered(routes, CallCommandsApi.PAUSE_RECORDING, (leg, request) -> {});
        onceAnswered(routes, CallCommandsApi.RESUME_RECORDING, (leg, request) -> {});
        onceAnswered(routes, CallCommandsApi.STOP_RECORDING, (leg, request) -> features.saveRecording(leg));
        onceAnswered(routes, CallCommandsApi.START_TRANSCRIPTION, (leg, request) -> features.startTranscription(leg));
        onceAnswered(routes, CallCommandsApi.STOP_TRANSCRIPTION, (leg, request) -> leg.transcribed = false);
        onceAnswered(routes, CallCommandsApi.START_STREAMING, features::startStreaming);
        onceAnswered(routes, CallCommandsApi.STOP_STREAMING, (leg, request) -> features.stopStreaming(leg));
        onceAnswered(routes, CallCommandsApi.START_FORKING, features::startFork);
        onceAnswered(routes, CallCommandsApi.STOP_FORKING, (leg, request) -> features.stopFork(leg));
        onceAnswered(routes, CallCommandsApi.START_SIPREC, (leg, request) -> features.startSiprec(leg));
        onceAnswered(routes, CallCommandsApi.STOP_SIPREC, (leg, request) -> features.stopSiprec(leg));
        onceAnswered(routes, CallCommandsApi.START_NOISE_SUPPRESSION, (leg, request) -> {});
        onceAnswered(routes, CallCommandsApi.STOP_NOISE_SUPPRESSION, (leg, request) -> {});
        onceAnswered(routes, CallCommandsApi.SWITCH_SUPERVISOR_ROLE, (leg, request) -> {});
    }

    private void atAnyTime(Routes routes, ApiOperation operation, Effect effect) {
        routes.on(operation, call -> command(call, null, withoutResult(effect)));
    }

    private void onceAnswered(Routes routes, ApiOperation operation, Effect effect) {
        routes.on(operation, call -> command(call, ErrorCode.CALL_NOT_ANSWERED, withoutResult(effect)));
    }

    private static Command withoutResult(Effect effect) {
        return (leg, request) -> {
            effect.on(leg, request);
            return null;
        };
    }

    private ApiReply dial(ApiCall call) {
        synchronized (calls) {
            Leg leg = calls.dial(call.body());
            DialedCall.Builder dialled = DialedCall.builder()
                    .recordType(DialedCall.RecordType.CALL)
                    .callControlId(leg.ids.control())
                    .callLegId(leg.ids.leg())
                    .callSessionId(leg.ids.session())
                    .isAlive(false)
                    .recordingId(leg.planned == null ? null : leg.planned.id());
            if (call.body().get("client_state") instanceof String state) {
                dialled.clientStateBase64(state);
            }
            return ApiReply.ok(DialResponse.builder().data(dialled.build()).build());
        }
    }

    private ApiReply retrieve(ApiCall call) {
        synchronized (calls) {
            Leg leg = leg(call);
            Instant until = leg.endedAt == null ? call.now() : leg.endedAt;
            CallStatus.Builder status = CallStatus.builder()
                    .recordType(CallStatus.RecordType.CALL)
                    .callControlId(leg.ids.control())
                    .callLegId(leg.ids.leg())
                    .callSessionId(leg.ids.session())
                    .isAlive(leg.isAlive())
                    .callDuration(Duration.ofSeconds(
                            Duration.between(leg.startedAt, until).toSeconds()))
                    .startTime(WireTime.text(leg.startedAt));
            if (leg.clientState != null) {
                status.clientStateBase64(leg.clientState);
            }
            if (leg.endedAt != null) {
                status.endTime(WireTime.text(leg.endedAt));
            }
            return ApiReply.ok(CallStatusResponse.builder().data(status.build()).build());
        }
    }

    private Leg leg(ApiCall call) {
        return calls.leg(call.pathParameter("call_control_id")).orElseThrow(ApiFailure::notFound);
    }

    /**
     * Carries a command out, unless the same call has met its id within the last 60 seconds.
     *
     * @param beforeAnswer the error where the call has to be answered first; null where it needn't be
     */
    private ApiReply command(ApiCall call, @Nullable ErrorCode beforeAnswer, Command command) {
        synchronized (calls) {
            Leg leg = leg(call);
            String commandId = (String) call.body().get("command_id");
            // Before the check for the end: whoever repeats a hangup is told again that it was done.
            if (commandId != null && leg.commandIds.find(commandId, call.now()).isPresent()) {
                return ok(null);
            }
            check(leg, beforeAnswer);
            String before = leg.clientState;
            if (call.body().get("client_state") instanceof String state) {
                leg.clientState = state;
            }
            try {
                String recordingId = command.carryOut(leg, call.body());
                remember(leg, call, commandId);
                return ok(recordingId);
            } catch (ApiFailure e) {
                leg.clientState = before;
                throw e;
            }
        }
    }

    private static void check(Leg leg, @Nullable ErrorCode beforeAnswer) {
        if (!leg.isAlive()) {
            throw new ApiFailure(ErrorCode.CALL_ENDED, "This call is no longer active and can't receive commands.");
        }
        if (beforeAnswer != null && !leg.isAnswered()) {
            throw new ApiFailure(
                    beforeAnswer, "This call can't receive this command because it has not been answered yet.");
        }
    }

    private static void remember(Leg leg, ApiCall call, @Nullable String commandId) {
        String path = call.operation().pathTemplate();
        String name = path.substring(path.lastIndexOf('/') + 1);
        leg.commands.add(new StoredCommand(name, call.body(), call.now()));
        if (commandId != null) {
            leg.commandIds.add(commandId, name, call.now());
        }
    }

    private static ApiReply ok(@Nullable String recordingId) {
        return ApiReply.ok(CallCommandResponse.builder()
                .data(CallCommandResult.builder()
                        .result("ok")
                        .recordingId(recordingId)
                        .build())
                .build());
    }

    private @Nullable String answer(Leg leg, JsonModel request) {
        if (!leg.isIncoming()) {
            throw new ApiFailure(ErrorCode.INVALID_VALUE, "Only an incoming call can be answered.");
        }
        leg.take(request);
        leg.dialled = request;
        if (!leg.isAnswered() && request.get("record") != null) {
            leg.planned = features.planned(request);
        }
        calls.answered(leg);
        return leg.recording == null ? null : leg.recording.id();
    }

    private void hangUp(Leg leg, JsonModel request) {
        boolean early = !leg.isAnswered() && !leg.isIncoming();
        calls.end(leg, early ? "originator_cancel" : CallService.NORMAL, CallService.ourSide(leg));
    }

    private void reject(Leg leg, JsonModel request) {
        boolean busy = "USER_BUSY".equals(CallFeatures.text(request, "cause"));
        calls.end(leg, busy ? "user_busy" : "call_rejected", CallService.ourSide(leg));
    }

    private void bridge(Leg leg, JsonModel request) {
        Leg other = other(request);
        if (other == null) {
            return;
        }
        leg.takeParking(request);
        if (!other.isAlive()) {
            throw new ApiFailure(ErrorCode.CALL_ENDED, "The other call is no longer active.");
        }
        calls.answered(other);
        calls.bridge(leg, other);
    }

    /** Returns the call to bridge with; null for a video room, of which the sandbox has none. */
    private @Nullable Leg other(JsonModel request) {
        if (request.get("call_control_id") instanceof String id) {
            return calls.leg(id)
                    .orElseThrow(() -> new ApiFailure(
                            ErrorEntry.of(ErrorCode.INVALID_CALL_CONTROL_ID, "The call_control_id wasn't valid.")
                                    .at("/call_control_id")));
        }
        if (request.get("queue") instanceof String queue) {
            List<Leg> waiting = features.waitingIn(queue);
            if (waiting.isEmpty()) {
                throw new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_VALUE, "Nobody waits in this queue.")
                        .at("/queue"));
            }
            return waiting.get(0);
        }
        return null;
    }
}
