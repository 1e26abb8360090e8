package org.telnyx4j.sandbox.internal.calls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.ConferencesApi;
import org.telnyx4j.generated.model.ConferenceCommandResponse;
import org.telnyx4j.generated.model.ConferenceCommandResult;
import org.telnyx4j.generated.model.ConferenceListResponse;
import org.telnyx4j.generated.model.ConferenceParticipant;
import org.telnyx4j.generated.model.ConferenceParticipantListResponse;
import org.telnyx4j.generated.model.ConferenceParticipantResponse;
import org.telnyx4j.generated.model.ConferenceResponse;
import org.telnyx4j.generated.model.ListConferenceParticipantsQuery;
import org.telnyx4j.generated.model.ListConferencesQuery;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.internal.api.ApiCall;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ApiReply;
import org.telnyx4j.sandbox.internal.api.Domain;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.api.Pages;
import org.telnyx4j.sandbox.internal.api.Routes;
import org.telnyx4j.sandbox.internal.calls.Conference.Participant;

/** The operations on conferences. Lists filter by name, connection, status, and by who is muted or on hold. */
public final class ConferenceDomain implements Domain {
    private final CallService calls;
    private final ConferenceService conferences;
    private final RecentIds<String> commandIds = new RecentIds<>();

    public ConferenceDomain(CallService calls, ConferenceService conferences) {
        this.calls = calls;
        this.conferences = conferences;
    }

    /** What a command does to a conference. */
    @FunctionalInterface
    private interface Command {
        void carryOut(Conference conference, JsonModel request);
    }

    /** What a command does to participants. */
    @FunctionalInterface
    private interface ForParticipants {
        void carryOut(Conference conference, List<Participant> participants, JsonModel request);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(ConferencesApi.CREATE_CONFERENCE, this::create);
        routes.on(ConferencesApi.LIST_CONFERENCES, this::list);
        routes.on(ConferencesApi.RETRIEVE_CONFERENCE, this::retrieve);
        routes.on(ConferencesApi.LIST_CONFERENCE_PARTICIPANTS, this::participants);
        routes.on(ConferencesApi.RETRIEVE_CONFERENCE_PARTICIPANT, this::participant);
        routes.on(ConferencesApi.UPDATE_CONFERENCE_PARTICIPANT, this::updateParticipant);
        on(routes, ConferencesApi.END_CONFERENCE, (conference, request) -> conferences.end(conference));
        on(routes, ConferencesApi.JOIN_CONFERENCE, this::join);
        on(routes, ConferencesApi.LEAVE_CONFERENCE, this::leave);
        on(routes, ConferencesApi.UPDATE_CONFERENCE_SUPERVISOR, (conference, request) -> one(conference, request));
        on(routes, ConferencesApi.START_CONFERENCE_RECORDING, conferences::startRecording);
        on(
                routes,
                ConferencesApi.STOP_CONFERENCE_RECORDING,
                (conference, request) -> conferences.saveRecording(conference));
        on(routes, ConferencesApi.PAUSE_CONFERENCE_RECORDING, (conference, request) -> {});
        on(routes, ConferencesApi.RESUME_CONFERENCE_RECORDING, (conference, request) -> {});
        on(
                routes,
                ConferencesApi.GATHER_USING_AUDIO_IN_CONFERENCE,
                (conference, request) -> calls.features().startGather(one(conference, request).leg, request, true));
        forParticipants(
                routes,
                ConferencesApi.HOLD_CONFERENCE_PARTICIPANTS,
                (conference, those, request) -> those.forEach(participant -> participant.onHold = true));
        forParticipants(
                routes,
                ConferencesApi.UNHOLD_CONFERENCE_PARTICIPANTS,
                (conference, those, request) -> those.forEach(participant -> participant.onHold = false));
        forParticipants(
                routes,
                ConferencesApi.MUTE_CONFERENCE_PARTICIPANTS,
                (conference, those, request) -> those.forEach(participant -> participant.muted = true));
        forParticipants(
                routes,
                ConferencesApi.UNMUTE_CONFERENCE_PARTICIPANTS,
                (conference, those, request) -> those.forEach(participant -> participant.muted = false));
        forParticipants(routes, ConferencesApi.PLAY_CONFERENCE_AUDIO, conferences::play);
        forParticipants(routes, ConferencesApi.SPEAK_IN_CONFERENCE, conferences::speak);
        forParticipants(routes, ConferencesApi.STOP_CONFERENCE_AUDIO, (conference, those, request) -> {});
        forParticipants(routes, ConferencesApi.SEND_CONFERENCE_DTMF, (conference, those, request) -> {});
    }

    private void on(Routes routes, ApiOperation operation, Command command) {
        routes.on(operation, call -> command(call, command));
    }

    private void forParticipants(Routes routes, ApiOperation operation, ForParticipants command) {
        on(
                routes,
                operation,
                (conference, request) -> command.carryOut(conference, those(conference, request), request));
    }

    private ApiReply create(ApiCall call) {
        synchronized (calls) {
            String commandId = (String) call.body().get("command_id");
            String key = "create " + commandId;
            String before =
                    commandId == null ? null : commandIds.find(key, call.now()).orElse(null);
            Conference conference =
                    before == null ? null : conferences.find(before).orElse(null);
            if (conference == null) {
                conference = conferences.create(answered(call.body()), call.body());
                if (commandId != null) {
                    commandIds.add(key, conference.id, call.now());
                }
            }
            return ApiReply.ok(
                    ConferenceResponse.builder().data(conference.details()).build());
        }
    }

