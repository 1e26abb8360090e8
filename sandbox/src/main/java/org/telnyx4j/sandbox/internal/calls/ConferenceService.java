package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ConferenceCreatedPayload;
import org.telnyx4j.generated.model.ConferenceEndedPayload;
import org.telnyx4j.generated.model.ConferenceParticipantJoinedPayload;
import org.telnyx4j.generated.model.ConferenceParticipantLeftPayload;
import org.telnyx4j.generated.model.ConferenceParticipantPlaybackEndedPayload;
import org.telnyx4j.generated.model.ConferenceParticipantPlaybackStartedPayload;
import org.telnyx4j.generated.model.ConferenceParticipantSpeakEndedPayload;
import org.telnyx4j.generated.model.ConferenceParticipantSpeakStartedPayload;
import org.telnyx4j.generated.model.ConferencePlaybackEndedPayload;
import org.telnyx4j.generated.model.ConferencePlaybackStartedPayload;
import org.telnyx4j.generated.model.ConferenceRecordingSavedPayload;
import org.telnyx4j.generated.model.ConferenceSpeakEndedPayload;
import org.telnyx4j.generated.model.ConferenceSpeakStartedPayload;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.calls.Conference.Participant;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** The conferences of a sandbox. Guarded by the lock of {@link CallService}, which every caller has to hold. */
public final class ConferenceService {
    private static final String ALL_LEFT = "all_left";

    private final CallService calls;
    private final Recordings recordings;
    private final Map<String, Conference> conferences = new LinkedHashMap<>();

    public ConferenceService(CallService calls, Recordings recordings) {
        this.calls = calls;
        this.recordings = recordings;
        calls.onEnd(this::leaveAll);
    }

    /** Forgets all conferences. */
    public void clear() {
        synchronized (calls) {
            conferences.clear();
        }
    }

    Optional<Conference> find(String id) {
        return Optional.ofNullable(conferences.get(id));
    }

    List<Conference> all() {
        return new ArrayList<>(conferences.values());
    }

    Conference create(Leg leg, JsonModel request) {
        String name = String.valueOf(request.get("name"));
        boolean taken = conferences.values().stream()
                .anyMatch(conference -> conference.isActive() && conference.name.equals(name));
        if (taken) {
            throw new ApiFailure(
                    ErrorCode.CONFERENCE_NAME_TAKEN, "Conference with given name already exists and it's active.");
        }
        String region = CallFeatures.text(request, "region");
        Conference conference = new Conference(
                CallService.uuid(),
                name,
                region == null ? "US" : region,
                leg,
                calls.now(),
                request.get("max_participants") instanceof Integer given ? given : Conference.MOST_PARTICIPANTS);
        conferences.put(conference.id, conference);
        Map<String, Object> own = new LinkedHashMap<>(conference.facts());
        own.put("occurred_at", WireTime.text(calls.now()));
        calls.emit(leg, "conference.created", ConferenceCreatedPayload.TYPE, own);
        join(conference, leg, request);
        if (request.get("duration_minutes") instanceof Duration longest) {
            calls.after(leg, longest, () -> finish(conference, "time_exceeded", null));
        }
        return conference;
    }

    void join(Conference conference, Leg leg, JsonModel request) {
        if (conference.present().size() >= conference.mostParticipants) {
            throw new ApiFailure(
                    ErrorCode.TOO_MANY_PARTICIPANTS,
                    "The conference has its " + conference.mostParticipants + " participants already.");
        }
        Participant participant = new Participant(CallService.uuid(), leg, calls.now());
        participant.muted = Boolean.TRUE.equals(request.get("mute"));
        participant.onHold = Boolean.TRUE.equals(request.get("hold"));
        participant.endOnExit = Boolean.TRUE.equals(request.get("end_conference_on_exit"));
        participant.softEndOnExit = Boolean.TRUE.equals(request.get("soft_end_conference_on_exit"));
        conference.participants.put(leg.id(), participant);
        calls.emit(leg, "conference.participant.joined", ConferenceParticipantJoinedPayload.TYPE, conference.facts());
    }

