package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ConferenceDetails;
import org.telnyx4j.generated.model.ConferenceEndReason;
import org.telnyx4j.generated.model.ConferenceEnder;
import org.telnyx4j.generated.model.ConferenceParticipant;
import org.telnyx4j.generated.model.ConferenceReference;
import org.telnyx4j.generated.model.ConferenceStatus;
import org.telnyx4j.generated.model.ParticipantStatus;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** A conference and who takes part in it. Guarded by the lock of {@link CallService}. */
final class Conference {
    static final int MOST_PARTICIPANTS = 800;

    final String id;
    final String name;
    final String region;
    final Leg creator;
    final Instant createdAt;
    final int mostParticipants;

    /** By the ids of their legs, those who have left included. */
    final Map<String, Participant> participants = new LinkedHashMap<>();

    Instant updatedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String endReason;

    @Nullable
    Leg endedBy;

    @Nullable
    RecordingState recording;

    Conference(String id, String name, String region, Leg creator, Instant createdAt, int mostParticipants) {
        this.id = id;
        this.name = name;
        this.region = region;
        this.creator = creator;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.mostParticipants = mostParticipants;
    }

    /** Somebody who takes part, or has. */
    static final class Participant {
        final String id;
        final Leg leg;
        final Instant joinedAt;
        boolean muted;
        boolean onHold;
        boolean endOnExit;
        boolean softEndOnExit;

        @Nullable
        Instant leftAt;

        Participant(String id, Leg leg, Instant joinedAt) {
            this.id = id;
            this.leg = leg;
            this.joinedAt = joinedAt;
        }

        boolean isThere() {
            return leftAt == null;
        }
    }

    boolean isActive() {
        return endedAt == null;
    }

    List<Participant> present() {
        return participants.values().stream().filter(Participant::isThere).toList();
    }

    /** Returns what events of the conference have in common. */
    Map<String, Object> facts() {
        return Map.of("conference_id", id);
    }

    ConferenceDetails details() {
        ConferenceDetails.Builder details = ConferenceDetails.builder()
                .recordType(ConferenceDetails.RecordType.CONFERENCE)
                .id(id)
                .name(name)
                .region(region)
                .connectionId(creator.parties.connectionId())
                .status(isActive() ? ConferenceStatus.IN_PROGRESS : ConferenceStatus.COMPLETED)
                .createdAt(WireTime.text(createdAt))
                .updatedAt(WireTime.text(updatedAt))
                .expiresAt(WireTime.text(createdAt.plus(Duration.ofHours(4))));
        if (endReason != null) {
            details.endReason(ConferenceEndReason.fromValue(endReason));
        }
        if (endedBy != null) {
            details.endedBy(ConferenceEnder.builder()
                    .callControlId(endedBy.ids.control())
                    .callSessionId(endedBy.ids.session())
                    .build());
        }
        return details.build();
    }

    ConferenceParticipant model(Participant participant) {
        Instant updated = participant.leftAt == null ? participant.joinedAt : participant.leftAt;
        return ConferenceParticipant.builder()
                .recordType(ConferenceParticipant.RecordType.PARTICIPANT)
                .id(participant.id)
                .callControlId(participant.leg.ids.control())
                .callLegId(participant.leg.ids.leg())
                .conference(ConferenceReference.builder().id(id).name(name).build())
                .conferenceId(id)
                .muted(participant.muted)
                .onHold(participant.onHold)
                .endConferenceOnExit(participant.endOnExit)
                .softEndConferenceOnExit(participant.softEndOnExit)
                .status(participant.isThere() ? ParticipantStatus.JOINED : ParticipantStatus.LEFT)
                .whisperCallControlIds(List.of())
                .createdAt(WireTime.text(participant.joinedAt))
                .updatedAt(WireTime.text(updated))
                .build();
    }
}