    /** Returns the call that a request is about, which has to be answered. */
    private Leg answered(JsonModel request) {
        Leg leg = calls.leg(String.valueOf(request.get("call_control_id")))
                .orElseThrow(() -> new ApiFailure(
                        ErrorEntry.of(ErrorCode.INVALID_CALL_CONTROL_ID, "The call_control_id wasn't valid.")
                                .at("/call_control_id")));
        if (!leg.isAlive()) {
            throw new ApiFailure(ErrorCode.CALL_ENDED, "This call is no longer active and can't receive commands.");
        }
        if (!leg.isAnswered()) {
            throw new ApiFailure(
                    ErrorCode.CALL_NOT_ANSWERED,
                    "This call can't receive this command because it has not been answered yet.");
        }
        if (request.get("client_state") instanceof String state) {
            leg.clientState = state;
        }
        return leg;
    }

    private ApiReply command(ApiCall call, Command command) {
        synchronized (calls) {
            Conference conference = conference(call.pathParameter("id"));
            String commandId = (String) call.body().get("command_id");
            String key = conference.id + " " + commandId;
            if (commandId == null || commandIds.find(key, call.now()).isEmpty()) {
                if (!conference.isActive()) {
                    throw new ApiFailure(
                            ErrorCode.CONFERENCE_ENDED,
                            "This conference is no longer active and can't receive commands.");
                }
                command.carryOut(conference, call.body());
                if (commandId != null) {
                    commandIds.add(key, conference.id, call.now());
                }
            }
            return ApiReply.ok(ConferenceCommandResponse.builder()
                    .data(ConferenceCommandResult.builder().result("ok").build())
                    .build());
        }
    }

    private Conference conference(String id) {
        return conferences
                .find(id)
                .orElseThrow(() -> new ApiFailure(ErrorCode.CONFERENCE_NOT_FOUND, "The conference does not exist."));
    }

    private void join(Conference conference, JsonModel request) {
        conferences.join(conference, answered(request), request);
    }

    private void leave(Conference conference, JsonModel request) {
        conferences.leave(conference, one(conference, request));
    }

    private static Participant one(Conference conference, JsonModel request) {
        return present(conference, String.valueOf(request.get("call_control_id")), "/call_control_id");
    }

    private static Participant present(Conference conference, String callControlId, String pointer) {
        Participant participant = conference.participants.get(callControlId);
        if (participant == null || !participant.isThere()) {
            throw new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_CALL_CONTROL_ID, "This call isn't in the conference.")
                    .at(pointer));
        }
        return participant;
    }

    /** Returns the participants that a request names, or all. */
    private static List<Participant> those(Conference conference, JsonModel request) {
        if (!(request.get("call_control_ids") instanceof List<?> ids)) {
            return conference.present();
        }
        List<Participant> those = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            those.add(present(conference, String.valueOf(ids.get(i)), "/call_control_ids/" + i));
        }
        return those;
    }

    private ApiReply list(ApiCall call) {
        synchronized (calls) {
            ListConferencesQuery query = (ListConferencesQuery) call.query();
            List<Conference> found = conferences.all().stream()
                    .filter(conference -> agrees(query.getName(), conference.name)
                            && agrees(query.getConnectionId(), conference.creator.parties.connectionId())
                            && (query.getStatus() == null
                                    || query.getStatus()
                                            .equals(conference.details().getStatus())))
                    .toList();
            Pages.Page<Conference> page = Pages.of(query, found);
            return ApiReply.ok(ConferenceListResponse.builder()
                    .data(page.items().stream().map(Conference::details).toList())
                    .meta(page.meta())
                    .build());
        }
    }

    private static boolean agrees(@Nullable Object asked, Object value) {
        return asked == null || asked.equals(value);
    }

    private ApiReply retrieve(ApiCall call) {
        synchronized (calls) {
            return ApiReply.ok(ConferenceResponse.builder()
                    .data(conference(call.pathParameter("id")).details())
                    .build());
        }
    }

    private ApiReply participants(ApiCall call) {
        synchronized (calls) {
            Conference conference = conference(call.pathParameter("conference_id"));
            ListConferenceParticipantsQuery query = (ListConferenceParticipantsQuery) call.query();
            List<ConferenceParticipant> found = conference.participants.values().stream()
                    .filter(participant -> agrees(query.getMuted(), participant.muted)
                            && agrees(query.getOnHold(), participant.onHold))
                    .map(conference::model)
                    .toList();
            Pages.Page<ConferenceParticipant> page = Pages.of(query, found);
            return ApiReply.ok(ConferenceParticipantListResponse.builder()
                    .data(page.items())
                    .meta(page.meta())
                    .build());
        }
    }

    private ApiReply participant(ApiCall call) {
        synchronized (calls) {
            Conference conference = conference(call.pathParameter("id"));
            return response(conference, byId(conference, call.pathParameter("participant_id")));
        }
    }

    private ApiReply updateParticipant(ApiCall call) {
        synchronized (calls) {
            Conference conference = conference(call.pathParameter("id"));
            Participant participant = byId(conference, call.pathParameter("participant_id"));
            if (call.body().get("end_conference_on_exit") instanceof Boolean end) {
                participant.endOnExit = end;
            }
            if (call.body().get("soft_end_conference_on_exit") instanceof Boolean end) {
                participant.softEndOnExit = end;
            }
            return response(conference, participant);
        }
    }

    /** A participant is named by its own id or by that of its call. */
    private static Participant byId(Conference conference, String id) {
        return conference.participants.values().stream()
                .filter(participant ->
                        participant.id.equals(id) || participant.leg.id().equals(id))
                .findFirst()
                .orElseThrow(ApiFailure::notFound);
    }

    private static ApiReply response(Conference conference, Participant participant) {
        return ApiReply.ok(ConferenceParticipantResponse.builder()
                .data(conference.model(participant))
                .build());
    }
}