    void leave(Conference conference, Participant participant) {
        participant.leftAt = calls.now();
        conference.updatedAt = calls.now();
        calls.emit(
                participant.leg,
                "conference.participant.left",
                ConferenceParticipantLeftPayload.TYPE,
                conference.facts());
        if (!conference.isActive()) {
            return;
        }
        if (participant.endOnExit || participant.softEndOnExit) {
            List<Participant> others = conference.present();
            finish(conference, "host_left", participant.leg);
            if (participant.endOnExit) {
                others.forEach(other -> calls.end(other.leg, CallService.NORMAL, "unknown"));
            }
        } else if (conference.present().isEmpty()) {
            finish(conference, ALL_LEFT, participant.leg);
        }
    }

    private void leaveAll(Leg leg) {
        for (Conference conference : all()) {
            Participant participant = conference.participants.get(leg.id());
            if (participant != null && participant.isThere()) {
                leave(conference, participant);
            }
        }
    }

    /** Ends a conference by a command: everybody is hung up on. */
    void end(Conference conference) {
        List<Participant> there = conference.present();
        finish(conference, "ended_via_api", null);
        there.forEach(participant -> calls.end(participant.leg, CallService.NORMAL, "unknown"));
    }

    private void finish(Conference conference, String reason, @Nullable Leg by) {
        if (!conference.isActive()) {
            return;
        }
        saveRecording(conference);
        conference.endedAt = calls.now();
        conference.updatedAt = calls.now();
        conference.endReason = reason;
        conference.endedBy = by;
        conference.present().forEach(participant -> leave(conference, participant));
        Map<String, Object> own = new LinkedHashMap<>(conference.facts());
        own.put("reason", reason);
        own.put("occurred_at", WireTime.text(calls.now()));
        calls.emit(conference.creator, "conference.ended", ConferenceEndedPayload.TYPE, own);
    }

    void speak(Conference conference, List<Participant> to, JsonModel request) {
        if (request.get("call_control_ids") == null) {
            toAll(
                    conference,
                    Map.of(),
                    "conference.speak",
                    ConferenceSpeakStartedPayload.TYPE,
                    ConferenceSpeakEndedPayload.TYPE);
        } else {
            toEach(
                    conference,
                    to,
                    Map.of(),
                    "conference.participant.speak",
                    ConferenceParticipantSpeakStartedPayload.TYPE,
                    ConferenceParticipantSpeakEndedPayload.TYPE);
        }
    }

    void play(Conference conference, List<Participant> to, JsonModel request) {
        Map<String, Object> media = new LinkedHashMap<>();
        if (request.get("audio_url") instanceof String url) {
            media.put("media_url", url);
        }
        if (request.get("media_name") instanceof String name) {
            media.put("media_name", name);
        }
        if (request.get("call_control_ids") == null) {
            toAll(
                    conference,
                    media,
                    "conference.playback",
                    ConferencePlaybackStartedPayload.TYPE,
                    ConferencePlaybackEndedPayload.TYPE);
        } else {
            toEach(
                    conference,
                    to,
                    media,
                    "conference.participant.playback",
                    ConferenceParticipantPlaybackStartedPayload.TYPE,
                    ConferenceParticipantPlaybackEndedPayload.TYPE);
        }
    }

    private void toAll(
            Conference conference,
            Map<String, Object> media,
            String stem,
            ModelType<? extends JsonModel> started,
            ModelType<? extends JsonModel> ended) {
        calls.emit(conference.creator, stem + ".started", started, own(conference, media));
        calls.stepAfter(
                conference.creator,
                CallFeatures.AUDIO_TIME,
                () -> calls.emit(conference.creator, stem + ".ended", ended, own(conference, media)));
    }

    private void toEach(
            Conference conference,
            List<Participant> to,
            Map<String, Object> media,
            String stem,
            ModelType<? extends JsonModel> started,
            ModelType<? extends JsonModel> ended) {
        for (Participant participant : to) {
            calls.emit(participant.leg, stem + ".started", started, own(conference, media));
            calls.stepAfter(
                    participant.leg,
                    CallFeatures.AUDIO_TIME,
                    () -> calls.emit(participant.leg, stem + ".ended", ended, own(conference, media)));
        }
    }

    private Map<String, Object> own(Conference conference, Map<String, Object> media) {
        Map<String, Object> own = new LinkedHashMap<>(conference.facts());
        own.putAll(media);
        own.put("creator_call_session_id", conference.creator.ids.session());
        own.put("occurred_at", WireTime.text(calls.now()));
        return own;
    }

    void startRecording(Conference conference, JsonModel request) {
        saveRecording(conference);
        String channels = CallFeatures.text(request, "channels");
        conference.recording = new RecordingState(
                CallService.uuid(),
                channels == null ? "single" : channels,
                String.valueOf(CallFeatures.text(request, "format")),
                calls.now(),
                false);
    }

    void saveRecording(Conference conference) {
        RecordingState recording = conference.recording;
        if (recording == null) {
            return;
        }
        conference.recording = null;
        Instant now = calls.now();
        String url = recordings.add(recording.format(), Duration.between(recording.startedAt(), now));
        Map<String, Object> own = new LinkedHashMap<>(conference.facts());
        own.put("recording_id", recording.id());
        own.put("channels", recording.channels());
        own.put("format", recording.format());
        own.put("recording_started_at", WireTime.text(recording.startedAt()));
        own.put("recording_ended_at", WireTime.text(now));
        own.put("recording_urls", Map.of(recording.format(), url));
        calls.emit(conference.creator, "conference.recording.saved", ConferenceRecordingSavedPayload.TYPE, own);
    }

    /** Returns the records of the conferences that are over. */
    public Stream<DetailRecord> records(Instant now) {
        synchronized (calls) {
            return all().stream()
                    .filter(conference -> !conference.isActive())
                    .map(conference -> record(conference, now))
                    .toList()
                    .stream();
        }
    }

    private static DetailRecord record(Conference conference, Instant now) {
        Instant endedAt = conference.endedAt == null ? now : conference.endedAt;
        return DetailRecord.builder()
                .recordType("conference_detail_record")
                .id(conference.id)
                .name(conference.name)
                .region(conference.region)
                .callLegId(conference.creator.ids.leg())
                .callSessionId(conference.creator.ids.session())
                .connectionId(conference.creator.parties.connectionId())
                .startedAt(WireTime.of(conference.createdAt))
                .endedAt(WireTime.of(endedAt))
                .call(Duration.between(conference.createdAt, endedAt))
                .participantCount(conference.participants.size())
                .isTelnyxBillable(false)
                .build();
    }

    /** Returns the records of those who have left a conference. */
    public Stream<DetailRecord> participantRecords(Instant now) {
        synchronized (calls) {
            return all().stream()
                    .flatMap(conference -> conference.participants.values().stream()
                            .filter(participant -> !participant.isThere())
                            .map(participant -> record(conference, participant, now)))
                    .toList()
                    .stream();
        }
    }

    private static DetailRecord record(Conference conference, Participant participant, Instant now) {
        Instant leftAt = participant.leftAt == null ? now : participant.leftAt;
        return DetailRecord.builder()
                .recordType("conference_participant_detail_record")
                .id(participant.id)
                .conferenceId(conference.id)
                .callLegId(participant.leg.ids.leg())
                .callSessionId(participant.leg.ids.session())
                .originatingNumber(participant.leg.parties.from())
                .destinationNumber(participant.leg.parties.to().get(0))
                .joinedAt(WireTime.of(participant.joinedAt))
                .leftAt(WireTime.of(leftAt))
                .endedAt(WireTime.of(leftAt))
                .call(Duration.between(participant.joinedAt, leftAt))
                .isTelnyxBillable(true)
                .build();
    }
}
